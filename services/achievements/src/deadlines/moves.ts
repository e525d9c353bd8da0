import type { DeadlineExplanation } from '@dengke/calendar';
import type { PlainDate } from '@dengke/contract';
import type { EntityManager } from 'typeorm';
import type { MovedDeadlines } from './deadlines.dto';
import type { Awaited } from './limit-rule.entity';

/** Serials named for each move; the rest is counted. */
const NAMED = 20;

/** Open deadlines that began on one day by one limit, and so end on one. */
export interface Alike {
  about: Awaited;
  organisationId: string | null;
  limitId: string;
  days: number | null;
  startOn: PlainDate;
  dueOn: PlainDate;
  provisional: number;
  count: string;
  serials: string;
}

/** Which open deadlines would move where they were counted so; null: not concerned. */
export async function movesOf(
  manager: EntityManager,
  countAnew: (these: Alike) => DeadlineExplanation | null,
  about: Awaited | null = null,
): Promise<MovedDeadlines[]> {
  const same = 'about, organisationId, limitId, days, startOn, dueOn, provisional';
  const alike = await manager.query<Alike[]>(
    `SELECT ${same}, COUNT(*) AS count, SUBSTRING_INDEX(GROUP_CONCAT(serial ORDER BY serial), ',', ?) AS serials
       FROM deadline WHERE state = 'open' AND (? IS NULL OR about = ?) GROUP BY ${same} ORDER BY dueOn, about`,
    [NAMED, about, about],
  );
  return alike.flatMap((these) => moveOf(these, countAnew(these)));
}

const moveOf = ({ about, dueOn, provisional, count, serials }: Alike, counted: DeadlineExplanation | null): MovedDeadlines[] =>
  counted === null || (counted.on === dueOn && counted.provisional === (provisional === 1))
    ? []
    : [{ about, from: dueOn, to: counted.on, provisional: counted.provisional, count: Number(count), serials: serials.split(',') }];
