import { join } from 'node:path';
import { SetupError, startStack, temporalCliVersion } from '@dengke/local';
import type { Stack, StackOptions } from '@dengke/local';
import type { Place } from './engine';
import { sqliteBytes } from './sqlite-pages';

export const temporalVersion = `Temporal CLI ${temporalCliVersion}`;
export const temporalDurability =
  'Temporal: SQLite, WAL, synchronous=FULL; rows: MariaDB, innodb_flush_log_at_trx_commit=1; each commit is on the disk before it is answered';

/** A stack with servers of its own, each of full durability. */
export async function durableStack({ folder, supervised }: Place, options: Pick<StackOptions, 'parts' | 'env'>): Promise<Stack> {
  const servers = { temporal: 'dev', temporalDurability: 'full', profile: 'local' } as const;
  const stack = await startStack({ ...options, ...servers, dir: folder, supervise: supervised });
  if (stack.pid('temporal') === undefined || stack.pid('mariadb') === undefined) {
    await stack.stop();
    throw new SetupError('Engines are compared on servers started for it: unset DENGKE_TEMPORAL_ADDRESS and DENGKE_DATABASE_ROOT_URL.');
  }
  return stack;
}

export const temporalStoreBytes = (folder: string): Promise<number> => sqliteBytes(join(folder, 'temporal', 'temporal.sqlite'));
