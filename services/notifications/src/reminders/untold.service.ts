import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@dengke/contract';
import { inTransaction } from '@dengke/service-kit';
import type { Reminder } from './reminder.entity';

/** Rows of the ledger by their ids: none before `after` or that itself, none beyond `upTo`. */
export interface Span {
  after: number;
  upTo: number;
}

/** Somebody with reminders that no digest has told, and the last one that he was told. */
export interface Waiting {
  personId: string;
  toldUpTo: number;
}

/** What a digest says of a reminder. */
export type Untold = Pick<Reminder, 'id' | 'recipientId' | 'deadlineId' | 'rung' | 'subject' | 'remindedOn' | 'dueOn' | 'provisional'>;

interface Newest {
  recipientId: string;
  newest: number;
  digestOn: PlainDate | null;
  toldUpTo: number | null;
}

/** What of the ledger is still to be told: each person's rows after his last digest, none of which is ever changed for it. */
@Injectable()
export class UntoldService {
  constructor(private readonly database: DataSource) {}

  /** For a transaction that notes: those who tell wait for its end, so that no row appears behind what they have told. */
  async holdForNoting(manager: EntityManager): Promise<void> {
    await manager.query('SELECT toldUpTo FROM digest_mark WHERE id = 1 LOCK IN SHARE MODE');
  }

  /** What digests of a day may tell: what is noted by now, and nothing of a later day. */
  span(on: PlainDate): Promise<Span> {
    return inTransaction(this.database, async (manager) => {
      const [mark] = await manager.query<{ toldUpTo: number }[]>('SELECT toldUpTo FROM digest_mark WHERE id = 1 FOR UPDATE');
      const after = mark?.toldUpTo ?? 0;
      const [last] = await manager.query<{ noted: number | null; later: number | null }[]>(
        'SELECT MAX(id) AS noted, (SELECT MIN(id) FROM reminder WHERE remindedOn > ? AND id > ?) AS later FROM reminder',
        [on, after],
      );
      return { after, upTo: Math.min(last?.noted ?? 0, (last?.later ?? Infinity) - 1) };
    });
  }

  /** Who waits for the digest of the day, and up to where everybody is told who does not. */
  async waiting({ after, upTo }: Span, on: PlainDate): Promise<{ waiting: Waiting[]; toldUpTo: number }> {
    const rows = await this.database.query<Newest[]>(
      `SELECT r.recipientId, r.newest, d.digestOn, d.toldUpTo
       FROM (SELECT recipientId, MAX(id) AS newest FROM reminder FORCE INDEX (PRIMARY) WHERE id > ? AND id <= ? GROUP BY recipientId) r
       LEFT JOIN digest d ON d.personId = r.recipientId AND d.digestOn = (SELECT MAX(digestOn) FROM digest WHERE personId = r.recipientId)
       ORDER BY r.recipientId`,
      [after, upTo],
    );
    const untold = rows.filter(({ newest, toldUpTo }) => newest > (toldUpTo ?? 0));
    const later = untold.filter(({ digestOn }) => digestOn !== null && digestOn >= on);
    return {
      waiting: untold
        .filter(({ digestOn }) => digestOn === null || digestOn < on)
        .map(({ recipientId, toldUpTo }) => ({ personId: recipientId, toldUpTo: toldUpTo ?? 0 })),
      toldUpTo: Math.min(upTo, ...later.map(({ toldUpTo }) => toldUpTo ?? 0)),
    };
  }

  /** By person, each one's oldest day first. */
  async of(people: readonly Waiting[], { after, upTo }: Span): Promise<Map<string, Untold[]>> {
    const rows = await this.database.query<Untold[]>(
      'SELECT id, recipientId, deadlineId, rung, subject, remindedOn, dueOn, provisional FROM reminder WHERE recipientId IN (?) AND id > ? AND id <= ?',
      [people.map(({ personId }) => personId), after, upTo],
    );
    const byPerson = new Map(people.map(({ personId, toldUpTo }) => [personId, { toldUpTo, untold: [] as Untold[] }]));
    for (const row of rows) {
      const person = byPerson.get(row.recipientId);
      if (person !== undefined && row.id > person.toldUpTo) {
        person.untold.push(row);
      }
    }
    return new Map([...byPerson].map(([personId, { untold }]) => [personId, untold.sort(byDay)]));
  }

  /** How many no digest has told: of what is noted in the middle of a day, some wait for the next one. */
  async count(): Promise<number> {
    const [row] = await this.database.query<{ untold: string }[]>(
      `SELECT COUNT(*) AS untold FROM reminder r WHERE r.id > (SELECT toldUpTo FROM digest_mark WHERE id = 1)
       AND NOT EXISTS (SELECT 1 FROM digest d WHERE d.personId = r.recipientId AND d.toldUpTo >= r.id)`,
    );
    return Number(row?.untold);
  }

  /** Nobody waits for anything before this any more. */
  async isTold(toldUpTo: number): Promise<void> {
    await this.database.query('UPDATE digest_mark SET toldUpTo = ? WHERE id = 1 AND toldUpTo < ?', [toldUpTo, toldUpTo]);
  }
}

const byDay = (one: Untold, other: Untold): number =>
  one.remindedOn === other.remindedOn ? one.id - other.id : one.remindedOn < other.remindedOn ? -1 : 1;
