import { createConnection } from 'mysql2/promise';
import type { StackForSpecs } from './a-stack';

/** A limit is set for days to come; a house of one's own has had publicity from the beginning. */
export async function hasPublicity({ addresses }: StackForSpecs): Promise<void> {
  const database = await createConnection(addresses.databaseUrls['achievements'] ?? '');
  await database.query("UPDATE limit_rule SET value = 5 WHERE about = 'publicity'");
  await database.end();
}
