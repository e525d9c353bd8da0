import { Module } from '@nestjs/common';
import { CalendarFeedModule } from './calendar-feed/calendar-feed.module';
import { ChannelsModule } from './channels/channels.module';
import { InboxModule } from './inbox/inbox.module';
import { MailModule } from './mail/mail.module';
import { NoticesModule } from './notices/notices.module';
import { RecipientsModule } from './recipients/recipients.module';
import { RemindersModule } from './reminders/reminders.module';
import { RetentionModule } from './retention/retention.module';
import { RoundModule } from './round/round.module';
import { TellingModule } from './telling/telling.module';
import { ToldModule } from './told/told.module';

@Module({
  imports: [
    RecipientsModule,
    InboxModule,
    ChannelsModule,
    MailModule,
    TellingModule,
    RemindersModule,
    RoundModule,
    ToldModule,
    NoticesModule,
    CalendarFeedModule,
    RetentionModule,
  ],
})
export class NotificationsModule {}
