import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox/inbox.module';
import { MailModule } from '../mail/mail.module';
import { NoticesModule } from '../notices/notices.module';
import { RecipientsModule } from '../recipients/recipients.module';
import { SmsModule } from '../sms/sms.module';
import { DigestsService } from './digests.service';
import { ReminderMetrics } from './reminder-metrics';
import { RemindersActivities } from './reminders.activities';
import { RemindersController } from './reminders.controller';
import { RemindersService } from './reminders.service';
import { UntoldService } from './untold.service';

@Module({
  imports: [RecipientsModule, InboxModule, MailModule, SmsModule, NoticesModule],
  controllers: [RemindersController],
  providers: [RemindersService, UntoldService, ReminderMetrics, DigestsService, RemindersActivities],
  exports: [RemindersService],
})
export class RemindersModule {}
