import { victims } from './disturbances';
import type { Recovery, Told } from './kills';

/** Seconds within which 95 of 100 strikes must be over, by who was killed. */
const goals: Record<Recovery['victim'], number> = {
  ...{ gateway: 10, accounts: 10, achievements: 10, notifications: 10, worker: 10 },
  ...{ temporal: 30, mariadb: 30, several: 30 },
};

type Spreads = Record<string, { p50: number; p95: number; max: number }>;

/** What came of a season of kills, in counts instead of sentences. */
export interface Summary extends Omit<Told, 'verdict' | 'recoveries'> {
  lost: number;
  doubled: number;
  wrong: number;
  stuck: number;
  recoverySeconds: Spreads;
  followedSeconds: Spreads;
}

/** With each recovery, so that legs can be summed. */
export interface Report extends Summary {
  recoveries: Recovery[];
}

export function reportOf({ verdict, recoveries, ...told }: Told): Report {
  const { lost, doubled, wrong, stuck } = verdict;
  return {
    ...told,
    ...{ lost: lost.length, doubled: doubled.length, wrong: wrong.length, stuck: stuck.length },
    ...{ recoverySeconds: spreadsOf(recoveries, 'acknowledged'), followedSeconds: spreadsOf(recoveries, 'followed') },
    recoveries: recoveries.map((one) => ({ ...one, acknowledged: hundredths(one.acknowledged), followed: hundredths(one.followed) })),
  };
}

/** Several legs as one season. */
export function sumOf(legs: readonly Report[]): Summary {
  const total = (of: (leg: Report) => number) => legs.reduce((sum, leg) => sum + of(leg), 0);
  const totals = (of: (leg: Report) => Record<string, number>) => {
    const names = [...new Set(legs.flatMap((leg) => Object.keys(of(leg))))].sort();
    return Object.fromEntries(names.map((name) => [name, total((leg) => of(leg)[name] ?? 0)]));
  };
  const recoveries = legs.flatMap((leg) => leg.recoveries);
  return {
    ...{ submissions: total((leg) => leg.submissions), acts: total((leg) => leg.acts), resent: total((leg) => leg.resent) },
    ...{ kills: totals((leg) => leg.kills), freezes: totals((leg) => leg.freezes), cuts: totals((leg) => leg.cuts) },
    ...{ lost: total((leg) => leg.lost), doubled: total((leg) => leg.doubled) },
    ...{ wrong: total((leg) => leg.wrong), stuck: total((leg) => leg.stuck) },
    ...{ recoverySeconds: spreadsOf(recoveries, 'acknowledged'), followedSeconds: spreadsOf(recoveries, 'followed') },
    seconds: total((leg) => leg.seconds),
  };
}

/** One line for each kind of strike after which it took too long to go on. */
export const lateOf = ({ recoverySeconds, followedSeconds }: Summary): string[] =>
  Object.entries({ 'acts were answered': recoverySeconds, 'workflows followed': followedSeconds }).flatMap(([what, spreads]) =>
    Object.entries(spreads)
      .filter(([victim, { p95 }]) => p95 > goals[victim as Recovery['victim']])
      .map(([victim, { p95 }]) => `${victim} killed: ${what} again only after ${p95} s (p95)`),
  );

const killsIn = (counts: Record<string, number>): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

export const sentenceOf = (told: Summary): string =>
  `${told.submissions} submissions, ${told.acts} acts, ${killsIn(told.kills)} kills (${Object.entries(told.kills)
    .map(([victim, count]) => `${victim} ${count}`)
    .join(', ')}): ${told.lost} lost, ${told.doubled} doubled, ${told.wrong} wrong, ${told.stuck} stuck; ${told.seconds.toFixed(0)} s`;

/** Who was never struck alone has none. */
function spreadsOf(recoveries: readonly Recovery[], what: 'acknowledged' | 'followed'): Spreads {
  const spreads = [...victims, 'several'].flatMap((victim) => {
    const took = recoveries.filter((one) => one.victim === victim).map((one) => one[what]);
    const sorted = took.sort((one, other) => one - other);
    const at = (share: number) => hundredths(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN);
    return sorted.length === 0 ? [] : [[victim, { p50: at(0.5), p95: at(0.95), max: at(1) }] as const];
  });
  return Object.fromEntries(spreads);
}

const hundredths = (seconds: number): number => Math.round(seconds * 100) / 100;
