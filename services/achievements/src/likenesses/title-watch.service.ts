import { occupyingStates } from '@dengke/contract';
import { alone, BackgroundLoop, IN_BACKGROUND, Log } from '@dengke/service-kit';
import { inHundredths, TitleIndex } from '@dengke/titles';
import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BATCH, compareNew, looksAfter, newestLook } from './comparing';
import { changedAfter, feedEnd, importedAfter, keyOf, newestEntry, page, serialOf, titleOf } from './title-rows';
import type { ImportedTitleRow, NearTitle, TitleRow } from './title-rows';

const LOOK_EVERY_MS = 300;

/**
 * Keeps all names that are registered or under way in memory (decision 0014), and compares each new one with them. Built at the start, page
 * by page beside the requests; then it follows the ledger, so whatever replica an achievement was submitted at, the others
 * know it within a second. Until it is built it says so.
 */
@Injectable()
export class TitleWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly index = new TitleIndex();
  private readonly loop: BackgroundLoop;
  private builtTo: string | null = '';
  private feed = 0;
  private entry = 0;
  private looked = 0;
  private imported = '';
  private pending = true;

  constructor(
    private readonly database: DataSource,
    @Inject(IN_BACKGROUND) private readonly inBackground: boolean,
    log: Log,
  ) {
    this.loop = new BackgroundLoop('Comparing names', () => this.step(), log);
  }

  onApplicationBootstrap(): void {
    if (this.inBackground) {
      this.loop.start();
    }
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  /** Whether all names are known; before, not to find one means nothing. */
  get isReady(): boolean {
    return this.builtTo === null;
  }

  like(name: string, unitId: string, limit: number): NearTitle[] {
    return this.index
      .like({ name, unit: unitId }, limit)
      .map(({ key, likeness }) => ({ serial: serialOf(key), score: inHundredths(likeness) }));
  }

  /** Reads on, and compares what is new. @returns milliseconds until there may be more */
  async step(): Promise<number> {
    while (this.builtTo !== null) {
      await this.build(this.builtTo);
    }
    const { rows, end, more } = await changedAfter(this.database, this.feed);
    const entry = await newestEntry(this.database);
    this.pending ||= rows.length > 0 || entry !== this.entry;
    rows.forEach((row) => this.put(row));
    [this.feed, this.entry] = [end, entry];
    this.pending ||= await this.readImported();
    await this.readLooks();
    return (this.pending && (await this.compare())) || more ? 0 : LOOK_EVERY_MS;
  }

  /** What is written while it is built has a later feed number or a later look, and is read then. */
  private async build(after: string): Promise<void> {
    if (after === '') {
      this.feed = await feedEnd(this.database);
      this.looked = await newestLook(this.database);
    }
    const rows = await page(this.database, after);
    rows.forEach((row) => this.put(row));
    this.builtTo = rows.at(-1)?.serial ?? null;
    if (this.builtTo === null) {
      await this.readImported();
    }
  }

  /** @returns whether there was anything new */
  private async readImported(): Promise<boolean> {
    const before = this.imported;
    for (let rows = await importedAfter(this.database, before); rows.length > 0; rows = await importedAfter(this.database, this.imported)) {
      rows.forEach((row) => this.putImported(row));
      this.imported = rows.at(-1)?.serial ?? this.imported;
    }
    return this.imported !== before;
  }

  /** What other replicas have compared. The feed tells it too, but while acts follow one another only every two seconds. */
  private async readLooks(): Promise<void> {
    const rows = await looksAfter(this.database, this.looked);
    rows.forEach((row) => this.put(row));
    this.looked = rows.at(-1)?.look ?? this.looked;
  }

  /**
   * One replica at a time: of two achievements that come at once, the later one is compared with the earlier.
   * @returns whether there is more to compare at once
   */
  private async compare(): Promise<boolean> {
    const runner = this.database.createQueryRunner();
    try {
      const compared = await alone(runner, 'titles', async () => {
        await this.readLooks();
        return compareNew(this.database, {
          put: (row) => this.put(row),
          like: (row, limit) => this.others(row, limit),
          catchUp: async () => void (await this.readImported()),
        });
      });
      this.pending = compared === null || compared === BATCH;
      return compared === BATCH;
    } finally {
      await runner.release();
    }
  }

  private others({ serial, name, unitId }: TitleRow, limit: number): NearTitle[] {
    const near = this.like(name, unitId, limit + 1);
    return near.filter((title) => title.serial !== serial).slice(0, limit);
  }

  private putImported(row: ImportedTitleRow): void {
    if (row.before !== null) {
      this.index.remove(keyOf(row.before));
    }
    if (Number(row.cancelled) === 0) {
      this.index.put(titleOf(row));
    }
  }

  private put(row: TitleRow): void {
    const title = titleOf(row);
    if ((occupyingStates as readonly string[]).includes(row.state)) {
      this.index.put(title);
    } else {
      this.index.remove(title.key);
    }
  }
}
