import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isBlank, noticeCopyRules, noticeRules, noticeStates } from '@dengke/contract';
import type { Caller, Instant, NoticeAct, NoticeCopyAct, NoticeFact } from '@dengke/contract';
import { changeOne, DomainError, Ledger } from '@dengke/service-kit';
import type { LedgerHead } from '@dengke/service-kit';
import { NoticeCopy } from './notice-copy.entity';
import { copyProgressOf, copySubjectOf, detailOf, factOf, progressOf, subjectOf } from './notice-facts';
import { Notice } from './notice.entity';

/** One act: by whom (null: the workflow), when, under which id. */
export interface Acting {
  by: Pick<Caller, 'personId' | 'position'> | null;
  at: Instant;
  actId: string;
  /** Kept beside the ledger, erasable. */
  reason?: string;
}

/** What an act sets beside the state, and tells those who follow the ledger. */
export interface NoticeChange<R> {
  set?: Partial<R>;
  detail?: Record<string, unknown>;
}

/** A fact as those below are told of it. */
export interface TellableFact extends NoticeFact {
  addresseeIds: string[] | null;
}

/**
 * The judge of notices: whatever changes a letter or an addressee's copy comes through here, as one transaction that checks the table of acts,
 * compares and sets, and appends the numbered entry (decision 0002). Only a letter's facts go to its workflow.
 */
@Injectable()
export class NoticeActsService {
  constructor(private readonly ledger: Ledger) {}

  /** Writes the first fact of a letter, with its row. */
  async begin(manager: EntityManager, row: Notice, acting: Acting, detail: Record<string, unknown>): Promise<void> {
    const head = await this.ledger.lockHead(manager, subjectOf(row.id));
    await manager.insert(Notice, row);
    await this.append(manager, head, 'issue', acting, detailOf(row, detail), true);
  }

  /**
   * An act on a letter. `after`, of the workflow: another fact came first, and nothing is written.
   * @throws DomainError NOT_FOUND, ACT_NOT_PERMITTED, REASON_MISSING
   */
  async onNotice(
    manager: EntityManager,
    { id, act, after }: { id: string; act: NoticeAct; after?: number },
    acting: Acting,
    change: (row: Readonly<Notice>) => Promise<NoticeChange<Notice>> | NoticeChange<Notice>,
  ): Promise<Notice> {
    const head = await this.ledger.lockHead(manager, subjectOf(id));
    const row = await manager.findOneBy(Notice, { id });
    if (row === null) {
      throw new DomainError('NOT_FOUND');
    }
    if (after !== undefined && head.number !== after) {
      return row;
    }
    const rule = noticeRules[act];
    if (!rule.from.includes(row.state)) {
      throw new DomainError('ACT_NOT_PERMITTED', { current: progressOf(row) });
    }
    if (rule.reason === 'required' && isBlank(acting.reason)) {
      throw new DomainError('REASON_MISSING', { field: 'reason' });
    }
    const { set = {}, detail } = await change(row);
    const changed = { ...(rule.to === 'same' ? {} : { state: rule.to }), ...set, lastFact: head.number + 1 };
    await compareAndSet(manager, Notice, row, changed);
    const next = { ...row, ...changed, version: row.version + 1 };
    await this.append(manager, head, act, acting, detailOf(next, detail), true);
    return next;
  }

  /**
   * An act of the addressee on its copy; the letter is held meanwhile, so that nothing is done to one that is withdrawn.
   * @throws DomainError NOT_FOUND, ACT_NOT_PERMITTED
   */
  async onCopy(
    manager: EntityManager,
    { noticeId, organisationId, act }: { noticeId: string; organisationId: string; act: NoticeCopyAct },
    acting: Acting,
    change: (copy: Readonly<NoticeCopy>, notice: Readonly<Notice>) => Promise<NoticeChange<NoticeCopy>> | NoticeChange<NoticeCopy>,
  ): Promise<NoticeCopy> {
    const notice = await manager.findOne(Notice, { where: { id: noticeId }, lock: { mode: 'pessimistic_read' } });
    const found = await manager.findOneBy(NoticeCopy, { noticeId, organisationId });
    if (notice === null || found === null) {
      throw new DomainError('NOT_FOUND');
    }
    const head = await this.ledger.lockHead(manager, copySubjectOf(found.id));
    const copy = await manager.findOneByOrFail(NoticeCopy, { id: found.id });
    const rule = noticeCopyRules[act];
    if (notice.state === 'withdrawn' || !rule.from.includes(copy.state)) {
      throw new DomainError('ACT_NOT_PERMITTED', { current: copyProgressOf(copy), notice: noticeStates[notice.state].label });
    }
    const { set = {}, detail = {} } = await change(copy, notice);
    const changed = { ...(rule.to === 'same' ? {} : { state: rule.to }), ...set };
    await compareAndSet(manager, NoticeCopy, copy, changed);
    const next = { ...copy, ...changed, version: copy.version + 1 };
    await this.append(manager, head, act, acting, { state: next.state, noticeId, organisationId, ...detail }, false);
    return next;
  }

  /** The same with whom an urging named: all who are late, where nobody. */
  async tellableAfter(noticeId: string, after: number, manager: EntityManager): Promise<TellableFact[]> {
    const entries = await this.ledger.entriesAfter(subjectOf(noticeId), after, manager);
    return entries.map((entry) => ({ ...factOf(entry), addresseeIds: (entry.detail['addresseeIds'] as string[] | undefined) ?? null }));
  }

  async factsAfter(noticeId: string, after: number, manager?: EntityManager): Promise<NoticeFact[]> {
    return (await this.ledger.entriesAfter(subjectOf(noticeId), after, manager)).map(factOf);
  }

  private async append(
    manager: EntityManager,
    head: LedgerHead,
    kind: string,
    { by, at, actId, reason }: Acting,
    detail: Record<string, unknown>,
    relay: boolean,
  ): Promise<void> {
    await this.ledger.append(manager, head, {
      ...{ kind, actId, at, detail, relay },
      by: by?.personId ?? null,
      organisationId: by?.position.organisationId ?? null,
      text: reason === undefined ? undefined : { reason },
    });
  }
}

async function compareAndSet<R extends { id: string; version: number; state: string }>(
  manager: EntityManager,
  entity: new () => R,
  { id, version, state }: R,
  set: Partial<R>,
): Promise<void> {
  const query = manager
    .createQueryBuilder()
    .update(entity)
    .set(set as never);
  await changeOne(query.where('id = :id AND version = :version AND state = :state', { id, version, state }));
}
