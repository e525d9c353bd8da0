import { figure, percentile, perSecond } from '../measure';
import type { Decided, Figure } from '../measure';
import type { EngineName } from './engine';

export const clientCounts = [1, 8, 16] as const;
export type Clients = `c${(typeof clientCounts)[number]}`;

const rates = ['acknowledgedPerSecond', 'followedPerSecond', 'p50', 'p95', 'p99'] as const;
type Rate = (typeof rates)[number];

/** Of one repetition of one engine. */
export type Round = Record<Clients, Record<Rate, number>> & {
  cpuMsPerDecision: number;
  bytesPerOpenCase: number;
  /** Of each part that is known by itself: milliseconds of processor, or how many statements and commits. */
  perDecision?: Record<string, number>;
};

/** Over all repetitions of one engine: times in milliseconds, the processor's and the store's share at 16 clients. */
export type EngineFigures = Record<Clients, Record<Rate, Figure>> & {
  cpuMsPerDecision: Figure;
  bytesPerOpenCase: Figure;
  perDecision?: Record<string, Figure>;
};

export interface EngineResult extends EngineFigures {
  version: string;
  durability: string;
}

export type Engines = Partial<Record<EngineName, EngineResult>>;

/** Medians at 16 clients: ours ÷ theirs and bare ÷ theirs; of bytes ours ÷ a do-nothing workflow's. */
export interface Ratios {
  ours: Partial<Record<EngineName, { acknowledged: number; followed: number; cpu: number }>>;
  /** Acknowledged of Updates with an activity, followed of signals. */
  bare: Partial<Record<EngineName, { acknowledged: number; followed: number }>>;
  bytesToBareSignals: number | null;
}

export function ratesOf({ latencies, elapsed, followed }: Decided): Record<Rate, number> {
  return {
    acknowledgedPerSecond: perSecond(latencies.length, elapsed),
    followedPerSecond: perSecond(latencies.length, followed),
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
  };
}

export function figuresOf(rounds: readonly Round[]): EngineFigures {
  const at = (clients: Clients): Record<Rate, Figure> =>
    Object.fromEntries(rates.map((rate) => [rate, figure(rounds.map((round) => round[clients][rate]))])) as Record<Rate, Figure>;
  return {
    ...{ c1: at('c1'), c8: at('c8'), c16: at('c16') },
    cpuMsPerDecision: figure(rounds.map((round) => round.cpuMsPerDecision)),
    bytesPerOpenCase: figure(rounds.map((round) => round.bytesPerOpenCase)),
    ...perDecisionOf(rounds),
  };
}

function perDecisionOf(rounds: readonly Round[]): Pick<EngineFigures, 'perDecision'> {
  const parts = Object.keys(rounds[0]?.perDecision ?? {});
  const of = (part: string): Figure => figure(rounds.map(({ perDecision }) => perDecision?.[part] ?? Number.NaN));
  return parts.length === 0 ? {} : { perDecision: Object.fromEntries(parts.map((part) => [part, of(part)])) };
}

export function ratiosOf(engines: Engines): Ratios {
  const { ours, bareSignals, updateWithActivity } = engines;
  const others = Object.entries(engines).filter(([name]) => name !== 'ours') as [EngineName, EngineResult][];
  const acknowledged = (figures: EngineFigures): number => figures.c16.acknowledgedPerSecond.median;
  const followed = (figures: EngineFigures): number => figures.c16.followedPerSecond.median;
  const besideOurs = (theirs: EngineFigures, mine: EngineFigures) => ({
    acknowledged: quotient(acknowledged(mine), acknowledged(theirs)),
    followed: quotient(followed(mine), followed(theirs)),
    cpu: quotient(mine.cpuMsPerDecision.median, theirs.cpuMsPerDecision.median),
  });
  const besideBare = (theirs: EngineFigures, updates: EngineFigures, signals: EngineFigures) => ({
    acknowledged: quotient(acknowledged(updates), acknowledged(theirs)),
    followed: quotient(followed(signals), followed(theirs)),
  });
  return {
    ours: ours === undefined ? {} : Object.fromEntries(others.map(([name, theirs]) => [name, besideOurs(theirs, ours)])),
    bare:
      bareSignals === undefined || updateWithActivity === undefined
        ? {}
        : Object.fromEntries(
            others.filter(([name]) => isPeer(name)).map(([name, theirs]) => [name, besideBare(theirs, updateWithActivity, bareSignals)]),
          ),
    bytesToBareSignals:
      ours === undefined || bareSignals === undefined ? null : quotient(ours.bytesPerOpenCase.median, bareSignals.bytesPerOpenCase.median),
  };
}

const isPeer = (name: EngineName): boolean => name === 'flowable' || name === 'dbos' || name === 'restate';

const quotient = (one: number, other: number): number => Math.round((one / other) * 100) / 100;

/** What was promised of the engines that were measured, and is not met. */
export function missedByPeers({ ratios: { ours, bytesToBareSignals } }: { ratios: Ratios }): string[] {
  const least: [what: string, wanted: number, found: number | undefined][] = [
    ['acknowledged of Flowable', 1.5, ours.flowable?.acknowledged],
    ['acknowledged of DBOS', 1.2, ours.dbos?.acknowledged],
    ['acknowledged of Restate', 1, ours.restate?.acknowledged],
    ['followed of bare signals', 0.85, ours.bareSignals?.followed],
    ['followed of Flowable', 0.7, ours.flowable?.followed],
  ];
  const below = least
    .filter(([, wanted, found]) => found !== undefined && !(found >= wanted))
    .map(([what, wanted, found]) => `${what} ≥ ${wanted} ×: ${found}`);
  const isHeavy = bytesToBareSignals !== null && !(bytesToBareSignals <= 1.3);
  return isHeavy ? [...below, `bytes of an open submission ≤ 1.3 × a bare workflow's: ${bytesToBareSignals}`] : below;
}
