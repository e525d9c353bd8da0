import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { submissionWorkflowId } from '@dengke/contract';
import type { SubmissionOutcome } from '@dengke/contract';
import { toldToCompleter } from '@dengke/e2e';
import type { Walked } from '@dengke/e2e';
import type { StackAddresses } from '@dengke/local';
import type { Client } from '@temporalio/client';
import { createConnection } from 'mysql2/promise';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import { acknowledgedOnce, toldOnce, walkedWhole } from './judgements';
import type { Stored, Told, Verdict } from './judgements';
import type { Traffic } from './traffic';

/** So long something may come no further before it is stuck, or lost. */
const WITHIN_MS = 60_000;

/** Holds what clients were told against what the stores say, once everything has come to rest. */
export async function judge(traffic: Traffic, addresses: StackAddresses, temporal: Client): Promise<Verdict> {
  const achievements = await createConnection(addresses.databaseUrls.achievements ?? '');
  const notifications = await createConnection(addresses.databaseUrls.notifications ?? '');
  try {
    const stuck = [...(await unfinished(traffic.walked, temporal)), ...(await waiting(achievements))];
    const stored = await rows<Stored>(
      achievements,
      `SELECT SUBSTRING(subject, 12) AS serial, kind, number, actId FROM ledger_entry WHERE subject LIKE 'submission/%' ORDER BY subject, number`,
    );
    const told = await inboxOf(traffic.completerId, traffic.walked.length, notifications);
    const verdict = { lost: [], doubled: [], wrong: [...traffic.broken], stuck } as Verdict;
    acknowledgedOnce(traffic.log, stored, verdict);
    walkedWhole(traffic.walked, stored, verdict);
    toldOnce(traffic.walked, told, verdict);
    await numbersOnce(achievements, verdict);
    return verdict;
  } finally {
    await achievements.end();
    await notifications.end();
  }
}

async function numbersOnce(achievements: Connection, { doubled, wrong }: Verdict): Promise<void> {
  const [sum] = await rows<{ numbers: number; different: number; given: string }>(
    achievements,
    `SELECT COUNT(registrationNumber) AS numbers, COUNT(DISTINCT registrationNumber) AS different,
       (SELECT SUM(lastValue) FROM number_series WHERE series REGEXP '^[0-9]{3}-[0-9]{4}$') AS given FROM submission`,
  );
  if (sum?.numbers !== sum?.different) {
    doubled.push(`registration numbers: ${JSON.stringify(sum)}`);
  }
  if (Number(sum?.given) !== sum?.numbers) {
    wrong.push(`numbers were given and not used: ${JSON.stringify(sum)}`);
  }
}

/** Workflows that have not ended as their ledger says. */
async function unfinished(walked: readonly Walked[], temporal: Client): Promise<string[]> {
  const expected = walked.map(({ serial, progress: { state, registrationNumber, lastFact } }): [string, SubmissionOutcome] => [
    submissionWorkflowId(serial),
    { serial, state, registrationNumber, lastFact },
  ]);
  return notEnded(temporal, expected);
}

/** One line for each workflow, by its id, that has not ended with what is expected of it. */
export async function notEnded(temporal: Client, expected: readonly (readonly [string, object])[]): Promise<string[]> {
  const deadline = performance.now() + WITHIN_MS;
  const stuck: string[] = [];
  for (const [id, outcome] of expected) {
    const left = pause(Math.max(1_000, deadline - performance.now()), null, { ref: false });
    const result = temporal.workflow.getHandle(id).result() as Promise<unknown>;
    const ended = await Promise.race([result.catch((error: unknown) => String(error)), left]);
    if (!isDeepStrictEqual(ended, outcome)) {
      stuck.push(`${id}: its workflow ${ended === null ? 'has not ended' : `ended with ${JSON.stringify(ended)}`}`);
    }
  }
  return stuck;
}

/** Facts that a service has not handed on to their workflows. */
export async function waiting(service: Connection): Promise<string[]> {
  const left = await settled(
    () => rows<{ subject: string }>(service, 'SELECT subject FROM outbox'),
    (found) => found.length === 0,
  );
  return left.map(({ subject }) => `${subject}: a fact is not told`);
}

async function inboxOf(completerId: string, walks: number, notifications: Connection): Promise<Told[]> {
  const read = () =>
    rows<Told>(
      notifications,
      `SELECT JSON_VALUE(about, '$.serial') AS serial, JSON_VALUE(about, '$.fact') AS fact, COUNT(*) AS times FROM message
       WHERE recipientId = ? AND kind LIKE 'submission.%' GROUP BY serial, fact`,
      [completerId],
    );
  return settled(read, (found) => found.length >= walks * toldToCompleter.length);
}

/** What is read, as soon as it is as it should be; or as it is when nothing has come of it for a while. */
export async function settled<T>(read: () => Promise<T[]>, isSettled: (found: T[]) => boolean, withinMs = WITHIN_MS): Promise<T[]> {
  let last = -1;
  let deadline = 0;
  for (;;) {
    const found = await read();
    if (found.length !== last) {
      last = found.length;
      deadline = performance.now() + withinMs;
    }
    if (isSettled(found) || performance.now() > deadline) {
      return found;
    }
    await pause(200);
  }
}

export async function rows<T>(connection: Connection, sql: string, parameters: unknown[] = []): Promise<T[]> {
  const [found] = await connection.query<RowDataPacket[]>(sql, parameters);
  return found as T[];
}
