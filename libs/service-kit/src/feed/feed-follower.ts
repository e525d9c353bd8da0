import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import type { FeedEntry, FeedPage } from '@dengke/contract';
import { BackgroundLoop } from '../boot/background-loop';
import { faultFields } from '../boot/log';
import type { Log } from '../boot/log';
import { inScope } from '../clock/scope';
import { isDatabaseAway } from '../database/database-faults';
import { toDatabase } from '../database/instants';
import { inTransaction, managerOf } from '../database/transaction';
import { DomainError } from '../http/domain-error';
import { json } from '../ledger/ledger-rows';
import type { JsonColumn } from '../ledger/ledger-rows';
import { FEED_LIMIT } from './feed-numbers';
import type { FeedReader } from './feed-reader';

const IDLE_MS = 300;
/** So many entries share a transaction with the cursor. */
const TOGETHER = 25;
/** A poison entry delays the next by less than a second. */
const RETRY_MS = [50, 100, 200, 400];

export interface FollowerParts {
  /** The cursor's name. */
  cursor: string;
  fetchAfter(position: number, limit?: number, timeoutMs?: number): Promise<FeedPage>;
  reader: FeedReader;
  database: DataSource;
  log: Log;
}

/** Another process of this service was faster: it takes what follows. */
class Overtaken extends Error {}

/** Reads one feed to its end, over and over, each entry in one transaction with the cursor; one that fails, by itself. */
export class FeedFollower {
  private readonly loop: BackgroundLoop;

  constructor(private readonly parts: FollowerParts) {
    this.loop = new BackgroundLoop(`following ${parts.cursor}`, () => this.step(), parts.log);
  }

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  hurry(): void {
    this.loop.hurry();
  }

  /** Entries of the source that have not taken effect here yet. */
  async unread(timeoutMs?: number): Promise<number> {
    const position = await this.position();
    const { head } = await this.parts.fetchAfter(position, 1, timeoutMs);
    return Math.max(0, head - position);
  }

  /** Applies what the feed holds now. @returns how many entries */
  async catchUp(): Promise<number> {
    const position = await this.position();
    const { entries, head } = await this.parts.fetchAfter(position);
    if (head < position) {
      this.parts.log.error('the feed ends before our cursor: its service was restored to an earlier time', {
        cursor: this.parts.cursor,
        position,
        head,
      });
    }
    let before = position;
    for (let from = 0; from < entries.length; from += TOGETHER) {
      const some = entries.slice(from, from + TOGETHER);
      if (!(await this.takeTogether(some, before))) {
        await this.takeOneByOne(some, before);
      }
      before = some.at(-1)?.feedNumber ?? before;
    }
    return entries.length;
  }

  /** Applies an entry that was put aside. Does nothing where another process was faster. @throws what the reader throws; it stays put aside then */
  takeUp(feedNumber: number): Promise<void> {
    const { database, reader, cursor } = this.parts;
    return inTransaction(database, async (manager) => {
      const [row] = await manager.query<{ entry: JsonColumn }[]>(
        'SELECT entry FROM dead_letter WHERE source = ? AND feedNumber = ? FOR UPDATE',
        [cursor, feedNumber],
      );
      const entry = row === undefined ? null : (json(row.entry) as unknown as FeedEntry);
      if (entry !== null) {
        await inScope({ instant: entry.at, traceId: `${cursor}/${feedNumber}` }, () => reader.apply(manager, entry));
        await manager.query('DELETE FROM dead_letter WHERE source = ? AND feedNumber = ?', [cursor, feedNumber]);
      }
    });
  }

  private async step(): Promise<number> {
    try {
      return (await this.catchUp()) >= FEED_LIMIT ? 0 : IDLE_MS;
    } catch (error) {
      if (error instanceof Overtaken) {
        return IDLE_MS;
      }
      throw error;
    }
  }

  private async position(): Promise<number> {
    const { cursor } = this.parts;
    const manager = managerOf(this.parts.database);
    const [row] = await manager.query<{ position: number }[]>('SELECT position FROM feed_cursor WHERE source = ?', [cursor]);
    if (row === undefined) {
      await manager.query('INSERT IGNORE INTO feed_cursor (source, position) VALUES (?, 0)', [cursor]);
    }
    return row?.position ?? 0;
  }

  /** Entries that follow one another share a transaction. @returns false when one of them fails: then none has taken effect */
  private async takeTogether(entries: readonly FeedEntry[], before: number): Promise<boolean> {
    try {
      await this.apply(entries, before);
      return true;
    } catch (error) {
      if (isPassing(error)) {
        throw error;
      }
      return false;
    }
  }

  private async takeOneByOne(entries: readonly FeedEntry[], position: number): Promise<void> {
    let before = position;
    for (const entry of entries) {
      await this.take(entry, before);
      before = entry.feedNumber;
    }
  }

  private async take(entry: FeedEntry, before: number): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await this.apply([entry], before);
        return;
      } catch (error) {
        const retryIn = RETRY_MS[attempt];
        const { cursor, log } = this.parts;
        if (isPassing(error)) {
          throw error;
        }
        log.warn('a feed entry could not be applied', {
          cursor,
          feedNumber: entry.feedNumber,
          attempt: attempt + 1,
          ...faultFields(error),
        });
        if (retryIn === undefined) {
          await this.bury(entry, before, error, attempt + 1);
          return;
        }
        await pause(retryIn);
      }
    }
  }

  private apply(entries: readonly FeedEntry[], before: number): Promise<void> {
    const { database, reader, cursor } = this.parts;
    return inTransaction(database, async (manager) => {
      await this.advance(manager, before, entries.at(-1)?.feedNumber ?? before);
      for (const entry of entries) {
        await inScope({ instant: entry.at, traceId: `${cursor}/${entry.feedNumber}` }, () => reader.apply(manager, entry));
      }
    });
  }

  /** @throws Overtaken; the next step reads the cursor again */
  private async advance(manager: EntityManager, from: number, to: number): Promise<void> {
    const { affectedRows } = await manager.query<{ affectedRows: number }>(
      'UPDATE feed_cursor SET position = ? WHERE source = ? AND position = ?',
      [to, this.parts.cursor, from],
    );
    if (affectedRows !== 1) {
      throw new Overtaken();
    }
  }

  private bury(entry: FeedEntry, before: number, error: unknown, attempts: number): Promise<void> {
    const { database, cursor, log } = this.parts;
    const fault = error instanceof DomainError ? error.code : error instanceof Error ? error.name : 'unknown';
    log.error('a feed entry became a dead letter', { cursor, feedNumber: entry.feedNumber, fault });
    return inTransaction(database, async (manager) => {
      await this.advance(manager, before, entry.feedNumber);
      await manager.query('INSERT INTO dead_letter (source, feedNumber, entry, fault, attempts, at) VALUES (?)', [
        [cursor, entry.feedNumber, JSON.stringify(entry), fault, attempts, toDatabase(entry.at)],
      ]);
    });
  }
}

/** Not the entry's fault: MariaDB or another service is away, or another process of this service was faster. */
function isPassing(error: unknown): boolean {
  return (
    error instanceof Overtaken ||
    isDatabaseAway(error) ||
    (error instanceof DomainError && ['UNAVAILABLE', 'BUSY', 'VERSION_CONFLICT'].includes(error.code))
  );
}
