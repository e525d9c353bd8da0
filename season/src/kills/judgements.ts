import { toldToCompleter, wholeWay } from '@dengke/e2e';
import type { Walked } from '@dengke/e2e';
import type { Acknowledged } from './traffic';

/** One line for each thing that must not be. */
export interface Verdict {
  /** Acknowledged and not in the ledger; done and not told. */
  lost: string[];
  /** In the ledger, or told, more than once; a number given twice. */
  doubled: string[];
  /** Another act, order, state or refusal than of an undisturbed walk. */
  wrong: string[];
  /** Does not come to its end by itself. */
  stuck: string[];
}

/** An entry of a submission’s ledger. */
export interface Stored {
  serial: string;
  kind: string;
  number: number;
  /** Person and key of whoever did it. */
  actId: string;
}

/** How often its completer was told of a fact. */
export interface Told {
  serial: string;
  fact: number;
  times: number;
}

/** Each act that somebody was told is done stands in the ledger once, under his key. */
export function acknowledgedOnce(log: readonly Acknowledged[], stored: readonly Stored[], { lost, doubled }: Verdict): void {
  const times = new Map<string, number>();
  for (const { serial, actId } of stored) {
    const key = `${serial} ${actId.slice(actId.indexOf(':') + 1)}`;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  for (const { serial, key } of log) {
    const found = times.get(`${serial} ${key}`) ?? 0;
    (found === 0 ? lost : found > 1 ? doubled : []).push(`${serial}: the act with the key ${key}`);
  }
}

/** Each submission has every act of the way once, in its order and without a gap, and ends as an undisturbed one. */
export function walkedWhole(walked: readonly Walked[], stored: readonly Stored[], { wrong }: Verdict): void {
  const bySerial = bySubmission(stored);
  for (const { serial, progress } of walked) {
    const entries = bySerial.get(serial) ?? [];
    if (entries.map(({ kind }) => kind).join() !== wholeWay.join() || entries.some(({ number }, index) => number !== index + 1)) {
      wrong.push(`${serial}: ${entries.map(({ number, kind }) => `${number} ${kind}`).join(', ')}`);
    }
    if (progress.state !== 'reported' || progress.registrationNumber === null || progress.lastFact !== wholeWay.length) {
      wrong.push(`${serial}: ends as ${JSON.stringify(progress)}`);
    }
  }
}

/** The completer was told of each thing once. */
export function toldOnce(walked: readonly Walked[], told: readonly Told[], { lost, doubled }: Verdict): void {
  const bySerial = bySubmission(told);
  for (const { serial, timeline } of walked) {
    const messages = bySerial.get(serial) ?? [];
    const expected = timeline.filter(({ act }) => toldToCompleter.includes(act)).map(({ number }) => number);
    lost.push(
      ...expected.filter((fact) => !messages.some((one) => Number(one.fact) === fact)).map((fact) => `${serial}: not told of ${fact}`),
    );
    doubled.push(...messages.filter(({ times }) => times > 1).map(({ fact, times }) => `${serial}: told of ${fact} ${times} times`));
  }
}

function bySubmission<T extends { serial: string }>(all: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    found.set(one.serial, [...(found.get(one.serial) ?? []), one]);
  }
  return found;
}
