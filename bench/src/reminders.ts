import { rm } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { demonstrationPeople } from '@dengke/e2e';
import { localDirectory, startStack } from '@dengke/local';
import { PersonalData } from '@dengke/service-kit';
import { createPool } from 'mysql2/promise';
import type { Pool } from 'mysql2/promise';
import { DigestSink } from './digest-sink';
import { InboxReader } from './inbox-reader';
import { figure, percentile } from './measure';
import type { Figure } from './measure';
import { ReminderRounds } from './reminder-rounds';

const on = '2023-08-18';
const at = '2023-08-18T01:00:00.000Z';
const perInsert = 500;
const handedOverWithinSeconds = 60;
/** What one round writes, in the order of writing. */
const tables = ['reminder', 'digest', 'message', 'mail_outbox'] as const;

export interface RemindersSize {
  repetitions: number;
  reminders: number;
  people: number;
}

export interface RemindersResult {
  reminders: number;
  people: number;
  /** From the first page noted to the last digest in the hands of the mail server. */
  seconds: Figure;
  /** Of these, until the ledger stood. */
  ledgerSeconds: Figure;
  /** Until ledger, digests, inbox and outbox were written. */
  enqueueSeconds: Figure;
  bareInsertSeconds: Figure;
  ratioToBareInsert: Figure;
  lost: number;
  doubled: number;
  interactiveP95: { idle: Figure; during: Figure };
  interactiveP95Ratio: Figure;
  /** Of the machine, a minute's average when each repetition began, over its cores: above 1 others were at work. */
  busyBefore: Figure;
}

interface Round {
  seconds: number;
  ledgerSeconds: number;
  enqueueSeconds: number;
  bareInsertSeconds: number;
  lost: number;
  doubled: number;
  idle: number;
  during: number;
  busyBefore: number;
}

/** A working day's reminders through Temporal, notifications and SMTP, beside the same rows inserted as fast as MariaDB takes them. */
export async function measureReminders(size: RemindersSize, say: (line: string) => void): Promise<RemindersResult> {
  const dir = join(localDirectory(), 'bench');
  await rm(dir, { recursive: true, force: true });
  const sink = await DigestSink.listen();
  const stack = await startStack({
    ...{ dir, temporal: 'dev', profile: 'local', supervise: false },
    parts: ['mariadb', 'temporal', 'accounts', 'notifications', 'gateway'],
    env: {
      notifications: { DENGKE_MAIL_URL: sink.url },
      gateway: { DENGKE_RATE_PER_SESSION: '100000', DENGKE_RATE_PER_ADDRESS: '100000' },
    },
  });
  const pool = createPool({ uri: stack.databaseRootUrl, connectionLimit: 4, dateStrings: true });
  const rounds = await ReminderRounds.begin(stack.addresses.temporalAddress);
  const measured: Round[] = [];
  let reader: InboxReader | undefined;
  try {
    await fill(pool, PersonalData.from(join(dir, 'secrets', 'personal-keys-notifications.json')), size.people);
    const { people, password } = await demonstrationPeople();
    const login = people.find(({ totpSecret }) => totpSecret === undefined)?.login ?? '';
    reader = await InboxReader.signIn({ address: stack.addresses.publicUrl, login, password });
    for (let repetition = 1; repetition <= size.repetitions; repetition += 1) {
      measured.push(await once(size, { pool, rounds, sink, reader }));
      say(`repetition ${repetition} of ${size.repetitions}: ${JSON.stringify(measured.at(-1))}`);
    }
  } finally {
    await reader?.leave();
    await rounds.end();
    await pool.end();
    await stack.stop();
    await sink.close();
  }
  return resultOf(size, measured);
}

interface House {
  pool: Pool;
  rounds: ReminderRounds;
  sink: DigestSink;
  reader: InboxReader;
}

async function once({ reminders, people }: RemindersSize, { pool, rounds, sink, reader }: House): Promise<Round> {
  for (const table of tables) {
    await pool.query(`TRUNCATE dengke_notifications.${table}`);
  }
  await pool.query('UPDATE dengke_notifications.digest_mark SET toldUpTo = 0');
  sink.forget();
  const busyBefore = (loadavg()[0] ?? 0) / cpus().length;
  const idle = percentile(await reader.readWhile(pause(3_000)), 0.95);
  const started = performance.now();
  const work = (async () => {
    await rounds.note({ on, at, people, from: 0, to: reminders });
    const noted = performance.now() - started;
    await rounds.send({ on, at });
    const enqueued = performance.now() - started;
    await untilReached(sink, people, started);
    return { ledgerSeconds: noted / 1_000, enqueueSeconds: enqueued / 1_000, seconds: (performance.now() - started) / 1_000 };
  })();
  const during = percentile(await reader.readWhile(work), 0.95);
  const { ledgerSeconds, enqueueSeconds, seconds } = await work;
  // The same once more, as a round that is repeated would.
  const again = await rounds.note({ on, at, people, from: 0, to: 5_000 });
  await rounds.send({ on, at });
  await pause(1_000);
  const told = await countOf(pool, 'SELECT SUM(reminders) AS rows_ FROM dengke_notifications.digest');
  const ledger = await countOf(pool, 'SELECT COUNT(*) AS rows_ FROM dengke_notifications.reminder');
  const lost = people - sink.reached + Math.max(0, reminders - Math.min(told, ledger));
  const doubled = sink.doubled + again + Math.max(0, Math.max(told, ledger) - reminders);
  // Beside the same reading, which takes its part of the processors from either.
  const bare = bareInsert(pool);
  await reader.readWhile(bare);
  return { seconds, ledgerSeconds, enqueueSeconds, bareInsertSeconds: await bare, lost, doubled, idle, during, busyBefore };
}

