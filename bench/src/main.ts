import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { localDirectory, repositoryRoot, SetupError, shownOf } from '@dengke/local';
import { measureDecisions, missed } from './decisions';
import type { Result } from './decisions';
import { measureDuplicates, missedByDuplicates } from './duplicates';
import { measureForms, missedByForms } from './forms';
import { measureGateway } from './gateway';
import { measureLists, missedByLists } from './lists';
import { measureOpen, missedByOpen } from './open';
import { measureAll } from './peers/all';
import { engineNames } from './peers/engine';
import type { EngineName } from './peers/engine';
import { missedByPeers } from './peers/peer-figures';
import { tableOfPeers } from './peers/peer-table';
import { measurePortal, missedByPortal } from './portal';
import { measureReminders, missedByReminders } from './reminders';
import { measureSignIn, missedBySignIn } from './sign-in';
import { measureSpike, missedBySpike } from './spike';
import { measureSummarySheet, missedBySummarySheet } from './summary-sheet';
import { measureWhere, tableOfWhere } from './where';
import { measureWindowClose, missedByWindowClose } from './window-close';

interface Measured {
  result: object;
  table: string;
  misses: string[];
}

type Measure = (
  repetitions: number,
  say: (line: string) => void,
  asked: { engines: readonly EngineName[]; open: number | undefined },
) => Promise<Measured>;

const benches: Record<string, Measure> = {
  all: async (repetitions, say, { engines, open = 10_000 }) => {
    const result = await measureAll({ repetitions, engines, open, cases: { c1: 20, c8: 120, c16: 240 }, warmUpSeconds: 30 }, say);
    return { result, table: tableOfPeers(result), misses: missedByPeers(result) };
  },
  decisions: async (repetitions, say) => {
    const result = await measureDecisions({ repetitions, submissions: { 1: 20, 16: 240 } }, say);
    return { result, table: tableOf(result), misses: missed(result) };
  },
  reminders: async (repetitions, say) => {
    const result = await measureReminders({ repetitions, reminders: 100_000, people: 5_000 }, say);
    return { result, table: JSON.stringify(result, null, 2), misses: missedByReminders(result) };
  },
  'sign-in': async (repetitions, say) => {
    const result = await measureSignIn({ repetitions, signIns: 100, spikeSeconds: 6 }, say);
    return { result, table: JSON.stringify(result, null, 2), misses: missedBySignIn(result) };
  },
  where: async (repetitions, say) => {
    const result = await measureWhere({ repetitions, cases: { 1: 30, 16: 160 } }, say);
    return { result, table: tableOfWhere(result), misses: [] };
  },
  gateway: async (repetitions, say) => {
    const result = await measureGateway({ repetitions, requests: { 1: 2_000, 16: 20_000 } }, say);
    return { result, table: JSON.stringify(result, null, 2), misses: [] };
  },
  'window-close': async (repetitions, say) => {
    const result = await measureWindowClose({ repetitions, submissions: 10_000 }, say);
    return { result, table: JSON.stringify(result, null, 2), misses: missedByWindowClose(result) };
  },
  duplicates: async (repetitions, say) => {
    const result = measureDuplicates({ repetitions, titles: 1_000_000, ofEach: 40 }, say);
    return { result, table: JSON.stringify(result, null, 2), misses: missedByDuplicates(result) };
  },
  forms: async (repetitions, say) => {
    const result = await measureForms({ repetitions, forms: 10_000, naiveForms: 100 }, say);
    return { result, table: JSON.stringify(result, null, 2), misses: missedByForms(result) };
  },
  open: async (repetitions, say, { open = 100_000 }) => {
    const result = await measureOpen({ repetitions, open, bare: 2_000, cases: { 1: 60, 8: 120 } }, say);
    return { result, table: JSON.stringify(result, null, 2), misses: missedByOpen(result) };
  },
  portal: async (repetitions, say) => {
    const result = await measurePortal({ repetitions, rows: 10_000 }, say);
    return { result, table: JSON.stringify(result, null, 2), misses: missedByPortal(result) };
  },
  lists: async (repetitions, say) => {
    const result = await measureLists({ repetitions, achievements: 1_000_000, waiting: 10_000, pages: 400, searches: 8 }, say);
    return { result, table: JSON.stringify(result, null, 2), misses: missedByLists(result) };
  },
  spike: async (repetitions, say) => {
    const result = await measureSpike({ repetitions, seconds: 10 }, say);
    return { result, table: JSON.stringify(result, null, 2), misses: missedBySpike(result) };
  },
  'summary-sheet': async (repetitions, say) => {
    const result = await measureSummarySheet({ repetitions, rows: 10_000 }, say);
    return { result, table: JSON.stringify(result, null, 2), misses: missedBySummarySheet(result) };
  },
};

