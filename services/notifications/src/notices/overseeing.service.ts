import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { shanghaiDateOf } from '@dengke/calendar';
import type { Caller, Instant, NoticeAct, NoticeFact, TimedNoticeAct } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, once } from '@dengke/service-kit';
import { GapsService } from './gaps.service';
import { NoticeActsService } from './notice-acts.service';
import type { NoticeChange } from './notice-acts.service';
import { NoticeCopy } from './notice-copy.entity';
import { progressOf, subjectOf } from './notice-facts';
import type { NoticeProgress } from './notice-facts';
import { NoticeTeller } from './notice-teller';
import { Notice } from './notice.entity';

/** What the issuer does about a letter that is out, and what time does: urge, withdraw, fall due (P5, P31). */
@Injectable()
export class OverseeingService {
  constructor(
    private readonly database: DataSource,
    private readonly acts: NoticeActsService,
    private readonly gaps: GapsService,
    private readonly teller: NoticeTeller,
    private readonly clock: BusinessClock,
  ) {}

  /** Whoever has not answered, or where no answer is asked for not signed, hears of it, once a day. @throws DomainError NOT_FOUND, ACT_NOT_PERMITTED, URGED_TODAY */
  urge(me: Caller, key: string, id: string): Promise<NoticeProgress> {
    return this.act(me, key, { id, act: 'urge' }, {}, ({ urgedOn }, at) => {
      const today = shanghaiDateOf(at);
      if (urgedOn === today) {
        throw new DomainError('URGED_TODAY');
      }
      return { set: { urgedOn: today } };
    });
  }

  /** Nothing more is done to it; it stays where it can be seen, marked. @throws DomainError NOT_FOUND, ACT_NOT_PERMITTED, REASON_MISSING */
  withdraw(me: Caller, key: string, id: string, reason: string): Promise<NoticeProgress> {
    return this.act(me, key, { id, act: 'withdraw' }, { reason }, () => ({}));
  }

  /** The last day for answers is over, at the workflow's instant: those who are late are marked, the issuer is told of them. */
  async fallDue({ noticeId: id, after, at }: TimedNoticeAct): Promise<NoticeFact[]> {
    await inTransaction(this.database, async (manager) => {
      const acting = { by: null, at, actId: `fallDue:${after}` };
      let hasFallen = false;
      const row = await this.acts.onNotice(manager, { id, act: 'fallDue', after }, acting, async ({ dueAt, issuerId }) => {
        if (dueAt === null || at < dueAt) {
          throw new DomainError('NOT_YET_DUE', { dueAt });
        }
        hasFallen = true;
        const { addressees, answered } = await this.gaps.countsOf(manager, id);
        return { set: { steps: 1 }, detail: { step: 1, to: [issuerId], late: addressees - answered, addressees, answered } };
      });
      if (hasFallen) {
        await manager.update(NoticeCopy, { noticeId: id, answeredAt: IsNull() }, { escalatedAt: at });
        const { sentence } = await this.gaps.lateWith(manager, row);
        await this.teller.tellIssuer(manager, row, { eventKey: `${subjectOf(id)}#${row.lastFact}`, sentence, at });
      }
    });
    return this.acts.factsAfter(id, after);
  }

  private act(
    me: Caller,
    key: string,
    what: { id: string; act: NoticeAct },
    dto: { reason?: string },
    change: (row: Readonly<Notice>, at: Instant) => NoticeChange<Notice>,
  ): Promise<NoticeProgress> {
    const at = this.clock.now();
    const { personId, position } = me;
    const body = { act: `${what.act}Notice`, id: what.id, ...dto };
    const write = async (manager: EntityManager): Promise<NoticeProgress> => {
      if (!(await manager.existsBy(Notice, { id: what.id, issuerId: position.organisationId }))) {
        throw new DomainError('NOT_FOUND');
      }
      const acting = { by: me, at, actId: actIdOf(personId, key), ...dto };
      return progressOf(await this.acts.onNotice(manager, what, acting, (row) => change(row, at)));
    };
    return inTransaction(this.database, (manager) => once(manager, { personId, key, body, at }, () => write(manager)));
  }
}
