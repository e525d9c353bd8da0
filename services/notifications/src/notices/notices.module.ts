import { Module } from '@nestjs/common';
import { fileProviders } from '@dengke/service-kit';
import { NotificationsConfig } from '../config';
import { InboxModule } from '../inbox/inbox.module';
import { MailModule } from '../mail/mail.module';
import { RecipientsModule } from '../recipients/recipients.module';
import { SmsModule } from '../sms/sms.module';
import { AnswersService } from './answers.service';
import { GapsService } from './gaps.service';
import { IssuingService } from './issuing.service';
import { LateLettersService } from './late-letters.service';
import { NoticeActsService } from './notice-acts.service';
import { NoticeFilesService } from './notice-files.service';
import { NoticeTeller } from './notice-teller';
import { NoticeRelay } from './notice.relay';
import { NoticesActivities } from './notices.activities';
import { NoticesController } from './notices.controller';
import { NoticesService } from './notices.service';
import { OverseeingController } from './overseeing.controller';
import { OverseeingService } from './overseeing.service';
import { WithdrawingService } from './withdrawing.service';
import { PublicNoticesController } from './public-notices.controller';
import { PublicNoticesService } from './public-notices.service';
import { ReceivingService } from './receiving.service';
import { NoticesWaitingService } from './waiting.service';

@Module({
  imports: [RecipientsModule, InboxModule, MailModule, SmsModule],
  controllers: [PublicNoticesController, NoticesController, OverseeingController],
  providers: [
    ...[
      NoticeActsService,
      IssuingService,
      ReceivingService,
      OverseeingService,
      WithdrawingService,
      LateLettersService,
      NoticeTeller,
      NoticeRelay,
      NoticesActivities,
    ],
    ...[NoticesService, GapsService, AnswersService, PublicNoticesService, NoticesWaitingService, NoticeFilesService],
    ...fileProviders(NotificationsConfig),
  ],
  exports: [NoticesWaitingService, LateLettersService],
})
export class NoticesModule {}
