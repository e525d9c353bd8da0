import { dueBy, submissionWorkflowId } from '@dengke/contract';
import type { Progress, SubmissionAct, SubmissionFact } from '@dengke/contract';
import type { LedgerEntry } from '@dengke/service-kit';
import { bindingCutOff } from './settlement';
import type { Submission } from './submission.entity';

/** Subject of a submission in the ledger; the workflow's id is the same word. */
export const subjectOf = submissionWorkflowId;

/** Where a submission stands, as every act answers it. */
export function progressOf(submission: Submission): Progress {
  const { serial, state, stage, round, mode, deskId, dueAt, dueProvisional, registrationNumber, lastFact } = submission;
  const due = submission.state === 'suspected' ? dueAt : dueBy(dueAt, bindingCutOff(submission));
  return {
    serial,
    state,
    stage,
    round,
    mode,
    deskId,
    dueAt: due,
    dueProvisional: dueProvisional && due === dueAt,
    registrationNumber,
    lastFact,
    ...heldBy(submission),
  };
}

/** While a suspicion of secrecy interrupts publicity, nothing holds it. */
const heldBy = ({ heldAt, state }: Submission): { held?: true } => (heldAt === null || state !== 'in-publicity' ? {} : { held: true });

/** What the ledger keeps of a submission with each entry: ids, states and instants. Feeds carry it whole, workflows the fact in it. */
export function detailOf(submission: Submission, extra: Record<string, unknown> = {}): Record<string, unknown> {
  const { serial, state, stage, round, deskId, dueAt, mode, registrationNumber, submitterId, unitId, windowId, position, legs } =
    submission;
  return {
    serial,
    state,
    stage,
    round,
    deskId,
    dueAt,
    mode,
    registrationNumber,
    submitterId,
    unitId,
    windowId,
    ...heldBy(submission),
    ...(submission.dueProvisional && { dueProvisional: true }),
    cutOffAt: bindingCutOff(submission),
    previousDeskId: position === null ? null : (legs[position - 1]?.organisationId ?? null),
    nextDeskId: position === null ? null : (legs[position + 1]?.organisationId ?? null),
    ...extra,
  };
}

export function factOf({ number, kind, at, by, detail }: LedgerEntry): SubmissionFact {
  const { serial, state, stage, round, deskId, dueAt, cutOffAt, mode, registrationNumber, about, held } =
    detail as unknown as SubmissionFact;
  const fact = {
    serial,
    number,
    act: kind as SubmissionAct,
    at,
    by,
    state,
    stage,
    round,
    deskId,
    dueAt,
    cutOffAt,
    mode,
    registrationNumber,
    ...(held === true && { held }),
  };
  return about === undefined ? fact : { ...fact, about };
}

/** Operators' first look, on the first fact, and again on each that changes the route. */
export function aboutOf(submission: Submission): NonNullable<SubmissionFact['about']> {
  const { category, registrationYear, unitId, organiserId, areaCode, windowId, legs } = submission;
  return { category, registrationYear, unitId, organiserId, areaCode, windowId, legs };
}
