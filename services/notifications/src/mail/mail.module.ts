import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/channels.module';
import { NotificationsConfig } from '../config';
import { Letters } from './letters';
import { Links } from './links';
import { MailBell } from './mail-bell';
import { MailMetrics } from './mail-metrics';
import { MailOutboxService } from './mail-outbox.service';
import { LANES, MailSender } from './mail-sender.service';
import { MailServer } from './mail-server';
import { MailSettling } from './mail-settling.service';
import { MailWords } from './mail-words';

/** Well within the lease of a mail, so that nobody else takes it while it is on its way. */
const WITHIN_MS = 40_000;

const mailServer = {
  provide: MailServer,
  inject: [NotificationsConfig],
  useFactory: ({ mailUrl, mailFrom }: NotificationsConfig) =>
    new MailServer({ url: mailUrl, from: mailFrom, connections: LANES, withinMs: WITHIN_MS }),
};

@Module({
  imports: [ChannelsModule],
  providers: [MailBell, Links, MailMetrics, MailOutboxService, MailSettling, mailServer, MailWords, Letters, MailSender],
  exports: [MailOutboxService, Links],
})
export class MailModule {}
