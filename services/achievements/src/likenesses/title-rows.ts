import { occupyingStates, submissionWorkflowId } from '@dengke/contract';
import type { SubmissionState } from '@dengke/contract';
import type { Title } from '@dengke/titles';
import type { DataSource } from 'typeorm';
import { importSerial, isNewest } from '../register-imports/registered-before';

/** A title near the one looked for, and how near in hundredths. */
export interface NearTitle {
  serial: string;
  score: number;
}

/** What the index knows of a submission. */
export interface TitleRow {
  serial: string;
  name: string;
  unitId: string;
  state: SubmissionState;
}

/** So many at once: a page is indexed in a few milliseconds, and requests are answered between two of them. */
const PAGE = 500;
const PREFIX = submissionWorkflowId('');
const IMPORTED = 'I-';
const COLUMNS = 's.serial, s.name, s.unitId, s.state';

/** 2023000017 of `2023-000017`; what was registered before has keys below 0: -17 of `I-000017`. */
export const keyOf = (serial: string): number =>
  serial.startsWith(IMPORTED) ? -Number(serial.slice(IMPORTED.length)) : Number(serial.replace('-', ''));
export const serialOf = (key: number): string =>
  key < 0 ? importSerial(-key) : `${Math.floor(key / 1_000_000)}-${String(key % 1_000_000).padStart(6, '0')}`;

export const titleOf = ({ serial, name, unitId }: Pick<TitleRow, 'serial' | 'name' | 'unitId'>): Title => ({
  key: keyOf(serial),
  name,
  unit: unitId,
});

/** One that was registered before; with `before`, the serial under which it was known until it was corrected. */
export interface ImportedTitleRow extends Pick<TitleRow, 'serial' | 'name' | 'unitId'> {
  before: string | null;
  cancelled: number;
}

/** What was registered before, by serial; written in that order. */
export const importedAfter = (database: DataSource, after: string): Promise<ImportedTitleRow[]> =>
  database.query(
    `SELECT i.serial, e.name, COALESCE(i.unitId, '') AS unitId, e.cancelledOn IS NOT NULL OR NOT ${isNewest('i')} AS cancelled,
     (SELECT MAX(o.serial) FROM imported_registration o WHERE o.number = i.number AND o.serial < i.serial) AS \`before\`
     FROM imported_registration i JOIN register_entry e ON e.number = i.number WHERE i.serial > ? ORDER BY i.serial LIMIT ?`,
    [after, PAGE],
  );

/** Live and registered ones, by serial. */
export const page = (database: DataSource, after: string): Promise<TitleRow[]> =>
  database.query(`SELECT ${COLUMNS} FROM submission s WHERE s.serial > ? AND s.state IN (?) ORDER BY s.serial LIMIT ?`, [
    after,
    occupyingStates,
    PAGE,
  ]);

/** The newest feed number: given after commit, so what has a lesser one can be read. */
export async function feedEnd(database: DataSource): Promise<number> {
  const [row] = await database.query<{ end: number | string | null }[]>('SELECT MAX(feedNumber) AS end FROM feed_number');
  return Number(row?.end ?? 0);
}

/** Whether anything happened at all: cheap to ask, and at once, but an entry may commit after one with a greater id. The feed has all. */
export async function newestEntry(database: DataSource): Promise<number> {
  const [row] = await database.query<{ id: number | string | null }[]>('SELECT MAX(id) AS id FROM ledger_entry');
  return Number(row?.id ?? 0);
}

/** The submissions that the entries after a feed number are about, as they are now. */
export async function changedAfter(database: DataSource, after: number): Promise<{ rows: TitleRow[]; end: number; more: boolean }> {
  const entries = await database.query<{ feedNumber: number; subject: string }[]>(
    `SELECT f.feedNumber, e.subject FROM feed_number f JOIN ledger_entry e ON e.id = f.entryId
     WHERE f.feedNumber > ? ORDER BY f.feedNumber LIMIT ?`,
    [after, PAGE],
  );
  const subjects = entries.map(({ subject }) => subject).filter((subject) => subject.startsWith(PREFIX));
  const serials = [...new Set(subjects)].map((subject) => subject.slice(PREFIX.length));
  const rows =
    serials.length === 0 ? [] : await database.query<TitleRow[]>(`SELECT ${COLUMNS} FROM submission s WHERE s.serial IN (?)`, [serials]);
  return { rows, end: entries.at(-1)?.feedNumber ?? after, more: entries.length === PAGE };
}
