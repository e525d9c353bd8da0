import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module';
import { InboxModule } from '../inbox/inbox.module';
import { MailModule } from '../mail/mail.module';
import { RecipientsModule } from '../recipients/recipients.module';
import { SmsModule } from '../sms/sms.module';
import { ApplicationTeller } from './application-teller';
import { AudienceService } from './audience.service';
import { FirstPasswordTeller } from './first-password-teller';
import { CorrectionTeller } from './correction-teller';
import { EntryTeller } from './entry-teller';
import { ObjectionTeller } from './objection-teller';
import { SubmissionTeller } from './submission-teller';
import { TellingService } from './telling.service';

@Module({
  providers: [
    AudienceService,
    TellingService,
    SubmissionTeller,
    CorrectionTeller,
    ObjectionTeller,
    EntryTeller,
    ApplicationTeller,
    FirstPasswordTeller,
  ],
  imports: [ChannelsModule, RecipientsModule, InboxModule, MailModule, SmsModule],
})
export class TellingModule {}
