import type { Instant } from '@dengke/contract';
import { DomainError, toDatabase, toInstant } from '@dengke/service-kit';
import type { ActContext, ActHandler } from './act-context';
import { person, presentStage } from './act-context';
import { subjectOf } from './facts';
import { passedLast } from './permission';
import type { SubmissionStage } from './submission-stage.entity';

/** The desk has looked at it; from now on withdrawal needs its consent (P25). */
export const open: ActHandler = (context) => {
  if (presentStage(context).openedAt !== null) {
    return null;
  }
  return { stage: { openedAt: context.at, openedBy: person(context).personId } };
};

/** One of the desk takes it in hand; the others leave it alone (P29). */
export const claim: ActHandler = (context) => {
  const stage = presentStage(context);
  const { personId } = person(context);
  if (stage.claimedBy === personId) {
    return null;
  }
  if (stage.claimedBy !== null) {
    throw new DomainError('CLAIMED_BY_ANOTHER');
  }
  return { stage: { claimedBy: personId, openedAt: stage.openedAt ?? context.at, openedBy: stage.openedBy ?? personId } };
};

/** 转办 within the desk, by whoever has claimed it, its super administrator, or the next desk once it is late. */
export const reassign: ActHandler = (context) => {
  const { toPersonId, reason } = context.input;
  if (!toPersonId) {
    throw new DomainError('INVALID_INPUT', { fields: [{ field: 'toPersonId', reason: 'required' }] });
  }
  return { stage: { claimedBy: toPersonId }, detail: { toPersonId }, text: { reason } };
};

/** 催办: recorded, and told to the desk. Once per person and working day while one desk has it: more would only be noise. */
export const urge: ActHandler = async (context) => {
  const before = await lastUrgeOf(context);
  if (before !== null && (await context.isSameWorkday(before, context.at))) {
    throw new DomainError('URGED_TODAY');
  }
  return { text: { reason: context.input.reason } };
};

async function lastUrgeOf(context: ActContext): Promise<Instant | null> {
  const [last] = await context.manager.query<{ at: Date }[]>(
    `SELECT at FROM ledger_entry WHERE subject = ? AND kind = 'urge' AND byPersonId = ? AND at >= ? ORDER BY number DESC LIMIT 1`,
    [subjectOf(context.submission.serial), person(context).personId, toDatabase(presentStage(context).startedAt)],
  );
  return last === undefined ? null : toInstant(last.at);
}

/** 取回: whoever decided before takes it back while the present desk has not opened it. His desk's deadline goes on as it was. */
export const recall: ActHandler = async (context) => {
  const before = passedLast(context);
  if (before === null || presentStage(context).openedAt !== null) {
    throw new DomainError('ALREADY_OPENED');
  }
  const { position, round, startedAt: since } = before;
  return {
    wait: { for: 'desk-before', position, round, since, escalatedAt: await escalatedUndecided(context, before) },
    text: { reason: context.input.reason },
  };
};

/** When it was escalated at a desk that then decided it late; null where nothing was escalated, or it was late no more. */
async function escalatedUndecided({ manager, submission }: ActContext, { decision }: Readonly<SubmissionStage>): Promise<Instant | null> {
  const [before] = await manager.query<{ dueAt: string | null; escalatedAt: Date | null }[]>(
    `SELECT JSON_VALUE(b.detail, '$.dueAt') AS dueAt,
            (SELECT e.at FROM ledger_entry e WHERE e.subject = b.subject AND e.kind = 'escalate' AND e.number <= b.number
              ORDER BY e.number DESC LIMIT 1) AS escalatedAt
       FROM ledger_entry d JOIN ledger_entry b ON b.subject = d.subject AND b.number = d.number - 1
      WHERE d.subject = ? AND d.kind = ? ORDER BY d.number DESC LIMIT 1`,
    [subjectOf(submission.serial), decision],
  );
  return !before || before.dueAt !== null || before.escalatedAt === null ? null : toInstant(before.escalatedAt);
}

/** The holder agrees that the applicant takes it back after it was opened (P25). */
export const consentWithdrawal: ActHandler = (context) => {
  if (!context.submission.withdrawalAsked) {
    throw new DomainError('ACT_NOT_PERMITTED');
  }
  return { submission: { state: 'withdrawn', withdrawalAsked: false }, wait: { for: 'nothing' } };
};

/** Nobody answered a return, reminders and escalation included: the returning desk may close it by hand. */
export const close: ActHandler = (context) => {
  if (context.submission.escalatedAt === null) {
    throw new DomainError('NOT_YET_DUE');
  }
  return { submission: { state: 'closed' }, wait: { for: 'nothing' }, text: { reason: context.input.reason } };
};
