import { pollUntil } from '@dengke/e2e';
import { createConnection } from 'mysql2/promise';
import type { RowDataPacket } from 'mysql2/promise';
import type { DrilledHouse } from './drilled-house';

/** Whether MariaDB’s replica holds what the primary holds, table by table of achievements. */
export async function replicaOf(house: DrilledHouse): Promise<{ tables: number; different: string[] }> {
  const { port } = new URL(house.stack.addresses.beside?.['mariadb-replica'] ?? '');
  const replica = await createConnection(Object.assign(new URL(house.stack.databaseRootUrl), { port }).toString());
  const [schema] = await house.rows<{ name: string }>('SELECT DATABASE() AS name');
  const named = await house.rows<{ name: string }>(
    "SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE' ORDER BY 1",
  );
  const tables = named.map(({ name }) => `\`${schema?.name}\`.\`${name}\``);
  const sums = `CHECKSUM TABLE ${tables.join(', ')}`;
  const different = await pollUntil(
    'the replica has caught up',
    async () => {
      const [here, [there]] = [await house.rows<Sum>(sums), await replica.query<(Sum & RowDataPacket)[]>(sums)];
      return here.filter(({ Checksum }, at) => Checksum !== there[at]?.Checksum).map(({ Table }) => Table);
    },
    ({ length }) => length === 0,
  ).catch((error: unknown) => [String(error)]);
  await replica.end();
  return { tables: tables.length, different };
}

interface Sum {
  Table: string;
  Checksum: string | number | null;
}
