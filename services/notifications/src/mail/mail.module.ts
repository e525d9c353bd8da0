import { Module } from '@nestjs/common';
import { NotificationsConfig } from '../config';
import { Links } from './links';
import { MailBell } from './mail-bell';
import { MailOutboxService } from './mail-outbox.service';
import { LANES, MailSender } from './mail-sender.service';
import { MailServer } from './mail-server';

const SILENCE_MS = 30_000;

const mailServer = {
  provide: MailServer,
  inject: [NotificationsConfig],
  useFactory: ({ mailUrl, mailFrom }: NotificationsConfig) =>
    new MailServer({ url: mailUrl, from: mailFrom, connections: LANES, silenceMs: SILENCE_MS }),
};

@Module({ providers: [MailBell, Links, MailOutboxService, mailServer, MailSender], exports: [MailOutboxService, Links] })
export class MailModule {}
