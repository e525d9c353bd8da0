import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection } from 'mysql2/promise';
import type { Verdict } from '../kills/judgements';
import { rows, settled } from '../kills/verdict';

/** What a dead sender held is free after two minutes (`mail_outbox.nextAttemptAt`). */
const LEASED_MS = 150_000;
/** From the moment when the mail server has taken a mail to the one when that is noted. */
const NOTING_MS = 5_000;

interface Mail {
  eventKey: string;
  recipientId: string;
  state: string;
}

/** When a mail was taken, milliseconds of host time, by its Message-ID. */
export type Arrivals = ReadonlyMap<string, readonly number[]>;

/** Waits until every mail is out. @param folder of the mail sink */
export async function judgeMails(
  folder: string,
  notifications: Connection,
  deaths: readonly number[],
  verdict: Verdict,
): Promise<{ mails: number; mailsTwice: number }> {
  await settled(
    () => rows<Mail>(notifications, "SELECT eventKey, recipientId, state FROM mail_outbox WHERE state = 'waiting'"),
    (left) => left.length === 0,
    LEASED_MS,
  );
  const mails = await rows<Mail>(notifications, 'SELECT eventKey, recipientId, state FROM mail_outbox');
  const arrivals = await arrivalsIn(folder);
  mailedOnce(mails, arrivals, deaths, verdict);
  return { mails: mails.length, mailsTwice: [...arrivals.values()].filter(({ length }) => length > 1).length };
}

/**
 * Each mail has arrived: once; and again, as the same mail, only where its sender died before it had noted that it was taken, for SMTP can do no better.
 * @param deaths of the service, milliseconds of host time
 */
export function mailedOnce(
  mails: readonly Mail[],
  arrivals: Arrivals,
  deaths: readonly number[],
  { lost, doubled, wrong, stuck }: Pick<Verdict, 'lost' | 'doubled' | 'wrong' | 'stuck'>,
): void {
  const known = new Set<string>();
  for (const mail of mails) {
    const name = `the mail ${mail.eventKey} to ${mail.recipientId}`;
    const id = messageIdOf(mail);
    const taken = [...(arrivals.get(id) ?? [])].sort((one, other) => one - other);
    const repeated = taken.slice(0, -1).filter((at) => !deaths.some((death) => Math.abs(death - at) < NOTING_MS));
    known.add(id);
    (mail.state === 'sent' ? [] : mail.state === 'dead' ? wrong : stuck).push(`${name}: ${mail.state}`);
    (taken.length === 0 ? lost : []).push(`${name}: never came`);
    (repeated.length > 0 ? doubled : []).push(`${name}: came ${taken.length} times, and nobody had died`);
  }
  wrong.push(...[...arrivals.keys()].filter((id) => !known.has(id)).map((id) => `a mail that is in no outbox: ${id}`));
}

/** The same however often it is sent; without the domain. */
export const messageIdOf = ({ eventKey, recipientId }: Pick<Mail, 'eventKey' | 'recipientId'>): string =>
  createHash('sha256').update(`${eventKey}\n${recipientId}`).digest('hex').slice(0, 40);

async function arrivalsIn(folder: string): Promise<Arrivals> {
  const arrivals = new Map<string, number[]>();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.json'))) {
    const { receivedAt } = JSON.parse(await readFile(join(folder, file), 'utf8')) as { receivedAt: string };
    const raw = await readFile(join(folder, file.replace(/json$/, 'eml')), 'utf8');
    const id = /^message-id:\s*<([^@>]+)/im.exec(raw)?.[1] ?? file;
    arrivals.set(id, [...(arrivals.get(id) ?? []), Date.parse(receivedAt)]);
  }
  return arrivals;
}