/** Where results lie under another name than the command's. */
const files: Record<string, string> = { all: 'peers' };

/** `npm run bench -- all [--engines NAME,…] [--open N]|open [--open N]|decisions|reminders|window-close|sign-in|where|gateway|duplicates|forms|portal|lists|spike|summary-sheet [--json FILE] [--repetitions N]`; exits non-zero when a goal is missed. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'string' }, repetitions: { type: 'string' }, engines: { type: 'string' }, open: { type: 'string' } },
  });
  const name = positionals[0] ?? '';
  const bench = benches[name];
  if (bench === undefined) {
    throw new SetupError(
      `npm run bench -- ${Object.keys(benches).join('|')} [--json FILE] [--repetitions N] [--engines NAME,…] [--open N]`,
    );
  }
  const repetitions = Number(values.repetitions ?? 5);
  const chosen = values.engines === undefined ? undefined : enginesIn(values.engines);
  const { result, table, misses } = await bench(repetitions, (line) => console.log(line), {
    engines: chosen ?? engineNames,
    open: values.open === undefined ? undefined : Number(values.open),
  });
  console.log(table);
  const kept = chosen === undefined ? `${repositoryRoot}/bench/results/${files[name] ?? name}.json` : `${localDirectory()}/${name}.json`;
  const file = resolve(values.json ?? kept);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...common(repetitions), ...result }, null, 2)}\n`);
  console.log(misses.length === 0 ? 'All goals are met.' : `Missed: ${misses.join('; ')}`);
  return misses.length === 0 ? 0 : 1;
}

/** Some engines alone are no comparison: what is measured of them does not take the place of the committed file. */
function enginesIn(list: string): EngineName[] {
  const wanted = list.split(',');
  const known = engineNames.filter((engine) => wanted.includes(engine));
  if (known.length !== wanted.length) {
    throw new SetupError(`--engines takes some of ${engineNames.join(',')}`);
  }
  return known;
}

function tableOf({ ours, bare, ratio }: Result): string {
  const line = (name: string, { min, median, max }: { min: number; median: number; max: number }): string =>
    `${name.padEnd(46)} ${[min, median, max].map((value) => value.toFixed(1).padStart(9)).join(' ')}`;
  const groups = {
    'ours, 1 client': ours.c1,
    'ours, 16 clients': ours.c16,
    'Update + activity, 1 client': bare.updateWithActivity.c1,
    'Update + activity, 16 clients': bare.updateWithActivity.c16,
  };
  const lines = Object.entries(groups).flatMap(([group, figures]) =>
    Object.entries(figures).map(([name, value]) => line(`${group}: ${name}`, value)),
  );
  return [
    `${''.padEnd(46)}       min    median       max`,
    ...lines,
    line('bare signals, 16 clients: followedPerSecond', bare.signalsPerSecond),
    JSON.stringify(ratio),
  ].join('\n');
}

function common(repetitions: number) {
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', cwd: repositoryRoot }).trim();
  const machine = {
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    temporal: 'CLI 1.5.1 (server 1.29.1), SQLite WAL',
    mariadb: '10.11, ordinary durability',
  };
  return { machine, at: new Date().toISOString(), commit, repetitions };
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(shownOf(error));
    process.exit(1);
  },
);
