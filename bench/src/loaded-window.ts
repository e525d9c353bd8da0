import { randomBytes, randomUUID } from 'node:crypto';
import { submissionWorkflowId, windowWorkflowId } from '@dengke/contract';
import { databaseOptions, inTransaction, Ledger, RelayBell } from '@dengke/service-kit';
import type { LedgerEntry } from '@dengke/service-kit';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';

const PER_TRANSACTION = 100;
const LANES = 4;

/** Tables that hold one submission, by its serial; `deadline` has ids of its own. */
const tables = ['submission', 'submission_leg', 'submission_version', 'submission_stage', 'deadline'] as const;
type TableName = (typeof tables)[number];
type Row = Record<string, unknown>;

/** A submission that has walked to where it stands through the public API. */
interface Pattern {
  rows: Record<TableName, Row[]>;
  entries: LedgerEntry[];
}

interface Copy {
  serial: string;
  pattern: Pattern;
}

export interface WindowDates {
  id: string;
  opensAt: Date;
  cutOffAt: Date;
}

/**
 * A window full of submissions, as rows and ledger entries: each a copy of one that was walked through the public API, under a serial and fingerprint
 * of its own. The ledger chains and numbers them as it does all others, so that the relay starts a workflow for each.
 */
export class LoadedWindow {
  private constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
  ) {}

  static async on(url: string): Promise<LoadedWindow> {
    const database = await new DataSource(databaseOptions(url, [], [])).initialize();
    return new LoadedWindow(database, new Ledger(database, new RelayBell()));
  }

  /** Its paper days lie behind it, so that it goes on to its end once the cut-off has passed. */
  async announce({ id, opensAt, cutOffAt }: WindowDates): Promise<void> {
    const day = (at: Date): string => at.toISOString().slice(0, 10);
    const year = opensAt.getUTCFullYear();
    const row = [id, id, year, `${year}-01-01`, `${year}-12-31`, day(opensAt), opensAt, day(cutOffAt), cutOffAt];
    await inTransaction(this.database, async (manager) => {
      await manager.query(
        `INSERT INTO collection_window (id, name, registrationYear, resultFrom, resultTo, announcedOn, opensAt, cutOffOn, cutOffAt, paperFrom, paperTo, state, version)
         VALUES (?)`,
        [[...row, day(opensAt), day(opensAt), 'announced', 1]],
      );
      const detail = { windowId: id, state: 'announced', opensAt, cutOffs: [cutOffAt], paperFromAt: opensAt, paperToAt: opensAt };
      await this.ledger.record(manager, windowWorkflowId(id), {
        ...{ kind: 'announce', actId: 'bench', at: opensAt.toISOString(), by: null, organisationId: null, relay: true },
        detail: JSON.parse(JSON.stringify(detail)) as Row,
      });
    });
  }

  async pattern(serial: string): Promise<Pattern> {
    const rows = {} as Record<TableName, Row[]>;
    for (const table of tables) {
      rows[table] = await this.database.query(`SELECT ${(await this.columnsOf(table)).join(', ')} FROM ${table} WHERE serial = ?`, [
        serial,
      ]);
    }
    return { rows, entries: await this.ledger.entriesAfter(submissionWorkflowId(serial), 0) };
  }

  /** Copies of the patterns in turn, with their entries or only as rows to be read. @returns their serials */
  async fill(
    { id, cutOffAt }: WindowDates,
    patterns: readonly Pattern[],
    count: number,
    as: 'followed' | 'rows' = 'followed',
  ): Promise<string[]> {
    const serials = Array.from({ length: count }, (_, which) => `${id.slice(-4)}-${String(which + 1).padStart(6, '0')}`);
    const sets = Array.from({ length: Math.ceil(count / PER_TRANSACTION) }, (_, set) => set * PER_TRANSACTION);
    const lane = async (): Promise<void> => {
      for (let from = sets.shift(); from !== undefined; from = sets.shift()) {
        const first = from;
        const own = { windowId: id, mode: 'window', cutOffAt };
        const copies = copiesOf(patterns, serials.slice(first, first + PER_TRANSACTION));
        await inTransaction(this.database, async (manager) => {
          await this.copyRows(manager, copies, own);
          if (as === 'followed') {
            await this.copyEntries(manager, copies, own);
          }
        });
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return serials;
  }

  /** Ledger entries that no workflow has been told of yet. */
  async untold(): Promise<number> {
    const [row] = await this.database.query<{ untold: string }[]>('SELECT COUNT(*) AS untold FROM outbox WHERE relayed = 1');
    return Number(row?.untold);
  }

  close(): Promise<void> {
    return this.database.destroy();
  }

  private async copyRows(manager: EntityManager, copies: readonly Copy[], own: Row): Promise<void> {
    for (const table of tables) {
      const rows = copies.flatMap(({ serial, pattern }) => pattern.rows[table].map((row) => copyOf(table, row, serial, own)));
      const [first] = rows;
      if (first !== undefined) {
        await manager.query(`INSERT INTO ${table} (${Object.keys(first).join(', ')}) VALUES ?`, [rows.map((row) => Object.values(row))]);
      }
    }
  }

  private async copyEntries(manager: EntityManager, copies: readonly Copy[], own: Row): Promise<void> {
    for (const { serial, pattern } of copies) {
      const subject = submissionWorkflowId(serial);
      let head = await this.ledger.lockHead(manager, subject);
      for (const { kind, actId, at, by, organisationId, detail } of pattern.entries) {
        const bound = detail['cutOffAt'] === undefined ? {} : { cutOffAt: (own['cutOffAt'] as Date).toISOString() };
        const copied = { ...detail, serial, windowId: own['windowId'], mode: own['mode'], ...bound };
        head = await this.ledger.append(manager, head, { kind, actId, at, by, organisationId, detail: copied, relay: true });
      }
    }
  }

  /** Without those that the database works out itself. */
  private async columnsOf(table: TableName): Promise<string[]> {
    const columns = await this.database.query<{ Field: string; Extra: string }[]>(`SHOW COLUMNS FROM ${table}`);
    return columns.filter(({ Extra }) => !/GENERATED|PERSISTENT|VIRTUAL/i.test(Extra)).map(({ Field }) => Field);
  }
}

const copiesOf = (patterns: readonly Pattern[], serials: readonly string[]): Copy[] =>
  serials.map((serial, index) => ({ serial, pattern: patterns[index % patterns.length] as Pattern }));

function copyOf(table: TableName, row: Row, serial: string, own: Row): Row {
  const written = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, writable(value)]));
  if (table === 'submission') {
    return { ...written, serial, ...own, fingerprint: randomBytes(32).toString('hex') };
  }
  return table === 'deadline' ? { ...written, serial, id: randomUUID() } : { ...written, serial };
}

/** A JSON column is read as what it says. */
const writable = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !(value instanceof Date) ? JSON.stringify(value) : value;
