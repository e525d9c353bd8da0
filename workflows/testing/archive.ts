import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { temporal } from '@temporalio/proto';
import { historiesFolder } from './config';

const { History } = temporal.api.history.v1;
export type History = temporal.api.history.v1.IHistory;

/**
 * Histories as text. The SDK's own `historyToJSON` needs one copy of protobufjs in the tree; here each of its packages has its own, so
 * the archive is written and read with the classes of @temporalio/proto alone.
 */
export function archive(name: string, history: History): void {
  const plain = History.toObject(History.fromObject(history), { enums: String, longs: String, bytes: String });
  writeFileSync(join(historiesFolder, `${name}.json`), `${JSON.stringify(plain)}\n`);
}

export function archived(): Array<{ name: string; history: History }> {
  const files = readdirSync(historiesFolder).filter((file) => file.endsWith('.json'));
  return files.map((file) => ({
    name: basename(file, '.json'),
    history: History.fromObject(JSON.parse(readFileSync(join(historiesFolder, file), 'utf8')) as Record<string, unknown>),
  }));
}
