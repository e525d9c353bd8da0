import { Module } from '@nestjs/common';
import { MailModule } from '../mail/mail.module';
import { NoticesModule } from '../notices/notices.module';
import { RecipientsModule } from '../recipients/recipients.module';
import { CalendarFeedController } from './calendar-feed.controller';
import { CalendarFeedService } from './calendar-feed.service';
import { OwnDeadlinesService } from './own-deadlines.service';

@Module({
  imports: [MailModule, NoticesModule, RecipientsModule],
  controllers: [CalendarFeedController],
  providers: [CalendarFeedService, OwnDeadlinesService],
})
export class CalendarFeedModule {}
