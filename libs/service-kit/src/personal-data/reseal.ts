import type { DataSource } from 'typeorm';
import { inTransaction } from '../database/transaction';
import { Writes } from '../database/writes';
import type { Statement } from '../database/writes';
import type { PersonalData } from './personal-data';
import { personalFields } from './personal-fields';
import type { IndexedField, PersonalField } from './personal-fields';

/** Of one transaction: some milliseconds. */
const BATCH = 250;

export interface Resealing {
  database: DataSource;
  personal: PersonalData;
  service: string;
  /** Hears how many values have been sealed since the last time. */
  tell?: (sealed: number) => void;
}

/**
 * Seals with the key in force whatever of a service is sealed with an older one, while the service works.
 * @throws Error for a value that is not sealed at all or does not open; what was done until then stays
 */
export const reseal = (resealing: Resealing): Promise<void> =>
  sealAll(resealing, {
    isMeant: (value) => !resealing.personal.isCurrent(value),
    plainOf: (field, { row, value }) => resealing.personal.open(field, row, value),
  });

/** Seals what was written before there were keys; run with the migrations. */
export const sealPlain = (resealing: Resealing): Promise<void> =>
  sealAll(resealing, {
    isMeant: (value) => !resealing.personal.isSealed(value),
    plainOf: (_field, { value }) => value,
  });

interface Row {
  row: string;
  value: string;
}
interface Meant {
  isMeant: (value: string) => boolean;
  plainOf: (field: PersonalField, row: Row) => string;
}

/**
 * Goes through each table in short steps and changes what is meant if it is still what was read; what changed meanwhile, and what an interruption
 * left, is found by the next pass. Ends with a pass that finds nothing.
 */
async function sealAll(resealing: Resealing, meant: Meant): Promise<void> {
  const fields = Object.keys(personalFields) as PersonalField[];
  for (const field of fields.filter((name) => personalFields[name].service === resealing.service)) {
    let found: number;
    do {
      found = await pass(resealing, field, meant);
    } while (found > 0);
  }
}

/** @returns how many were meant */
async function pass({ database, personal, tell }: Resealing, field: PersonalField, { isMeant, plainOf }: Meant): Promise<number> {
  const { row: key } = personalFields[field];
  const [table, column] = field.split('.') as [string, string];
  let found = 0;
  for (let after = ''; ;) {
    const rows = await database.query<Row[]>(
      `SELECT ${key} AS \`row\`, ${column} AS value FROM ${table} WHERE ${key} > ? AND ${column} IS NOT NULL ORDER BY ${key} LIMIT ?`,
      [after, BATCH],
    );
    const those = rows.filter(({ value }) => isMeant(value));
    const changes = those.map((one) => changeOf(personal, field, one, plainOf(field, one)));
    await inTransaction(database, (manager) => changes.reduce((writes, change) => writes.add(change), new Writes(manager)).flush());
    found += those.length;
    tell?.(those.length);
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) {
      return found;
    }
    after = last.row;
  }
}

function changeOf(personal: PersonalData, field: PersonalField, { row, value }: Row, plain: string): Statement {
  const definition = personalFields[field];
  const [table, column] = field.split('.') as [string, string];
  const index = 'index' in definition ? { [definition.index]: personal.index(field as IndexedField, plain) } : {};
  const set = Object.entries({ [column]: personal.seal(field, row, plain), ...index });
  const assignments = set.map(([name]) => `${name} = ?`).join(', ');
  return [
    `UPDATE ${table} SET ${assignments} WHERE ${definition.row} = ? AND ${column} = ?`,
    [...set.map(([, sealed]) => sealed), row, value],
  ];
}
