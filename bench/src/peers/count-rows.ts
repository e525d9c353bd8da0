import { createConnection } from 'mysql2/promise';
import type { RowDataPacket } from 'mysql2/promise';

/** How many rows decisions left in a schema of a MariaDB. */
export async function countIn(rootUrl: string, schema: string): Promise<number> {
  const rows = await rowsOf(rootUrl, `SELECT COUNT(*) AS count FROM ${schema}.decision`);
  return Number(rows[0]?.['count']);
}

/** How many statements a MariaDB was sent, and how many transactions it was told to commit, since it began. */
export async function askedOf(rootUrl: string): Promise<{ statements: number; commits: number }> {
  const rows = await rowsOf(rootUrl, "SHOW GLOBAL STATUS WHERE Variable_name IN ('Questions', 'Com_commit')");
  const counted = new Map(rows.map((row) => [row['Variable_name'] as string, Number(row['Value'])]));
  return { statements: counted.get('Questions') ?? Number.NaN, commits: counted.get('Com_commit') ?? Number.NaN };
}

async function rowsOf(rootUrl: string, statement: string): Promise<RowDataPacket[]> {
  const connection = await createConnection({ uri: rootUrl });
  try {
    const [rows] = await connection.query<RowDataPacket[]>(statement);
    return rows;
  } finally {
    await connection.end();
  }
}
