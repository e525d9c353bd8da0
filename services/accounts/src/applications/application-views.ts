import type { TimelineEntry } from '@dengke/service-kit';
import { progressOf } from './application-facts';
import type { ApplicationStanding } from './application-standing';
import type { ApplicationActDto, WaitingApplicationDto } from './applications.dto';

/** What a desk sees of every application. */
export function waitingOf(row: ApplicationStanding): WaitingApplicationDto {
  const { deskId, dueOn, dueAt, due, escalatedAt } = row;
  return { ...progressOf(row), deskId, dueOn, dueProvisional: dueOn !== null && due?.provisional === true, dueAt, escalatedAt };
}

/** Up to the last act that the row has seen: page and timeline tell of the same moment. */
export const actsOf = (entries: readonly TimelineEntry[], { lastFact }: ApplicationStanding): ApplicationActDto[] =>
  entries.slice(0, lastFact).map(({ number, kind, at, by, text }) => {
    const reason = text?.['reason'];
    return { number, act: kind, at, by, reason: typeof reason === 'string' ? reason : null };
  });
