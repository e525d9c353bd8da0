import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { namedSubject } from '@dengke/contract';
import type { FeedEntry, Identified } from '@dengke/contract';
import { InboxService } from '../inbox/inbox.service';
import { Links } from '../mail/links';
import { MailOutboxService } from '../mail/mail-outbox.service';
import { RecipientsService } from '../recipients/recipients.service';
import { SmsOutboxService } from '../sms/sms-outbox.service';

/** Tells a completer that his unit has said who he is in another unit's form (decision 0030), as `SubmissionTeller` hears of it. */
@Injectable()
export class EntryTeller {
  constructor(
    private readonly recipients: RecipientsService,
    private readonly inbox: InboxService,
    private readonly mails: MailOutboxService,
    private readonly sms: SmsOutboxService,
    private readonly links: Links,
  ) {}

  async tell(manager: EntityManager, { subject, number, kind, at, detail }: FeedEntry): Promise<void> {
    const { serial, personId } = detail as Partial<Identified>;
    if (kind !== 'identify' || !serial || !personId || !subject.startsWith(namedSubject(serial, ''))) {
      return;
    }
    const sentence = `您单位指明您是申报${serial}所列的完成人，请核对您的署名，确认或提出异议`;
    const recipientId = await this.recipients.known(manager, personId);
    const message = { eventKey: `${subject}#${number}`, recipientId, kind: 'submission.named', subject: sentence, at };
    await this.inbox.deliver(manager, [{ ...message, about: { serial, fact: number } }]);
    await this.mails.add(manager, [{ ...message, body: `${sentence}。\n\n${this.links.entry(serial)}` }]);
    await this.sms.add(manager, [message]);
  }
}
