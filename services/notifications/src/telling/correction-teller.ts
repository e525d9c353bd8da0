import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { shanghaiDateOf } from '@dengke/calendar';
import { correctionWorkflowId } from '@dengke/contract';
import type { CorrectionAct, FeedEntry, Instant, Role } from '@dengke/contract';
import { InboxService } from '../inbox/inbox.service';
import { Links } from '../mail/links';
import { MailOutboxService } from '../mail/mail-outbox.service';
import { RecipientsService } from '../recipients/recipients.service';
import { SmsOutboxService } from '../sms/sms-outbox.service';

interface CorrectionTelling {
  /** Those at the department's desk, whom an escalation informs there, or who asked and the administrators of his unit. */
  to: 'desk' | 'informed' | 'askers';
  /** `{number}` is filled in. */
  sentence: string;
  /** `each`: a mail of its own; `daily`: at most one such mail per person and day; `none`: the inbox only. */
  mail: 'each' | 'daily' | 'none';
}

/** What each fact of a correction means to whom. What is corrected is in no feed and no mail. */
const correctionTellings: Partial<Record<CorrectionAct, CorrectionTelling>> = {
  ask: { to: 'desk', sentence: '登记号{number}有更正申请，请审批', mail: 'daily' },
  withdraw: { to: 'desk', sentence: '登记号{number}的更正申请已由完成单位撤回', mail: 'none' },
  approve: { to: 'askers', sentence: '登记号{number}的更正申请已获批准', mail: 'each' },
  refuse: { to: 'askers', sentence: '登记号{number}的更正申请未获批准，请查看原因', mail: 'each' },
  lapse: { to: 'askers', sentence: '登记号{number}的登记已注销，更正申请随之终止', mail: 'none' },
  escalate: { to: 'informed', sentence: '登记号{number}的更正申请逾期未办，请督促', mail: 'each' },
};

const PREFIX = correctionWorkflowId('');
const ADMINISTRATORS: readonly Role[] = ['unitAdmin'];
const SUPERIORS: readonly Role[] = ['superAdmin'];

/** Tells of corrections, as `SubmissionTeller` hears of them. */
@Injectable()
export class CorrectionTeller {
  constructor(
    private readonly recipients: RecipientsService,
    private readonly inbox: InboxService,
    private readonly mails: MailOutboxService,
    private readonly sms: SmsOutboxService,
    private readonly links: Links,
  ) {}

  async tell(manager: EntityManager, { subject, number, kind, at, detail }: FeedEntry): Promise<void> {
    const telling = correctionTellings[kind as CorrectionAct];
    const { deskId, unitId, askedBy, registrationNumber } = detail as Record<string, string>;
    if (!subject.startsWith(PREFIX) || telling === undefined || !deskId || !unitId || !askedBy || !registrationNumber) {
      return;
    }
    const id = subject.slice(PREFIX.length);
    const people = await this.audience(manager, telling.to, { deskId, unitId, askedBy }, at);
    const sentence = telling.sentence.replace('{number}', registrationNumber);
    const eventKey = `${subject}#${number}`;
    const message = { eventKey, kind: `correction.${kind}`, subject: sentence, at, about: { id, fact: number } };
    await this.inbox.deliver(
      manager,
      people.map((recipientId) => ({ ...message, recipientId })),
    );
    const mailKey = telling.mail === 'daily' ? `corrections/${shanghaiDateOf(at)}` : eventKey;
    const mail = { eventKey: mailKey, kind: message.kind, subject: sentence, body: `${sentence}。\n\n${this.links.correction(id)}`, at };
    const mails = telling.mail === 'none' ? [] : people.map((recipientId) => ({ ...mail, recipientId }));
    await this.mails.add(manager, mails);
    await this.sms.add(manager, mails);
  }

  private async audience(manager: EntityManager, to: CorrectionTelling['to'], ids: Concerned, at: Instant): Promise<string[]> {
    const { deskId, unitId, askedBy } = ids;
    switch (to) {
      case 'desk':
        return (await this.recipients.atDesks(manager, [deskId], at)).get(deskId) ?? [];
      case 'informed':
        return this.recipients.withRoles(manager, deskId, SUPERIORS, at);
      case 'askers': {
        const administrators = await this.recipients.withRoles(manager, unitId, ADMINISTRATORS, at);
        return [...new Set([await this.recipients.known(manager, askedBy), ...administrators])];
      }
    }
  }
}

type Concerned = Record<'deskId' | 'unitId' | 'askedBy', string>;
