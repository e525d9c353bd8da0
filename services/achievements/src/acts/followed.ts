import { dueBy, isOver, submissionAttributes, workflowTypes } from '@dengke/contract';
import type { Instant, SubmissionFact } from '@dengke/contract';
import type { LedgerEntry, WantedWorkflow } from '@dengke/service-kit';
import { factOf } from './facts';

/** What a submission's workflow is like once it has followed these, as `submission.workflow.ts` and its board make it. */
export function followed(entries: readonly LedgerEntry[]): WantedWorkflow {
  const facts = entries.map(factOf);
  const last = facts.at(-1) as SubmissionFact;
  const about = facts.findLast((fact) => fact.about !== undefined)?.about;
  return {
    type: workflowTypes.submission,
    isOver: isOver(last.state),
    state: last.state,
    waitsUntil: [awaited(last)],
    attributes: submissionAttributes(last, about),
  };
}

/** Until when it waits, before time acts. */
function awaited({ state, stage, at, dueAt, cutOffAt }: SubmissionFact): Instant | null {
  if (state === 'suspected') {
    return null;
  }
  if (state === 'registered') {
    return stage === null ? at : dueAt;
  }
  return dueBy(dueAt, cutOffAt);
}
