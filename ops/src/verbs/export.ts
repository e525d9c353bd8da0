import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { copyFolder, localDirectory } from '@dengke/local';
import { PersonalData, personalFields } from '@dengke/service-kit';
import { createConnection } from 'mysql2';
import type { Connection, RowDataPacket } from 'mysql2';
import { houseOf } from '../house';
import type { House } from '../house';
import { OpsError } from '../verb';
import type { Verb } from '../verb';
import { allServices, closeAll } from './overview';
import type { Services } from './overview';
import { doneNow, record } from './recorded';

type PersonalField = keyof typeof personalFields;

/** What opens doors of this house alone, and nobody could use elsewhere. */
const keptHere = new Set(
  'former_password totp_secret recovery_code session first_password_link passkey login_attempts address_failure migrations'.split(' '),
);
const keptColumns = new Set(['passwordHash', 'secretDigest']);

/** All that the house keeps, for another one: a line of JSON for each row, personal data opened, the files as they came. */
export const exportAll: Verb = {
  name: 'export',
  summary:
    '<folder> --reason WHY: all rows as lines of JSON, personal data opened, and the files, into a new folder; it is kept that it was done',
  run: async (args) => exported(houseOf(), join(localDirectory(), 'files'), await allServices(), args),
};

export async function exported(house: House, files: string, services: Services, args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { reason: { type: 'string' } } });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0 || values.reason === undefined) {
      throw new OpsError('npm run ops -- export <folder> --reason "…"; it is kept.');
    }
    const into = resolve(folder);
    if (existsSync(into)) {
      throw new OpsError(`${into} is there already.`);
    }
    await record(services, doneNow('export', values.reason));
    await mkdir(into, { recursive: true, mode: 0o700 });
    const rows: Record<string, Record<string, number>> = {};
    for (const name of Object.keys(services)) {
      rows[name] = await tablesOf(house, name, join(into, name));
      console.log(`${name}: ${Object.values(rows[name]).reduce((sum, count) => sum + count, 0)} rows`);
    }
    await copyFolder(files, join(into, 'files'));
    await writeFile(join(into, 'export.json'), `${JSON.stringify({ rows }, null, 2)}\n`);
    return 0;
  } finally {
    await closeAll(services);
  }
}

/** Every table of a service at one instant. @returns how many rows each has */
async function tablesOf(house: House, service: string, into: string): Promise<Record<string, number>> {
  await mkdir(into, { mode: 0o700 });
  const personal = PersonalData.from(house.personalKeysFileOf(service));
  const options = { uri: house.databaseUrlOf(service), timezone: 'Z', dateStrings: ['DATE' as const], supportBigNumbers: true };
  const connection = createConnection(options);
  try {
    await query(connection, 'SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await query(connection, 'START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
    const named = await query(
      connection,
      "SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'",
    );
    const counts: Record<string, number> = {};
    for (const table of named.map(({ name }) => String(name)).filter((one) => !keptHere.has(one))) {
      counts[table] = await written(connection, table, personal, join(into, `${table}.jsonl`));
    }
    return counts;
  } finally {
    connection.destroy();
  }
}

const query = (connection: Connection, sql: string): Promise<RowDataPacket[]> =>
  new Promise((settle, fail) => connection.query<RowDataPacket[]>(sql, (fault, rows) => (fault === null ? settle(rows) : fail(fault))));

async function written(connection: Connection, table: string, personal: PersonalData, file: string): Promise<number> {
  let count = 0;
  const lines = new Transform({
    writableObjectMode: true,
    transform(row: Record<string, unknown>, _, done) {
      count += 1;
      try {
        done(null, `${JSON.stringify(opened(table, row, personal))}\n`);
      } catch (fault) {
        done(fault as Error);
      }
    },
  });
  // The schema itself names its tables.
  // nosemgrep: sql-from-what-was-given
  await pipeline(connection.query(`SELECT * FROM \`${table}\``).stream(), lines, createWriteStream(file, { mode: 0o600 }));
  return count;
}

/** @throws Error for what was sealed with a key that is not here */
function opened(table: string, row: Record<string, unknown>, personal: PersonalData): Record<string, unknown> {
  const fields = Object.entries(row).filter(([column]) => !keptColumns.has(column));
  return Object.fromEntries(
    fields.map(([column, value]) => {
      const field = `${table}.${column}`;
      if (field in personalFields && typeof value === 'string') {
        const { row: key } = personalFields[field as PersonalField];
        return [column, personal.open(field as PersonalField, String(row[key]), value)];
      }
      return [column, Buffer.isBuffer(value) ? value.toString('base64') : value];
    }),
  );
}
