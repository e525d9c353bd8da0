import { createConnection } from 'mysql2/promise';
import type { RowDataPacket } from 'mysql2/promise';

/** How many rows decisions left in a schema of a MariaDB. */
export async function countIn(rootUrl: string, schema: string): Promise<number> {
  const connection = await createConnection({ uri: rootUrl });
  try {
    const [rows] = await connection.query<RowDataPacket[]>(`SELECT COUNT(*) AS count FROM ${schema}.decision`);
    return Number(rows[0]?.['count']);
  } finally {
    await connection.end();
  }
}
