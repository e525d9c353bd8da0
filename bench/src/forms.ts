import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { Lane, LaneResult } from './forms-lane';
import { figure } from './measure';
import type { Figure } from './measure';

/** Processors that the goal is stated for, a process on each. */
const LANES = 2;
const WARM_UP = { typst: 40, pdfkit: 2 } as const;
const goal = { seconds: 60, timesPdfkit: 10 };

export interface FormsSize {
  repetitions: number;
  forms: number;
  /** So many with pdfkit, which would need hours for all. */
  naiveForms: number;
}

export interface FormsResult {
  forms: number;
  seconds: Figure;
  /** What the same number would take with pdfkit, from a smaller one. */
  pdfkitSeconds: Figure;
  /** Ours ÷ theirs. */
  ratioToPdfkit: number;
  bytesOfOne: { typst: number; pdfkit: number };
  pdfkit: { version: string; forms: number };
  /** Of the machine, a minute's average when each repetition began, over its cores: above 1 others were at work. */
  busyBefore: Figure;
}

/** Ours and pdfkit's by turns, each in two processes that are warm: what is timed is a service that runs, not one that starts. */
export async function measureForms({ repetitions, forms, naiveForms }: FormsSize, say: (line: string) => void): Promise<FormsResult> {
  const [seconds, pdfkitSeconds, busyBefore]: [number[], number[], number[]] = [[], [], []];
  const bytesOfOne = { typst: 0, pdfkit: 0 };
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    busyBefore.push((loadavg()[0] ?? 0) / cpus().length);
    const ours = await onAllLanes('typst', forms, repetition);
    const theirs = await onAllLanes('pdfkit', naiveForms, repetition);
    seconds.push(ours.millis / 1000);
    pdfkitSeconds.push((theirs.millis / 1000 / naiveForms) * forms);
    bytesOfOne.typst = Math.round(ours.bytes / forms);
    bytesOfOne.pdfkit = Math.round(theirs.bytes / naiveForms);
    say(
      `${repetition + 1} of ${repetitions}: ${seconds.at(-1)?.toFixed(1)} s; with pdfkit it would be ${pdfkitSeconds.at(-1)?.toFixed(0)} s`,
    );
  }
  const [mine, other] = [figure(seconds), figure(pdfkitSeconds)];
  return {
    ...{ forms, seconds: mine, pdfkitSeconds: other, ratioToPdfkit: Math.round((mine.median / other.median) * 10_000) / 10_000 },
    ...{ bytesOfOne, pdfkit: { version: pdfkitVersion(), forms: naiveForms }, busyBefore: figure(busyBefore) },
  };
}

/** @returns the slower lane's time, the bytes of all */
async function onAllLanes(maker: Lane['maker'], count: number, round: number): Promise<LaneResult> {
  const share = Math.ceil(count / LANES);
  const lanes = Array.from({ length: LANES }, (_, lane) => {
    const before = lane * share;
    return onOneLane({ maker, first: round * count + before + 1, count: Math.min(share, count - before), warmUp: WARM_UP[maker] });
  });
  const results = await Promise.all(lanes);
  return { millis: Math.max(...results.map(({ millis }) => millis)), bytes: results.reduce((sum, { bytes }) => sum + bytes, 0) };
}

const onOneLane = (share: Lane): Promise<LaneResult> =>
  new Promise((resolve, reject) => {
    const child = fork(join(__dirname, 'forms-lane.js'));
    child.once('message', (result: LaneResult) => resolve(result));
    child.once('error', reject).once('exit', (code) => reject(new Error(`a lane ended with ${code}`)));
    child.send(share);
  });

/** Pinned there. */
function pdfkitVersion(): string {
  const { devDependencies } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')) as {
    devDependencies: { pdfkit: string };
  };
  return devDependencies.pdfkit;
}

/** The goals of docs/benchmarks.md, “Forms”. */
export function missedByForms({ seconds, ratioToPdfkit }: FormsResult): string[] {
  return [
    ...(seconds.median > goal.seconds ? [`${seconds.median} s for all forms, goal ${goal.seconds}`] : []),
    ...(ratioToPdfkit * goal.timesPdfkit > 1 ? [`${ratioToPdfkit} of pdfkit's time, goal ${1 / goal.timesPdfkit}`] : []),
  ];
}
