import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import { rootAddress } from './mariadb';

export interface TestDatabase {
  /** `mysql://root@host:port/schema` */
  url: string;
  schema: string;
  /** Makes a user named as the schema, without any right yet, as the house has one for each service. @returns his address */
  serviceUser(): Promise<string>;
  drop(): Promise<void>;
}

/** A schema of one's own on the specs' MariaDB. `afterAll(() => database.drop())` */
export async function aDatabase(prefix: string): Promise<TestDatabase> {
  const root = new URL(await rootAddress());
  const schema = `${prefix.replace(/\W/g, '_')}_${randomBytes(6).toString('hex')}`;
  await asRoot(root, `CREATE DATABASE ${schema} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`);
  const own = new URL(root);
  own.pathname = `/${schema}`;
  const serviceUser = async (): Promise<string> => {
    const url = Object.assign(new URL(own), { username: schema, password: 'specs' });
    await asRoot(root, `CREATE USER '${schema}'@'%' IDENTIFIED BY 'specs'`);
    return url.toString();
  };
  const drop = () => asRoot(root, `DROP DATABASE ${schema}`, `DROP USER IF EXISTS '${schema}'@'%'`);
  return { url: own.toString(), schema, serviceUser, drop };
}

async function asRoot(root: URL, ...statements: string[]): Promise<void> {
  const connection = await createConnection(root.toString());
  try {
    for (const sql of statements) {
      await connection.query(sql);
    }
  } finally {
    await connection.end();
  }
}
