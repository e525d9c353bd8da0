import type { Part } from '@dengke/local';
import { Random } from '../random';
import { faultNames, hopNames } from './proxies';
import type { Fault } from './proxies';

/** Whose death, standstill or absence may cost nothing. */
export const victims = [
  'gateway',
  'accounts',
  'achievements',
  'notifications',
  'worker',
  'temporal',
  'mariadb',
] as const satisfies readonly Part[];
export type Victim = (typeof victims)[number];

export type Disturbance = { pauseMs: number } & (
  | { kind: 'kill'; victims: readonly Struck[] }
  | { kind: 'freeze'; victim: Victim; ms: number }
  | { kind: 'cut'; hop: string; fault: Fault; ms: number }
);

/** @param afterMs how long after the one before him: who starts again may find that what he needs has just died, too */
export interface Struck {
  victim: Victim;
  afterMs: number;
}

/**
 * So many kills, each process in turn in an order of its own every round: one, then two, then three of them in one strike; and a standstill and a cut to three
 * strikes. The same for the same seed.
 */
export function disturbancesOf(seed: number, kills: number): Disturbance[] {
  const random = new Random(seed);
  const endless = <T>(of: readonly T[]) => {
    let left: T[] = [];
    return (): T => {
      left = left.length === 0 ? random.some(of, of.length) : left;
      return left.pop() as T;
    };
  };
  const [victim, frozen, hop, fault] = [endless(victims), endless(victims), endless(hopNames), endless(faultNames)];
  const pauseMs = () => random.between(0, 2_000);
  const ms = () => random.between(1_500, 6_000);
  const disturbances: Disturbance[] = [];
  for (let left = kills, strike = 0; left > 0; strike += 1) {
    const size = Math.min(left, (strike % 3) + 1);
    const drawn = new Set(Array.from({ length: size }, victim));
    left -= drawn.size;
    const struck = [...drawn].map((one, index) => ({ victim: one, afterMs: index === 0 ? 0 : random.between(0, 1_500) }));
    disturbances.push({ kind: 'kill', victims: struck, pauseMs: pauseMs() });
    if (strike % 3 === 0) {
      disturbances.push({ kind: 'freeze', victim: frozen(), ms: ms(), pauseMs: pauseMs() });
    }
    if (strike % 3 === 2) {
      disturbances.push({ kind: 'cut', hop: hop(), fault: fault(), ms: ms(), pauseMs: pauseMs() });
    }
  }
  return disturbances;
}
