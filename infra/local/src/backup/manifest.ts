import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseOwner } from '../house';
import { databaseOwners } from '../house';
import { SetupError } from '../setup-error';

/** Where the copy of the database ends in the binary log: what came later is in the log from there on. */
export interface LogPosition {
  readonly file: string;
  readonly position: number;
}

/** `backup.json`: what a backup holds, and what it needs beside itself. */
export interface BackupManifest {
  /** When the copy of the database ended; ISO. */
  readonly at: string;
  /** Null where the server keeps no binary log: such a backup can be restored, but not to a later instant. */
  readonly log: LogPosition | null;
  /** Whether Temporal's store is in it; without it every workflow is made anew from the ledgers. */
  readonly temporal: boolean;
  readonly files: number;
  readonly bytes: number;
  /** Ids of the keys with which personal data are sealed. The keys themselves are never in a backup. */
  readonly personalKeys: Readonly<Record<DatabaseOwner, readonly string[]>>;
}

export const manifestName = 'backup.json';

/** @throws SetupError where the folder holds no backup that was finished */
export const readManifest = async (folder: string): Promise<BackupManifest> => {
  if (!existsSync(join(folder, manifestName))) {
    throw new SetupError(`${folder} holds no finished backup: it has no ${manifestName}.`);
  }
  return JSON.parse(await readFile(join(folder, manifestName), 'utf8')) as BackupManifest;
};

/** Ids of the keys that a stack has. */
export const personalKeysOf = async (directory: string): Promise<Record<DatabaseOwner, string[]>> =>
  Object.fromEntries(
    await Promise.all(databaseOwners.map(async (owner): Promise<[DatabaseOwner, string[]]> => [owner, await keysIn(directory, owner)])),
  ) as Record<DatabaseOwner, string[]>;

const keysIn = async (directory: string, owner: DatabaseOwner): Promise<string[]> => {
  const path = join(directory, 'secrets', `personal-keys-${owner}.json`);
  return existsSync(path) ? Object.keys((JSON.parse(await readFile(path, 'utf8')) as { keys: object }).keys).sort() : [];
};
