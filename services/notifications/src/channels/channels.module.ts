import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox/inbox.module';
import { RecipientsModule } from '../recipients/recipients.module';
import { BouncesService } from './bounces.service';
import { ChannelsController } from './channels.controller';
import { ChannelsService } from './channels.service';
import { UnsubscribingService } from './unsubscribing.service';

@Module({
  imports: [InboxModule, RecipientsModule],
  controllers: [ChannelsController],
  providers: [ChannelsService, UnsubscribingService, BouncesService],
  exports: [ChannelsService, UnsubscribingService, BouncesService],
})
export class ChannelsModule {}
