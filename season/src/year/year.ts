import type { Instant, PlainDate } from '@dengke/contract';
import { SetupError } from '@dengke/local';
import { compare, residualOf } from '../compare';
import type { Verdict } from '../compare';
import { look, none } from '../invariants/invariants';
import type { Violations } from '../invariants/invariants';
import type { Scene } from '../invariants/scene';
import { observe } from '../observe';
import { clockOf, daysOf, instantOf } from '../scenario';
import { playSeason } from '../season';
import type { Told } from '../season';
import { expectationOf, inAnyOrder } from './expect';
import type { YearScenario } from './generate';
import { Random } from '../random';

export interface YearCame extends Verdict {
  told: Told;
  residual: number;
  violations: Violations;
}

type Say = (line: string) => void;

/** One stop in so many is looked at more closely, and the last one. */
const LOOKED_AT = 0.02;

/** Plays a generated year and holds it to what the oracle says, and to what must hold always. */
export async function playYear(scenario: YearScenario, say: Say): Promise<YearCame> {
  const expected = await expectationOf(scenario);
  const violations = none();
  const told = await playSeason(scenario, {
    manner: 'recording',
    pace: 'when-due',
    say,
    atRest: sometimes(scenario, async (scene, stop) => {
      await look(scene, violations);
      say(`${stop}  invariants looked at: ${Object.values(violations).flat().length} violations so far`);
    }),
  });
  const verdict = compare(expected, inAnyOrder(told.observed));
  return { ...verdict, told, residual: residualOf(told.observed), violations };
}

/** What was found first, and when. */
export class FirstFault extends Error {
  constructor(
    readonly on: PlainDate,
    readonly faults: readonly string[],
  ) {
    super(`on ${on}: ${faults[0] ?? ''}${faults.length > 1 ? `, and ${faults.length - 1} more` : ''}`);
    this.name = 'FirstFault';
  }
}

/** Plays it until something is found: at the instants at which it is looked at the oracle is asked about the year up to there. @throws FirstFault */
export async function playToFirstFault(scenario: YearScenario, say: Say): Promise<void> {
  await playSeason(scenario, {
    manner: 'recording',
    pace: 'when-due',
    say,
    atRest: sometimes(scenario, async (scene, stop) => {
      const faults = await faultsBy(scenario, scene, stop);
      if (faults.length > 0) {
        throw new FirstFault(clockOf(stop).slice(0, 10), faults);
      }
      say(`${stop}  looked at: nothing found`);
    }),
  });
}

async function faultsBy(scenario: YearScenario, scene: Scene, stop: Instant): Promise<string[]> {
  const soFar = upTo(scenario, clockOf(stop));
  const violations = none();
  await look(scene, violations);
  const { differences } = compare(await expectationOf(soFar), inAnyOrder(await observe(scene, soFar)));
  return [...differences, ...linesOf(violations)];
}

/** At instants drawn from the seed, and at the end. */
function sometimes(
  { seed, until }: YearScenario,
  looks: (scene: Scene, stop: Instant) => Promise<void>,
): (scene: Scene, stop: Instant) => Promise<void> {
  const random = new Random(seed);
  return async (scene, stop) => {
    if (random.happens(LOOKED_AT) || stop === instantOf(until)) {
      await looks(scene, stop);
    }
  };
}

export const linesOf = (violations: Violations): string[] =>
  Object.entries(violations).flatMap(([name, found]) => found.map((one) => `${name}: ${one}`));

/**
 * Of a year that fails the first day up to which it does, by halving: what fails up to a day is taken to fail up to any later one. Each half is played.
 * @returns null where it does not fail at all
 */
export async function shortestFailing(scenario: YearScenario, say: Say): Promise<PlainDate | null> {
  const days = daysOf(scenario);
  let [from, to] = [0, days.length];
  for (let middle = days.length - 1; from < to; middle = Math.floor((from + to) / 2)) {
    const day = days[middle] ?? '';
    const fault = await faultUpTo(scenario, day);
    say(`up to ${day}: ${fault === null ? 'holds' : `fails ${fault.message}`}`);
    [from, to] = fault === null ? [middle + 1, to] : [from, Math.min(middle, days.indexOf(fault.on))];
  }
  return days[from] ?? null;
}

async function faultUpTo(scenario: YearScenario, day: PlainDate): Promise<FirstFault | null> {
  try {
    await playToFirstFault(upToDay(scenario, day), () => undefined);
    return null;
  } catch (error) {
    if (error instanceof SetupError) {
      throw error;
    }
    return error instanceof FirstFault ? error : new FirstFault(day, [String(error)]);
  }
}

export const upToDay = (scenario: YearScenario, day: PlainDate): YearScenario =>
  upTo(scenario, [`${day}T23:59`, scenario.until].sort()[0] ?? day);

/** The same year up to a time: what is planned for later is not done. */
const upTo = (scenario: YearScenario, until: string): YearScenario => ({
  ...scenario,
  until,
  steps: scenario.steps.filter(([time]) => time <= until),
});
