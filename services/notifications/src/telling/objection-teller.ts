import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { shanghaiDateOf } from '@dengke/calendar';
import type { FeedEntry } from '@dengke/contract';
import { InboxService } from '../inbox/inbox.service';
import { Links } from '../mail/links';
import { MailOutboxService } from '../mail/mail-outbox.service';
import { RecipientsService } from '../recipients/recipients.service';
import { SmsOutboxService } from '../sms/sms-outbox.service';

const SUBJECT = 'objection/';

/** What the registrar hears of an objection beside what is decided: that one came, and that the unit has answered. */
const sentences: Record<string, (serial: string, receipt: string) => string> = {
  object: (serial, receipt) => `收到对申报${serial}的公示异议${receipt}，请决定是否受理`,
  answer: (serial, receipt) => `完成单位已就公示异议${receipt}（申报${serial}）作出说明`,
};

/** Tells the registrar of objections (P33). Whoever sent one has no account: receipt and secret show where it stands. */
@Injectable()
export class ObjectionTeller {
  constructor(
    private readonly recipients: RecipientsService,
    private readonly inbox: InboxService,
    private readonly mails: MailOutboxService,
    private readonly sms: SmsOutboxService,
    private readonly links: Links,
  ) {}

  async tell(manager: EntityManager, { subject, number, kind, at, detail }: FeedEntry): Promise<void> {
    const sentenceOf = sentences[kind];
    const { receipt, serial, deskId, flaw } = detail;
    const isFlawed = typeof flaw === 'string';
    if (!subject.startsWith(SUBJECT) || sentenceOf === undefined || typeof deskId !== 'string' || isFlawed) {
      return;
    }
    const people = (await this.recipients.atDesks(manager, [deskId], at)).get(deskId) ?? [];
    const sentence = sentenceOf(String(serial), String(receipt));
    const about = { receipt: String(receipt), serial: String(serial) };
    const message = { eventKey: `${subject}#${number}`, kind: `objection.${kind}`, subject: sentence, at, about };
    await this.inbox.deliver(
      manager,
      people.map((recipientId) => ({ ...message, recipientId })),
    );
    const mail = {
      eventKey: `objections/${shanghaiDateOf(at)}`,
      kind: message.kind,
      subject: sentence,
      body: `${sentence}。\n\n${this.links.objection(about.receipt)}`,
      at,
    };
    const mails = people.map((recipientId) => ({ ...mail, recipientId }));
    await this.mails.add(manager, mails);
    await this.sms.add(manager, mails);
  }
}
