import type { DataSource } from 'typeorm';

/** What a service's own user may do with rows that are there, where that is not everything (decision 0007): what is written once it leaves alone. */
const limited: Readonly<Record<string, readonly string[]>> = {
  ledger_entry: [],
  feed_number: [],
  migrations: [],
  ledger_head: ['UPDATE'],
  ledger_text: ['DELETE'],
};

/** Grants are only ever added up, so nothing that reaches every table may stand on the schema. */
const neverOnTheSchema = [
  'UPDATE, DELETE, CREATE, DROP, REFERENCES, INDEX, ALTER, CREATE TEMPORARY TABLES, LOCK TABLES, CREATE VIEW, SHOW VIEW',
  'CREATE ROUTINE, ALTER ROUTINE, EXECUTE, EVENT, TRIGGER, DELETE HISTORY',
].join(', ');

/**
 * What a service's user may do from now on: read and add everywhere in its schema, change and remove in every table but those that are
 * limited. Run after each migration, so it holds for the tables that came with it; a service at work loses nothing in between.
 * @param migrator connected as a user that may grant, as migrations are
 * @param writtenOnce the service's own tables whose rows nobody changes or removes
 * @param procedures what the service may have the database do with the rights of who migrates
 */
export async function grantService(
  migrator: DataSource,
  user: string,
  writtenOnce: readonly string[] = [],
  procedures: readonly string[] = [],
): Promise<void> {
  const [{ schema } = { schema: '' }] = await migrator.query<{ schema: string }[]>('SELECT DATABASE() AS `schema`');
  const tables = await migrator.query<{ name: string }[]>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_type = 'BASE TABLE' ORDER BY table_name",
    [schema],
  );
  const grantee = `'${user}'@'%'`;
  // In a grant on a schema `_` stands for any character.
  const everywhere = `\`${schema.replaceAll('_', '\\_')}\`.*`;
  // Names of tables and users cannot be parameters; these come from the schema and from configuration.
  // nosemgrep: sql-from-what-was-given
  await migrator.query(`GRANT SELECT, INSERT ON ${everywhere} TO ${grantee}`);
  for (const { name } of tables) {
    const granted = limited[name] ?? (writtenOnce.includes(name) ? [] : ['UPDATE', 'DELETE']);
    if (granted.length > 0) {
      // nosemgrep: sql-from-what-was-given
      await migrator.query(`GRANT ${granted.join(', ')} ON \`${schema}\`.\`${name}\` TO ${grantee}`);
    }
  }
  for (const name of procedures) {
    // nosemgrep: sql-from-what-was-given
    await migrator.query(`GRANT EXECUTE ON PROCEDURE \`${schema}\`.\`${name}\` TO ${grantee}`);
  }
  // nosemgrep: sql-from-what-was-given
  await migrator.query(`REVOKE ${neverOnTheSchema} ON ${everywhere} FROM ${grantee}`);
}
