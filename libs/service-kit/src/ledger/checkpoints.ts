import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { BackgroundLoop } from '../boot/background-loop';
import type { Log } from '../boot/log';
import type { SecurityClock } from '../clock/security-clock';
import { alone } from '../database/named-lock';
import { feedHead } from '../feed/feed-numbers';
import { checkpointAfter, noCheckpoint } from './checkpoint';
import type { Checkpoint } from './checkpoint';
import { appendCheckpoint } from './checkpoint-file';

const EVERY_MS = 60_000;
/** Entries of one line at most: some milliseconds of digesting, also for a service that begins its file late. */
const AT_MOST = 5_000;

/** Writes down, every minute in which something was recorded, what the ledger is (decision 0007). */
export class Checkpoints implements BeforeApplicationShutdown {
  private readonly loop: BackgroundLoop;

  constructor(
    private readonly path: string,
    private readonly database: DataSource,
    private readonly clock: SecurityClock,
    private readonly log: Log,
  ) {
    this.loop = new BackgroundLoop('the checkpoints', () => this.step(), log);
  }

  start(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  /** The next line, of what the feed holds now. @returns null when there is nothing new, or another process of the service is at it */
  async take(): Promise<Checkpoint | null> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    const runner = this.database.createQueryRunner();
    try {
      return await alone(runner, 'checkpoints', () => appendCheckpoint(this.path, (last) => this.after(runner.manager, last)));
    } finally {
      await runner.release();
    }
  }

  private async step(): Promise<number> {
    const taken = await this.take();
    return taken !== null && taken.feedHead < (await feedHead(this.database)) ? 0 : EVERY_MS;
  }

  private async after(manager: EntityManager, last: Checkpoint | null): Promise<Checkpoint | null> {
    const previous = last ?? noCheckpoint;
    const entries = await manager.query<{ feedNumber: number; subject: string; number: number; hash: string }[]>(
      `SELECT f.feedNumber, e.subject, e.number, e.hash FROM feed_number f JOIN ledger_entry e ON e.id = f.entryId
       WHERE f.feedNumber > ? ORDER BY f.feedNumber LIMIT ?`,
      [previous.feedHead, AT_MOST],
    );
    const newest = entries.at(-1)?.feedNumber;
    if (newest !== undefined) {
      return checkpointAfter(previous, { at: this.clock.now(), feedHead: newest, entries });
    }
    await this.warnOfLoss(manager, previous.feedHead);
    return null;
  }

  private async warnOfLoss(manager: EntityManager, feedHeadThen: number): Promise<void> {
    const head = await feedHead(manager);
    if (head < feedHeadThen) {
      this.log.error('the ledger ends before its last checkpoint', { head, feedHeadThen });
    }
  }
}
