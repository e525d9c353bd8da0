import { leastScore, TitleIndex, warningScore } from '@dengke/titles';
import { editedTitles, editKinds } from './edited-titles';
import type { EditedTitle, EditKind } from './edited-titles';
import { Exhaustive } from './exhaustive';
import { partsOf, titleOf, unitOf } from './many-titles';
import { figure, percentile } from './measure';
import type { Figure } from './measure';

const nearest = 5;
const least = leastScore;
const warning = warningScore;
/** Searches before any is timed: the first ones are compiled while they run. */
const warmUp = 200;

export interface DuplicatesSize {
  repetitions: number;
  titles: number;
  /** Edited names of each kind, and as many of other achievements that share most words. */
  ofEach: number;
}

interface Quality {
  /** Share whose registered name is among the five nearest. */
  found: number;
  /** Share whose registered name a desk is asked about. */
  warned: number;
}

export interface DuplicatesResult {
  titles: number;
  searches: number;
  /** Of the five nearest of the exhaustive oracle, ties included, the share that was found. */
  recallAt5: number;
  p50: Figure;
  p95: Figure;
  p99: Figure;
  buildSeconds: Figure;
  /** What the process has grown by with the index. */
  residentBytes: number;
  /** Milliseconds to put one title in, and to find it at once. */
  insert: { p50: number; p99: number };
  /** The longest that building kept the process from anything else, in pages of 500 as the service builds. */
  longestPauseMs: Figure;
  oracle: { p50: Figure; p99: Figure };
  quality: Record<EditKind, Quality>;
}

interface Round {
  millis: number[];
  searched: Searched[];
}
type Searched = { edited: EditedTitle; keys: { key: number; likeness: number }[] };

/** Looks for names written another way among very many, on one core, and compares with an oracle that scores every title. */
export function measureDuplicates({ repetitions, titles, ofEach }: DuplicatesSize, say: (line: string) => void): DuplicatesResult {
  const sought = editedTitles(titles, ofEach);
  const before = process.memoryUsage().rss;
  let { index, seconds, longestPauseMs } = built(titles);
  const residentBytes = process.memoryUsage().rss - before;
  const [builds, pauses, ours, exact] = [[seconds], [longestPauseMs], [look(index, sought, warmUp)], [] as Round[]];
  say(`repetition 1 of ${repetitions}: ${titles} titles in ${seconds.toFixed(1)} s`);
  for (let repetition = 2; repetition <= repetitions; repetition += 1) {
    ({ index, seconds, longestPauseMs } = built(titles));
    builds.push(seconds);
    pauses.push(longestPauseMs);
    ours.push(look(index, sought, warmUp));
    say(`repetition ${repetition} of ${repetitions}`);
  }
  const insert = inserted(index, titles);
  const oracle = anOracle(titles);
  for (let repetition = 1; repetition <= repetitions; repetition += 1) {
    exact.push(look(oracle, sought));
    say(`the oracle, ${repetition} of ${repetitions}`);
  }
  const [found, expected] = [ours[0]?.searched ?? [], exact[0]?.searched ?? []];
  return {
    ...{ titles, searches: sought.length, recallAt5: recall(found, expected) },
    ...{ p50: over(ours, 0.5), p95: over(ours, 0.95), p99: over(ours, 0.99) },
    ...{ buildSeconds: figure(builds), residentBytes, insert, longestPauseMs: figure(pauses) },
    oracle: { p50: over(exact, 0.5), p99: over(exact, 0.99) },
    quality: Object.fromEntries(
      [...editKinds, 'hard' as const].map((kind) => [kind, qualityOf(found, kind)]),
    ) as DuplicatesResult['quality'],
  };
}

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;
const over = (rounds: readonly { millis: number[] }[], share: number): Figure =>
  figure(rounds.map(({ millis }) => percentile(millis, share)));

