import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import { rootAddress } from './mariadb';

export interface TestDatabase {
  /** `mysql://root@host:port/schema` */
  url: string;
  schema: string;
  drop(): Promise<void>;
}

/** A schema of one's own on the specs' MariaDB. `afterAll(() => database.drop())` */
export async function aDatabase(prefix: string): Promise<TestDatabase> {
  const root = new URL(await rootAddress());
  const schema = `${prefix.replace(/\W/g, '_')}_${randomBytes(6).toString('hex')}`;
  await asRoot(root, `CREATE DATABASE ${schema} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`);
  const own = new URL(root);
  own.pathname = `/${schema}`;
  return { url: own.toString(), schema, drop: () => asRoot(root, `DROP DATABASE ${schema}`) };
}

async function asRoot(root: URL, sql: string): Promise<void> {
  const connection = await createConnection(root.toString());
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}
