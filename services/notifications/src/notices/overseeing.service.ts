import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { shanghaiDateOf } from '@dengke/calendar';
import type { Caller, NoticeFact, PlainDate, TimedNoticeAct } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, once } from '@dengke/service-kit';
import { GapsService } from './gaps.service';
import { NoticeActsService } from './notice-acts.service';
import type { NoticeChange } from './notice-acts.service';
import { NoticeCopy } from './notice-copy.entity';
import { progressOf, subjectOf } from './notice-facts';
import type { NoticeProgress } from './notice-facts';
import { NoticeTeller } from './notice-teller';
import { Notice } from './notice.entity';

/** What the issuer does about a letter that is late, and what time does: urge, fall due (P5, P31). */
@Injectable()
export class OverseeingService {
  constructor(
    private readonly database: DataSource,
    private readonly acts: NoticeActsService,
    private readonly gaps: GapsService,
    private readonly teller: NoticeTeller,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Whoever has not answered, or where no answer is asked for not signed, hears of it, once a day; or those of them who are named, each once a day.
   * @throws DomainError NOT_FOUND, ACT_NOT_PERMITTED, URGED_TODAY, NOBODY_ADDRESSED for one who was not sent it or is not late
   */
  urge(me: Caller, key: string, id: string, { addresseeIds }: { addresseeIds?: string[] } = {}): Promise<NoticeProgress> {
    const at = this.clock.now();
    const today = shanghaiDateOf(at);
    const { personId, position } = me;
    const body = { act: 'urgeNotice', id, ...(addresseeIds !== undefined && { addresseeIds }) };
    return inTransaction(this.database, (manager) =>
      once(manager, { personId, key, body, at }, async () => {
        await requireOwn(manager, id, position.organisationId);
        const acting = { by: me, at, actId: actIdOf(personId, key) };
        const row = await this.acts.onNotice(manager, { id, act: 'urge' }, acting, async (notice) => {
          if (notice.urgedOn === today) {
            throw new DomainError('URGED_TODAY');
          }
          return addresseeIds === undefined ? { set: { urgedOn: today } } : urgedByThemselves(manager, notice, addresseeIds, today);
        });
        return progressOf(row);
      }),
    );
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
}

/** @throws DomainError NOT_FOUND for a letter of somebody else's */
export async function requireOwn(manager: EntityManager, id: string, issuerId: string): Promise<void> {
  if (!(await manager.existsBy(Notice, { id, issuerId }))) {
    throw new DomainError('NOT_FOUND');
  }
}

async function urgedByThemselves(
  manager: EntityManager,
  { id: noticeId, form }: Readonly<Notice>,
  addresseeIds: readonly string[],
  today: PlainDate,
): Promise<NoticeChange<Notice>> {
  const lacking = form === null ? { signedAt: IsNull() } : { answeredAt: IsNull() };
  const these = { noticeId, organisationId: In([...addresseeIds]) };
  const late = await manager.find(NoticeCopy, { where: { ...these, ...lacking }, select: { id: true, urgedOn: true } });
  if (late.length !== addresseeIds.length) {
    throw new DomainError('NOBODY_ADDRESSED', { field: 'addresseeIds' });
  }
  if (late.some(({ urgedOn }) => urgedOn === today)) {
    throw new DomainError('URGED_TODAY');
  }
  await manager.update(NoticeCopy, these, { urgedOn: today });
  return { detail: { addresseeIds } };
}