function built(titles: number): { index: TitleIndex; seconds: number; longestPauseMs: number } {
  const index = new TitleIndex();
  const started = performance.now();
  let [pageStarted, longestPauseMs] = [started, 0];
  for (let key = 1; key <= titles; key += 1) {
    index.put({ key, name: titleOf(partsOf(key)), unit: unitOf(key) });
    if (key % 500 === 0) {
      const now = performance.now();
      [longestPauseMs, pageStarted] = [Math.max(longestPauseMs, now - pageStarted), now];
    }
  }
  return { index, seconds: (performance.now() - started) / 1000, longestPauseMs };
}

function anOracle(titles: number): Exhaustive {
  const oracle = new Exhaustive();
  for (let key = 1; key <= titles; key += 1) {
    oracle.put({ key, name: titleOf(partsOf(key)), unit: unitOf(key) });
  }
  return oracle;
}

/** Looks for each name once; the first searches are made beforehand and not timed. */
function look(names: Pick<Exhaustive, 'like'>, sought: readonly EditedTitle[], before = 0): Round {
  sought.slice(0, before).forEach((edited) => names.like(edited, nearest, least));
  const millis: number[] = [];
  const searched = sought.map((edited) => {
    const started = performance.now();
    const keys = names.like(edited, nearest, least);
    millis.push(performance.now() - started);
    return { edited, keys };
  });
  return { millis, searched };
}

function recall(ours: readonly Searched[], exact: readonly Searched[]): number {
  let [all, found] = [0, 0];
  exact.forEach(({ keys }, at) => {
    const mine = new Set(ours[at]?.keys.map(({ key }) => key));
    all += keys.length;
    found += keys.filter(({ key }) => mine.has(key)).length;
  });
  return rounded(found / all);
}

/** A name that others have too, made alike by chance, counts as found. */
function qualityOf(ours: readonly Searched[], kind: EditKind): Quality {
  const those = ours.filter(({ edited }) => edited.kind === kind);
  const likenessOf = ({ edited, keys }: Searched): number =>
    keys.find(({ key }) => key === edited.of || titleOf(partsOf(key)) === titleOf(partsOf(edited.of)))?.likeness ?? 0;
  const share = (from: number): number => rounded(those.filter((one) => likenessOf(one) * 100 >= from).length / those.length);
  return { found: share(least), warned: share(warning) };
}

function inserted(index: TitleIndex, titles: number): { p50: number; p99: number } {
  const millis = Array.from({ length: 1_000 }, (_, nth) => {
    const key = titles + 1 + nth;
    const title = { key, name: titleOf(partsOf(key)), unit: `unit-new-${key}` };
    const started = performance.now();
    index.put(title);
    const elapsed = performance.now() - started;
    if (index.like(title, 1)[0]?.likeness !== 1) {
      throw new Error(`${title.name} was put in and is not found`);
    }
    return elapsed;
  });
  return { p50: rounded(percentile(millis, 0.5)), p99: rounded(percentile(millis, 0.99)) };
}

const mostBytes = 400 * 2 ** 20;

/** The goals of docs/benchmarks.md, “Near names”. */
export function missedByDuplicates({ recallAt5, p99, residentBytes, oracle, insert, quality }: DuplicatesResult): string[] {
  const notFound = Object.entries(quality).filter(([kind, { found }]) => kind !== 'hard' && found < 0.95);
  const goals: [string, boolean][] = [
    [`recall@5 of the oracle ≥ 0.995: ${recallAt5}`, recallAt5 >= 0.995],
    [`p99 ≤ 10 ms: ${p99.median}`, p99.median <= 10],
    [`p99 ≥ 4 times faster than the oracle's: ${p99.median} and ${oracle.p99.median}`, p99.median * 4 <= oracle.p99.median],
    [`≤ 400 MB: ${residentBytes} bytes`, residentBytes <= mostBytes],
    [`insert ≤ 1 ms: ${insert.p99}`, insert.p99 <= 1],
    [`found 19 times in 20: ${JSON.stringify(notFound)}`, notFound.length === 0],
  ];
  return goals.filter(([, met]) => !met).map(([goal]) => goal);
}
