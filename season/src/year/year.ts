import type { PlainDate } from '@dengke/contract';
import { compare, residualOf } from '../compare';
import type { Verdict } from '../compare';
import { look, none } from '../invariants/invariants';
import type { Violations } from '../invariants/invariants';
import { daysOf, instantOf } from '../scenario';
import { playSeason } from '../season';
import type { Course, Told } from '../season';
import { expectationOf, inAnyOrder } from './expect';
import type { YearScenario } from './generate';
import { Random } from '../random';

export interface YearCame extends Verdict {
  told: Told;
  residual: number;
  violations: Violations;
}

/** One stop in so many is looked at more closely, and the last one. */
const LOOKED_AT = 0.02;

/** Plays a generated year and holds it to what the oracle says, and to what must hold always. */
export async function playYear(scenario: YearScenario, say: (line: string) => void): Promise<YearCame> {
  const expected = await expectationOf(scenario);
  const violations = none();
  const told = await playSeason(scenario, { manner: 'recording', pace: 'when-due', say, atRest: looks(scenario, violations, say) });
  const verdict = compare(expected, inAnyOrder(told.observed));
  return { ...verdict, told, residual: residualOf(told.observed), violations };
}

function looks({ seed, until }: YearScenario, violations: Violations, say: (line: string) => void): NonNullable<Course['atRest']> {
  const random = new Random(seed);
  return async (scene, stop) => {
    if (random.happens(LOOKED_AT) || stop === instantOf(until)) {
      await look(scene, violations);
      const found = Object.values(violations).flat().length;
      say(`${stop}  invariants looked at: ${found} violations so far`);
    }
  };
}

const fails = ({ differences, residual, violations }: YearCame): boolean =>
  differences.length + residual + Object.values(violations).flat().length > 0;

/**
 * Of a year that fails the first day up to which it does, by halving: what fails up to a day is taken to fail up to any later one. Each half is played.
 * @returns null where it does not fail at all
 */
export async function shortestFailing(scenario: YearScenario, say: (line: string) => void): Promise<PlainDate | null> {
  const days = daysOf(scenario);
  let [from, to] = [0, days.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const day = days[middle] ?? scenario.until.slice(0, 10);
    const isFailing = fails(await playYear(upTo(scenario, day), () => undefined));
    say(`up to ${day}: ${isFailing ? 'fails' : 'holds'}`);
    [from, to] = isFailing ? [from, middle] : [middle + 1, to];
  }
  return days[from] ?? null;
}

/** The same year up to a day: what is planned for later is not done. */
export const upTo = (scenario: YearScenario, day: PlainDate): YearScenario => {
  const until = `${day}T18:00`;
  return { ...scenario, until, steps: scenario.steps.filter(([time]) => time <= until) };
};