/** Recipients that are nobody; their addresses are sealed as the replica seals them. */
async function fill(pool: Pool, personal: PersonalData, people: number): Promise<void> {
  const rows = Array.from({ length: people }, (_, which) => {
    const id = `bench-person-${which}`;
    return [id, `测试${which}`, personal.seal('recipient.mail', id, `${id}@bench.example`)];
  });
  await inserted(pool, 'dengke_notifications.recipient (personId, name, mail)', rows);
}

/** The rows of the round again, into tables of the same shape: each statement a transaction, nothing else. @returns seconds */
async function bareInsert(pool: Pool): Promise<number> {
  await pool.query('DROP DATABASE IF EXISTS dengke_bare_reminders');
  await pool.query('CREATE DATABASE dengke_bare_reminders');
  let millis = 0;
  for (const table of tables) {
    await pool.query(`CREATE TABLE dengke_bare_reminders.${table} LIKE dengke_notifications.${table}`);
    const [rows] = await pool.query({ sql: `SELECT * FROM dengke_notifications.${table}`, rowsAsArray: true });
    const asWritten = (rows as unknown[][]).map((row) => row.map(writable));
    const started = performance.now();
    await inserted(pool, `dengke_bare_reminders.${table}`, asWritten);
    millis += performance.now() - started;
  }
  return millis / 1_000;
}

async function inserted(pool: Pool, into: string, rows: readonly unknown[][]): Promise<void> {
  for (let from = 0; from < rows.length; from += perInsert) {
    await pool.query(`INSERT INTO ${into} VALUES ?`, [rows.slice(from, from + perInsert)]);
  }
}

/** A JSON column is read as what it says. */
const writable = (value: unknown): unknown => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value);

async function countOf(pool: Pool, sql: string): Promise<number> {
  const [rows] = await pool.query(sql);
  return Number((rows as { rows_: number }[])[0]?.rows_ ?? 0);
}

async function untilReached(sink: DigestSink, people: number, started: number): Promise<void> {
  while (sink.reached < people && performance.now() - started < 5 * handedOverWithinSeconds * 1_000) {
    await pause(20);
  }
}

function resultOf({ reminders, people }: RemindersSize, rounds: readonly Round[]): RemindersResult {
  const of = (pick: (round: Round) => number): Figure => figure(rounds.map(pick));
  const sum = (pick: (round: Round) => number): number => rounds.reduce((total, round) => total + pick(round), 0);
  return {
    ...{ reminders, people },
    seconds: of((round) => round.seconds),
    ledgerSeconds: of((round) => round.ledgerSeconds),
    enqueueSeconds: of((round) => round.enqueueSeconds),
    bareInsertSeconds: of((round) => round.bareInsertSeconds),
    ratioToBareInsert: of((round) => round.enqueueSeconds / round.bareInsertSeconds),
    lost: sum((round) => round.lost),
    doubled: sum((round) => round.doubled),
    interactiveP95: { idle: of((round) => round.idle), during: of((round) => round.during) },
    interactiveP95Ratio: of((round) => round.during / round.idle),
    busyBefore: of((round) => round.busyBefore),
  };
}

/** The goals of docs/benchmarks.md, “Reminders”, for a working day. */
export function missedByReminders({ ratioToBareInsert, seconds, lost, doubled, interactiveP95Ratio }: RemindersResult): string[] {
  const goals: [string, boolean][] = [
    [`ledger and enqueueing ≤ 3 × the bare insert: ${ratioToBareInsert.median}`, ratioToBareInsert.median <= 3],
    [`all digests handed over in ≤ ${handedOverWithinSeconds} s: ${seconds.median}`, seconds.median <= handedOverWithinSeconds],
    [`none lost, none doubled: ${lost}, ${doubled}`, lost === 0 && doubled === 0],
    [`interactive p95 ≤ 1.5 × idle: ${interactiveP95Ratio.median}`, interactiveP95Ratio.median <= 1.5],
  ];
  return goals.filter(([, met]) => !met).map(([goal]) => goal);
}
