import { Injectable } from '@nestjs/common';
import { DataSource, MoreThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { shanghaiDateOf, shownDay } from '@dengke/calendar';
import type { Instant, NoticeAct } from '@dengke/contract';
import { inTransaction } from '@dengke/service-kit';
import { InboxService } from '../inbox/inbox.service';
import { Links } from '../mail/links';
import { MailOutboxService } from '../mail/mail-outbox.service';
import { RecipientsService } from '../recipients/recipients.service';
import { SmsOutboxService } from '../sms/sms-outbox.service';
import { NoticeActsService } from './notice-acts.service';
import type { TellableFact } from './notice-acts.service';
import { NoticeCopy } from './notice-copy.entity';
import { subjectOf } from './notice-facts';
import { Notice } from './notice.entity';

const PAGE = 200;

type Telling = { sentence: string; to: (copy: NoticeCopy) => boolean };

const everybody = (): boolean => true;

/** `《title》（number）` is filled in for `{notice}`, the last day for `{due}`. Whoever has done what was asked is not urged. */
const tellings: Partial<Record<NoticeAct, (notice: Notice) => Telling>> = {
  issue: () => ({ sentence: '收到通知{notice}，请签收{due}', to: everybody }),
  urge: ({ form }) =>
    form === null
      ? { sentence: '通知{notice}尚未签收，请尽快签收', to: ({ signedAt }) => signedAt === null }
      : { sentence: '通知{notice}尚未反馈，请尽快办理{due}', to: ({ answeredAt }) => answeredAt === null },
  withdraw: () => ({ sentence: '通知{notice}已由发文单位撤销', to: everybody }),
};

/** Tells the people at the desks of the addressees, a page at a time, and those of the issuer; each once for each fact. */
@Injectable()
export class NoticeTeller {
  constructor(
    private readonly database: DataSource,
    private readonly acts: NoticeActsService,
    private readonly recipients: RecipientsService,
    private readonly inbox: InboxService,
    private readonly mails: MailOutboxService,
    private readonly sms: SmsOutboxService,
    private readonly links: Links,
  ) {}

  async page(noticeId: string, upTo: number, cursor: string | null): Promise<{ told: number; next: string | null }> {
    return inTransaction(this.database, async (manager) => {
      const notice = await manager.findOneByOrFail(Notice, { id: noticeId });
      const facts = (await this.acts.tellableAfter(noticeId, notice.toldFact, manager)).filter(({ number }) => number <= upTo);
      if (facts.length === 0) {
        return { told: 0, next: null };
      }
      const after = cursor === null ? {} : { id: MoreThan(cursor) };
      const copies = await manager.find(NoticeCopy, { where: { noticeId, ...after }, order: { id: 'ASC' }, take: PAGE });
      for (const fact of facts) {
        await this.tell(manager, notice, fact, copies);
      }
      if (copies.length < PAGE) {
        await manager.query('UPDATE notice SET toldFact = GREATEST(toldFact, ?) WHERE id = ?', [upTo, noticeId]);
      }
      return { told: copies.length, next: copies.length < PAGE ? null : (copies.at(-1)?.id ?? null) };
    });
  }

  /** The last day is over: who has answered, and who has not. */
  async tellIssuer(
    manager: EntityManager,
    notice: Notice,
    { eventKey, sentence, at }: { eventKey: string; sentence: string; at: Instant },
  ): Promise<void> {
    const subject = `通知${named(notice)}反馈期限已到，${sentence}`.slice(0, 400);
    const people = await this.atDesks(manager, [notice.issuerId], at);
    await this.deliver(manager, notice, people, { eventKey, kind: 'notice.fallDue', subject, at });
  }

  /** It is still late: a step further up. */
  async tellAbove(
    manager: EntityManager,
    notice: Notice,
    { people, sentence, at }: { people: readonly string[]; sentence: string; at: Instant },
  ): Promise<void> {
    const subject = `通知${named(notice)}${notice.form === null ? '逾期未签收' : '逾期未反馈'}，请督促：${sentence}`.slice(0, 400);
    await this.deliver(manager, notice, people, {
      eventKey: `${subjectOf(notice.id)}#${notice.lastFact}`,
      kind: 'notice.escalate',
      subject,
      at,
    });
  }

  private async tell(
    manager: EntityManager,
    notice: Notice,
    { act, number, at, addresseeIds }: TellableFact,
    copies: readonly NoticeCopy[],
  ): Promise<void> {
    const telling = tellings[act]?.(notice);
    if (telling === undefined) {
      return;
    }
    const { sentence, to } = telling;
    const isUrgedAlready = ({ urgedOn }: NoticeCopy): boolean => act === 'urge' && urgedOn === shanghaiDateOf(at);
    const isMeant = (copy: NoticeCopy): boolean => addresseeIds?.includes(copy.organisationId) ?? !isUrgedAlready(copy);
    const due = notice.dueOn === null ? '' : `，${shownDay(notice.dueOn)}前反馈`;
    const subject = sentence.replace('{notice}', () => named(notice)).replace('{due}', () => due);
    const told = copies.filter((copy) => to(copy) && isMeant(copy)).map(({ organisationId }) => organisationId);
    await this.deliver(manager, notice, await this.atDesks(manager, told, at), {
      eventKey: `${subjectOf(notice.id)}#${number}`,
      kind: `notice.${act}`,
      subject,
      at,
    });
  }

  private async atDesks(manager: EntityManager, organisationIds: readonly string[], at: Instant): Promise<string[]> {
    const desks = await this.recipients.atDesks(manager, organisationIds, at);
    return [...new Set([...desks.values()].flat())];
  }

  private async deliver(
    manager: EntityManager,
    { id }: Notice,
    people: readonly string[],
    message: { eventKey: string; kind: string; subject: string; at: Instant },
  ): Promise<void> {
    const { eventKey, kind, subject, at } = message;
    const body = `${message.subject}。\n\n${this.links.notice(id)}`;
    await this.inbox.deliver(
      manager,
      people.map((recipientId) => ({ ...message, recipientId, about: { noticeId: id } })),
    );
    const mails = people.map((recipientId) => ({ eventKey, kind, subject, at, body, recipientId }));
    await this.mails.add(manager, mails);
    await this.sms.add(manager, mails);
  }
}

const named = ({ title, documentNumber }: Notice): string => `《${title}》${documentNumber === null ? '' : `（${documentNumber}）`}`;
