import { Module } from '@nestjs/common';
import { InboxBell } from './inbox-bell';
import { InboxController } from './inbox.controller';
import { InboxService } from './inbox.service';
import { LiveInboxService } from './live-inbox.service';

@Module({ controllers: [InboxController], providers: [InboxBell, InboxService, LiveInboxService], exports: [InboxService] })
export class InboxModule {}
