import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module';
import { SmsOutboxService } from './sms-outbox.service';
import { SmsPort } from './sms-port';
import { SmsSender } from './sms-sender.service';
import { SmsSink } from './sms-sink';
import { SmsController } from './sms.controller';

@Module({
  imports: [ChannelsModule],
  controllers: [SmsController],
  providers: [SmsOutboxService, SmsSink, { provide: SmsPort, useExisting: SmsSink }, SmsSender],
  exports: [SmsOutboxService],
})
export class SmsModule {}
