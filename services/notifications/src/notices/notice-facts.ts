import type { Instant, NoticeAct, NoticeCopyState, NoticeFact, NoticeState } from '@dengke/contract';
import { noticeWorkflowId } from '@dengke/contract';
import type { LedgerEntry } from '@dengke/service-kit';
import type { NoticeCopy } from './notice-copy.entity';
import type { Notice } from './notice.entity';

/** Where a letter stands, as acts and their conflicts answer it. */
export interface NoticeProgress {
  id: string;
  state: NoticeState;
  lastFact: number;
}
export const progressOf = ({ id, state, lastFact }: Notice): NoticeProgress => ({ id, state, lastFact });

/** Where a letter stands with one addressee. */
export interface CopyProgress {
  noticeId: string;
  organisationId: string;
  state: NoticeCopyState;
  readAt: Instant | null;
  signedAt: Instant | null;
  forwardedAt: Instant | null;
  answeredAt: Instant | null;
}
export const copyProgressOf = (copy: NoticeCopy): CopyProgress => {
  const { noticeId, organisationId, state, readAt, signedAt, forwardedAt, answeredAt } = copy;
  return { noticeId, organisationId, state, readAt, signedAt, forwardedAt, answeredAt };
};

export const subjectOf = noticeWorkflowId;
/** Of the ledger of one addressee: ten thousand who answer do not wait for one another. */
export const copySubjectOf = (copyId: string): string => `notice-copy/${copyId}`;

/** What the ledger keeps of a letter with each entry: ids, states and instants. */
export const detailOf = ({ state, issuerId, dueAt }: Notice, extra: Record<string, unknown> = {}) => ({ state, issuerId, dueAt, ...extra });

export function factOf({ subject, number, kind, at, by, detail }: LedgerEntry): NoticeFact {
  const { state, issuerId, dueAt } = detail as unknown as NoticeFact;
  return { noticeId: subject.slice(subjectOf('').length), number, act: kind as NoticeAct, at, by, state, issuerId, dueAt };
}
