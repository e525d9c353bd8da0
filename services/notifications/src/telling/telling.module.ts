import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox/inbox.module';
import { MailModule } from '../mail/mail.module';
import { RecipientsModule } from '../recipients/recipients.module';
import { ApplicationTeller } from './application-teller';
import { AudienceService } from './audience.service';
import { FirstPasswordTeller } from './first-password-teller';
import { SubmissionTeller } from './submission-teller';
import { TellingService } from './telling.service';

@Module({
  imports: [RecipientsModule, InboxModule, MailModule],
  providers: [AudienceService, TellingService, SubmissionTeller, ApplicationTeller, FirstPasswordTeller],
})
export class TellingModule {}
