import type { PlainDate } from '@dengke/contract';
import type { Planned, PlannedWindow } from '../scenario';
import { plus } from './days';
import { nameOf } from './names';
import type { Random } from '../random';
import type { World } from './world';

/** When somebody submits what: in a window for the most part, else at any time of the year; rarely of a wrong year, or what is there already. */
export interface Intention {
  ref: string;
  planned: Planned;
  on: PlainDate;
  /** The time of day. */
  at: string;
}

/** When units do what they do; some submit in the last minutes of a window, or just after them. */
export const atUnits = 'T10:00';
const atTheLast = 'T23:50';
const justTooLate = 'T00:10';

const clicked = ['submit', 'release', 'recommend', 'return', 'approve', 'acknowledge'] as const;
const evidenceOf = { applied: 'intellectual-property', soft: 'closing-report' } as const;

export function intend(
  random: Random,
  ref: string,
  world: World,
  windows: readonly PlannedWindow[],
  days: readonly PlainDate[],
): Intention {
  const window = random.happens(0.65) ? random.one(windows) : undefined;
  const [on, at] = window === undefined ? ([random.one(days), atUnits] as const) : submittedIn(random, window, days);
  const year = Number(on.slice(0, 4));
  const isWrong = random.happens(0.04);
  const achievedOn =
    window !== undefined && random.happens(0.9)
      ? dayBetween(random, window.resultFrom, window.resultTo)
      : dayBetween(random, `${isWrong ? year - 1 : year}-01-01`, isWrong ? `${year - 1}-12-31` : on);
  const twice = random.some(clicked, random.happens(0.2) ? random.between(1, 3) : 0);
  return { ref, planned: { ...whose(random, world), ...what(random, achievedOn < on ? achievedOn : on), twice }, on, at };
}

/** Half of them in the last fifth of a window, a few about the midnight that ends it (P12). */
function submittedIn(random: Random, { opensOn, cutOffOn }: PlannedWindow, days: readonly PlainDate[]): readonly [PlainDate, string] {
  const fate = random.next();
  if (fate < 0.08) {
    return fate < 0.04 ? [cutOffOn, atTheLast] : [plus(cutOffOn, 1), justTooLate];
  }
  const open = days.filter((day) => opensOn <= day && day <= cutOffOn);
  return [random.one(random.happens(0.5) ? open.slice(-Math.ceil(open.length / 5)) : open), atUnits];
}

function whose(random: Random, { units }: World): Pick<Planned, 'unit' | 'completer' | 'door'> {
  const [unit, { completers, doors }] = random.one(Object.entries(units));
  const door = doors.includes('municipal') && random.happens(0.8) ? 'municipal' : 'organiser';
  return { unit, completer: random.one(completers), door };
}

function what(random: Random, achievedOn: PlainDate): Pick<Planned, 'category' | 'ground' | 'name' | 'evidence'> {
  const category = random.one(['applied', 'applied', 'applied', 'basic', 'soft'] as const);
  const name = nameOf(random);
  if (category === 'basic') {
    return {
      ...{ category, ground: 'voluntary', name },
      evidence: [
        ['paper', achievedOn],
        ['academic-opinion', achievedOn],
        ['citation-proof', achievedOn],
      ],
    };
  }
  if (category === 'applied' && random.happens(0.2)) {
    return { category, ground: 'must', name, evidence: [['acceptance-report', achievedOn]] };
  }
  return { category, ground: 'voluntary', name, evidence: [[evidenceOf[category], achievedOn]] };
}

const dayBetween = (random: Random, from: PlainDate, to: PlainDate): PlainDate =>
  plus(from, random.between(0, Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000))));
