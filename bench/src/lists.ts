import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ApiClient, demonstrationPeople, somebodyAt } from '@dengke/e2e';
import { localDirectory, startStack } from '@dengke/local';
import type { StackAddresses } from '@dengke/local';
import { sealedPayloads } from '@dengke/service-kit';
import { Client, Connection } from '@temporalio/client';
import { createPool } from 'mysql2/promise';
import type { Pool } from 'mysql2/promise';
import { LoadedWindow } from './loaded-window';
import { fillRegister } from './many-entries';
import { chance, partsOf, unitNameOf } from './many-titles';
import { figure, percentile } from './measure';
import type { Figure } from './measure';
import { Ours } from './ours';

const desk = 'org-changzhi-energy';
const goals = { p50: 10, p95: 30, p99: 60 };

export interface ListsSize {
  repetitions: number;
  /** Entries of the public register, and as many submissions. */
  achievements: number;
  /** Of the submissions those that wait at one desk. */
  waiting: number;
  /** Pages of the worklist in a repetition. */
  pages: number;
  /** Searches of each kind. */
  searches: number;
}

type Quantiles = Record<keyof typeof goals, Figure>;

export interface ListsResult {
  achievements: number;
  waiting: number;
  worklist: Quantiles;
  search: Quantiles;
  /** Of the search, by what was looked for. */
  searchBy: Record<string, Quantiles>;
  /** How many of what a search finds have which value: the numbers beside the results. */
  facets: Quantiles;
  rawDriver: Quantiles;
  /** Of the medians of p50: the worklist through gateway, accounts and achievements ÷ its rows by the driver alone. */
  ratioToRawDriver: number;
}

/** How soon one sees what waits at a desk, and finds something in the register, when a million are kept. */
export async function measureLists(size: ListsSize, say: (line: string) => void): Promise<ListsResult> {
  const dir = join(localDirectory(), 'bench');
  await rm(dir, { recursive: true, force: true });
  const stack = await startStack({
    ...{ dir, temporal: 'dev', profile: 'local', supervise: false },
    env: { gateway: { DENGKE_RATE_PER_SESSION: '1000000', DENGKE_RATE_PER_ADDRESS: '1000000' } },
  });
  const pool = createPool({ uri: stack.addresses.databaseUrls['achievements'] ?? '', connectionLimit: 4, timezone: 'Z' });
  try {
    await load(stack.addresses, pool, size, say);
    const people = await demonstrationPeople();
    const clerk = await ApiClient.signIn(stack.addresses.publicUrl, somebodyAt(people, desk, 'manager').login, people.password);
    const rows: Rows = {};
    for (let repetition = 0; repetition <= size.repetitions; repetition += 1) {
      // The first round warms pages, plans and compilers, and is not measured.
      const reads = await once(clerk, pool, size, repetition);
      if (repetition > 0) {
        note(rows, reads);
        say(`repetition ${repetition} of ${size.repetitions}`);
      }
    }
    await clerk.close();
    return resultOf(size, rows);
  } finally {
    await pool.end();
    await stack.stop();
  }
}

/** Copies of one that was walked to the desk and of what it would be once registered; and the register, which has its own names. */
async function load(
  { publicUrl, temporalAddress, payloadKeysFile, databaseUrls }: StackAddresses,
  pool: Pool,
  size: ListsSize,
  say: (line: string) => void,
): Promise<void> {
  const connection = await Connection.connect({ address: temporalAddress });
  const ours = await Ours.signIn(publicUrl, new Client({ connection, dataConverter: sealedPayloads(payloadKeysFile) }));
  const loaded = await LoadedWindow.on(databaseUrls['achievements'] ?? '');
  const [, atDesk = ''] = await ours.standing();
  const window = { id: 'bench-0001', opensAt: new Date(Date.now() - 86_400_000), cutOffAt: new Date(Date.now() + 30 * 86_400_000) };
  await loaded.announce(window);
  await loaded.fill(window, [await loaded.pattern(atDesk)], size.waiting, 'rows');
  say(`${size.waiting} wait at the desk`);
  await fillRegistered(pool, atDesk, size.achievements - size.waiting);
  say(`${size.achievements} submissions are kept`);
  await fillRegister(pool, size.achievements);
  say(`${size.achievements} are in the register`);
  await Promise.all([loaded.close(), ours.leave()]);
  await connection.close();
}

/** Submissions that are over, as rows alone. */
async function fillRegistered(pool: Pool, pattern: string, count: number): Promise<void> {
  const [columns] = await pool.query('SHOW COLUMNS FROM submission');
  const own: Record<string, string> = {
    serial: "CONCAT('1999-', LPAD(q.seq, 6, '0'))",
    fingerprint: 'SHA2(q.seq, 256)',
    state: "'reported'",
    ...{ position: 'NULL', stage: 'NULL', deskId: 'NULL', dueAt: 'NULL', windowId: 'NULL' },
  };
  const names = (columns as { Field: string; Extra: string }[]).filter(({ Extra }) => !/GENERATED/i.test(Extra)).map(({ Field }) => Field);
  const step = 50_000;
  for (let from = 1; from <= count; from += step) {
    await pool.query(
      `INSERT INTO submission (${names.join(', ')}) SELECT ${names.map((name) => own[name] ?? `s.${name}`).join(', ')}
         FROM seq_${from}_to_${Math.min(count, from + step - 1)} q JOIN submission s ON s.serial = ?`,
      [pattern],
    );
  }
  await pool.query('ANALYZE TABLE submission');
}

