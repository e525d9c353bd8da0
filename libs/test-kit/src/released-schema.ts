import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A table as a released version of the house knows it: what its statements name, and what they may leave out. */
export interface ReleasedTable {
  columns: Record<string, { type: string; nullable: boolean; hasDefault: boolean }>;
  /** Columns that must be unique together. */
  unique: string[];
  /** Foreign keys, checks and triggers, as text: whatever can refuse a write. */
  guards: string[];
}
export type ReleasedSchema = Record<string, ReleasedTable>;

interface Queryable {
  query<T>(sql: string): Promise<T>;
}
type Row = Record<string, string | null>;

/** The schema of a connection, as MariaDB tells it. */
export async function schemaOf(database: Queryable): Promise<ReleasedSchema> {
  const schema: ReleasedSchema = {};
  const table = (row: Row): ReleasedTable => (schema[row['tableName'] ?? ''] ??= { columns: {}, unique: [], guards: [] });
  for (const row of await database.query<Row[]>(COLUMNS)) {
    const nullable = row['nullable'] === 'YES';
    const hasDefault = nullable || row['given'] !== null || /auto_increment|GENERATED/i.test(row['extra'] ?? '');
    table(row).columns[row['name'] ?? ''] = { type: row['type'] ?? '', nullable, hasDefault };
  }
  for (const row of await database.query<Row[]>(UNIQUE)) {
    table(row).unique.push(row['names'] ?? '');
  }
  for (const row of await database.query<Row[]>(GUARDS)) {
    table(row).guards.push(row['guard'] ?? '');
  }
  return schema;
}

const COLUMNS = `SELECT TABLE_NAME AS tableName, COLUMN_NAME AS name, COLUMN_TYPE AS type, IS_NULLABLE AS nullable, COLUMN_DEFAULT AS given, EXTRA AS extra
  FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> 'migrations' ORDER BY TABLE_NAME, ORDINAL_POSITION`;
const UNIQUE = `SELECT TABLE_NAME AS tableName, GROUP_CONCAT(COLUMN_NAME ORDER BY SEQ_IN_INDEX) AS names FROM information_schema.STATISTICS
  WHERE TABLE_SCHEMA = DATABASE() AND NON_UNIQUE = 0 AND TABLE_NAME <> 'migrations' GROUP BY TABLE_NAME, INDEX_NAME ORDER BY TABLE_NAME, names`;
const GUARDS = `SELECT CONSTRAINT_NAME AS guard, TABLE_NAME AS tableName FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE()
  UNION SELECT CHECK_CLAUSE, TABLE_NAME FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE()
  UNION SELECT CONCAT(ACTION_TIMING, ' ', EVENT_MANIPULATION, ' ', TRIGGER_NAME), EVENT_OBJECT_TABLE FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()
  ORDER BY tableName, guard`;

/**
 * What the code of the released version could not work with in a migrated schema of this one (decision 0023). `released/schema.json` of the service
 * is what that version made; with DENGKE_REPORT=schema it is written anew, when a version is released.
 * @param keeping triggers of now that refuse nothing, as `schemaOf` names them: they keep a table of their own for whoever writes
 */
export async function brokenForReleased(service: string, database: Queryable, keeping: readonly string[] = []): Promise<string[]> {
  const file = join(__dirname, '..', '..', '..', 'services', service, 'released', 'schema.json');
  const now = await schemaOf(database);
  if (process.env['DENGKE_REPORT'] === 'schema') {
    await writeFile(file, `${JSON.stringify(now, null, 1)}\n`);
  }
  const released = JSON.parse(await readFile(file, 'utf8')) as ReleasedSchema;
  return breaksFor(released, now).filter((fault) => !keeping.some((guard) => fault.endsWith(`: newly guarded by ${guard}`)));
}

/** What of a schema the code of a released version could not work with: a name that is gone, a value it cannot read or leave out, a write that is newly refused. */
export function breaksFor(released: ReleasedSchema, now: ReleasedSchema): string[] {
  return Object.entries(released).flatMap(([name, before]) => {
    const after = now[name];
    return after === undefined ? [`${name} is gone`] : tableBreaks(before, after).map((fault) => `${name}${fault}`);
  });
}

function tableBreaks(before: ReleasedTable, after: ReleasedTable): string[] {
  const known = Object.keys(before.columns);
  const added = Object.entries(after.columns).filter(([name]) => !known.includes(name));
  return [
    ...known.flatMap((name) => columnBreaks(name, before, after)),
    ...added.filter(([, { hasDefault }]) => !hasDefault).map(([name]) => `.${name} is new and must be given`),
    ...after.unique
      .filter((names) => !before.unique.includes(names) && names.split(',').every((name) => known.includes(name)))
      .map((names) => `: ${names} must newly be unique`),
    ...after.guards
      .filter((guard) => !before.guards.includes(guard) && !isOfJson(guard, added))
      .map((guard) => `: newly guarded by ${guard}`),
  ];
}

/** MariaDB guards each JSON column; that of a new one is no matter of code that does not know it. */
const isOfJson = (guard: string, added: readonly [string, unknown][]): boolean =>
  added.some(([name]) => guard === `json_valid(\`${name}\`)`);

function columnBreaks(name: string, { columns: before }: ReleasedTable, { columns: after }: ReleasedTable): string[] {
  const [old, now] = [before[name], after[name]];
  if (old === undefined || now === undefined) {
    return [`.${name} is gone`];
  }
  return [
    ...(isAsWide(old.type, now.type) ? [] : [`.${name} was ${old.type} and is ${now.type}`]),
    ...(old.nullable && !now.nullable ? [`.${name} takes no null any more`] : []),
    ...(!old.nullable && now.nullable ? [`.${name} may be null, which it never was`] : []),
    ...(old.hasDefault && !now.hasDefault ? [`.${name} must now be given`] : []),
  ];
}

const VARCHAR = /^varchar\((\d+)\)$/;

function isAsWide(old: string, now: string): boolean {
  const [, before] = VARCHAR.exec(old) ?? [];
  const [, after] = VARCHAR.exec(now) ?? [];
  return old === now || (before !== undefined && after !== undefined && Number(after) >= Number(before));
}
