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
  { kind: 'kill'; victim: Victim } | { kind: 'freeze'; victim: Victim; ms: number } | { kind: 'cut'; hop: string; fault: Fault; ms: number }
);

/** So many kills, each process in turn in an order of its own every round, and after every third a standstill or a cut; the same for the same seed. */
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
  return Array.from({ length: kills }, (_, index): Disturbance[] => [
    { kind: 'kill', victim: victim(), pauseMs: pauseMs() },
    ...(index % 3 === 2 ? [{ kind: 'cut' as const, hop: hop(), fault: fault(), ms: ms(), pauseMs: pauseMs() }] : []),
    ...(index % 3 === 0 ? [{ kind: 'freeze' as const, victim: frozen(), ms: ms(), pauseMs: pauseMs() }] : []),
  ]).flat();
}
