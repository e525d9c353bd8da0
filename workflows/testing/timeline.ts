import type { ApplicationFact, CorrectionFact, SubmissionFact } from '@dengke/contract';
import { minute } from './instants';

const dayMs = 86_400_000;

/** `day 10 escalate → municipal`: days since the first fact, the act, and where it stands since. */
export function timelineOf(facts: readonly SubmissionFact[]): string[] {
  const start = Date.parse(facts[0]?.at ?? '');
  return facts.map((fact) => `day ${Math.floor((Date.parse(fact.at) - start) / dayMs)} ${fact.act} → ${placeOf(fact)}`);
}

export function placeOf({ state, stage }: SubmissionFact): string {
  if (state === 'in-review') {
    return String(stage);
  }
  return stage === null ? state : `${state}, ${stage}`;
}

/** `2023-08-22 16:00 escalate → received`: an application's facts or a correction's, to the minute in UTC. */
export const applicationTimelineOf = (facts: readonly (ApplicationFact | CorrectionFact)[]): string[] =>
  facts.map(({ at, act, state }) => `${minute(at)} ${act} → ${state}`);
