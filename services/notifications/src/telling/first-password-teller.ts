import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FeedEntry } from '@dengke/contract';
import { Follows } from '@dengke/service-kit';
import type { FeedReader } from '@dengke/service-kit';
import { BouncesService } from '../channels/bounces.service';
import { Mail } from '../mail/mail.entity';
import { MailOutboxService } from '../mail/mail-outbox.service';
import { RecipientsService } from '../recipients/recipients.service';

const subject = '您的登科账号已签发，请设置密码';
/** Filled in when it is sent (`MailWords`). */
const body = [
  '您的登科账号已签发，登录名为：{login}',
  '',
  '请在{until}（北京时间）前打开下面的一次性链接，自行设置密码，然后用登录名和密码登录：',
  '{link}',
  '',
  '链接只能使用一次，请勿转发；逾期或已失效的，请联系签发人重新签发。若您未申请过账号，请忽略本邮件。',
].join('\n');

/** Follows accounts and mails one-time links to those whose login was issued that way; no inbox yet, since nobody can sign in to read it. */
@Follows('accounts', 'first-passwords')
@Injectable()
export class FirstPasswordTeller implements FeedReader {
  constructor(
    private readonly recipients: RecipientsService,
    private readonly mails: MailOutboxService,
    private readonly bounces: BouncesService,
  ) {}

  async apply(manager: EntityManager, { subject: of, number, kind, at, by, detail }: FeedEntry): Promise<void> {
    const { personId, linkId } = detail;
    if (kind !== 'firstPasswordMailed' || typeof personId !== 'string' || typeof linkId !== 'string') {
      return;
    }
    const recipientId = await this.recipients.known(manager, personId);
    const eventKey = `${of}#${number}`;
    await this.mails.add(manager, [
      { eventKey, recipientId, kind: 'first-password', subject, body, link: { id: linkId, issuedBy: by }, at },
    ]);
    // An address that was refused before takes no more mail.
    if ((await manager.countBy(Mail, { eventKey, recipientId })) === 0) {
      await this.bounces.tellIssuer(manager, { eventKey, recipientId, issuedBy: by, at });
    }
  }
}
