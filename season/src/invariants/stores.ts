import { createConnection } from 'mysql2/promise';
import type { Scene } from './scene';

export type Owner = 'accounts' | 'achievements' | 'notifications';

/** Rows of a store as it is, with instants as ISO text. */
export async function rowsOf<T>({ addresses }: Pick<Scene, 'addresses'>, owner: Owner, sql: string, values: unknown[] = []): Promise<T[]> {
  const connection = await createConnection({ uri: addresses.databaseUrls[owner] ?? '', timezone: 'Z' });
  try {
    const [rows] = await connection.query(sql, values);
    return (rows as Record<string, unknown>[]).map(
      (row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value])) as T,
    );
  } finally {
    await connection.end();
  }
}

export interface SubmissionRow {
  serial: string;
  state: string;
  fingerprint: string;
  registrationNumber: string | null;
  submitterId: string;
  unitId: string;
  unitOfOne: number;
  legs: { kind: string; organisationId: string }[];
}

export interface EntryRow {
  serial: string;
  number: number;
  kind: string;
  actId: string;
  at: string;
  personId: string | null;
  organisationId: string | null;
}

export const submissionsOf = (scene: Scene): Promise<SubmissionRow[]> =>
  rowsOf(
    scene,
    'achievements',
    'SELECT serial, state, fingerprint, registrationNumber, submitterId, unitId, unitOfOne, legs FROM submission ORDER BY serial',
  );

export const entriesOf = (scene: Scene): Promise<EntryRow[]> =>
  rowsOf(
    scene,
    'achievements',
    `SELECT SUBSTRING(subject, 12) AS serial, number, kind, actId, at, byPersonId AS personId, organisationId
     FROM ledger_entry WHERE subject LIKE 'submission/%' ORDER BY subject, number`,
  );