/** Milliseconds by what was read. */
type Rows = Record<string, number[][]>;

async function once(clerk: ApiClient, pool: Pool, size: ListsSize, round: number): Promise<Record<string, number[]>> {
  const random = chance(round + 1);
  const latencies: Record<string, number[]> = {};
  const timed = async <T>(what: string, read: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const answer = await read();
    (latencies[what] ??= []).push(performance.now() - started);
    return answer;
  };
  const views = ['', '&view=late', '&view=soon', '&view=mine', '&view=free', '&view=again'];
  let next = '';
  for (let nth = 0; nth < size.pages; nth += 1) {
    const path =
      nth % 2 === 0 ? `/submissions/queue?limit=100${next}` : `/submissions/queue?limit=100${views[Math.floor(random() * views.length)]}`;
    const page = await timed('worklist', () => clerk.read<{ next: string | null }>(path));
    next = page.next === null ? '' : `&after=${encodeURIComponent(page.next)}`;
    await timed('raw', () => pool.execute(rawWorklist, [desk]));
  }
  for (const [kind, queryOf] of Object.entries(searches)) {
    for (let nth = 0; nth < size.searches; nth += 1) {
      const query = queryOf(Math.floor(random() * 1_000_000));
      await timed(`search ${kind}`, () => clerk.read(`/register?${query}`));
    }
    await timed('facets', () => clerk.read(`/register/facets?${queryOf(round)}`));
  }
  return latencies;
}

/** What the queue reads for a page, by one statement. */
const rawWorklist = `SELECT s.*, stage.claimedBy, unit.name AS unitName, d.name AS deskName
  FROM submission s
  LEFT JOIN submission_stage stage ON stage.serial = s.serial AND stage.position = s.position AND stage.round = s.round
  LEFT JOIN organisation unit ON unit.id = s.unitId LEFT JOIN organisation d ON d.id = s.deskId
  WHERE s.deskId = ? AND s.state <> 'suspected'
  ORDER BY s.waitsUntil, s.serial LIMIT 101`;

const words = (name: string): string => `name=${encodeURIComponent(name)}`;

/** What people look for, of the nth made-up achievement. */
const searches: Record<string, (nth: number) => string> = {
  newest: () => '',
  'a word': (nth) => words(partsOf(nth).object),
  'two words': (nth) => words(`${partsOf(nth).object} ${partsOf(nth).method}`),
  'a word that few have': (nth) => words(`${partsOf(nth).model || partsOf(nth).place}${partsOf(nth).object}`),
  'a word that none has': (nth) => words(`无此成果${nth}`),
  unit: (nth) => `unit=${encodeURIComponent(unitNameOf(nth))}`,
  completer: () => `completer=${encodeURIComponent('王伟华')}`,
  'year and kind': (nth) => `registrationYear=${2010 + (nth % 16)}&category=applied`,
  area: (nth) => `areaCode=14${String(1 + (nth % 11)).padStart(2, '0')}`,
};

function note(rows: Rows, reads: Record<string, number[]>): void {
  const all = { ...reads, search: Object.entries(reads).flatMap(([what, millis]) => (what.startsWith('search ') ? millis : [])) };
  Object.entries(all).forEach(([what, millis]) => (rows[what] ??= []).push(millis));
}

function resultOf({ achievements, waiting }: ListsSize, rows: Rows): ListsResult {
  const of = (what: string): Quantiles => {
    const at = (share: number): Figure => figure((rows[what] ?? []).map((millis) => percentile(millis, share)));
    return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
  };
  const [worklist, rawDriver] = [of('worklist'), of('raw')];
  return {
    ...{ achievements, waiting, worklist, search: of('search') },
    searchBy: Object.fromEntries(Object.keys(searches).map((kind) => [kind, of(`search ${kind}`)])),
    ...{ facets: of('facets'), rawDriver },
    ratioToRawDriver: Math.round((worklist.p50.median / rawDriver.p50.median) * 100) / 100,
  };
}

/** P14: five times as quick as OpenCRVS asks of itself. */
export function missedByLists({ worklist, search }: ListsResult): string[] {
  return Object.entries({ worklist, search }).flatMap(([list, quantiles]) =>
    (Object.keys(goals) as (keyof typeof goals)[])
      .filter((name) => !(quantiles[name].median <= goals[name]))
      .map((name) => `${list} ${name} ≤ ${goals[name]} ms: ${quantiles[name].median}`),
  );
}
