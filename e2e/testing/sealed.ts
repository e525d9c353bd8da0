import { join } from 'node:path';
import { messageNames, submissionWorkflowId } from '@dengke/contract';
import { repositoryRoot } from '@dengke/local';
import { sealedPayloads } from '@dengke/service-kit';
import type { DataConverter } from '@temporalio/common';
import { Worker } from '@temporalio/worker';
import type { temporal } from '@temporalio/proto';
import type { Walked } from '../src/walk';
import type { Watcher } from './watcher';

type History = temporal.api.history.v1.IHistory;

/** Every payload of a history but those that the server itself reads: search attributes, and headers, which hold the trace's id. */
function payloadsIn(value: unknown): { encoding: string; text: string }[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) {
    return [];
  }
  const { metadata, data } = value as { metadata?: Record<string, Uint8Array>; data?: Uint8Array };
  if (metadata?.['encoding'] instanceof Uint8Array) {
    return [{ encoding: Buffer.from(metadata['encoding']).toString(), text: Buffer.from(data ?? []).toString() }];
  }
  const others = Object.entries(value).filter(([name]) => name !== 'searchAttributes' && name !== 'header');
  return others.flatMap(([, inner]) => payloadsIn(inner));
}

/** What Temporal keeps of a walk names no serial and no desk; with the keys of the house it is read, and replays. */
export async function expectSealed({ serial }: Walked, watcher: Watcher, payloadKeysFile: string): Promise<void> {
  const history = await watcher.workflow(serial).fetchHistory();
  const payloads = payloadsIn(history);

  // Facts that meet are one signal, so how many there are is not the same each time.
  expect(payloads.length).toBeGreaterThan(5);
  expect([...new Set(payloads.map(({ encoding }) => encoding))]).toEqual(['binary/encrypted']);
  expect(payloads.filter(({ text }) => /org-|unit-|\d{4}-\d{6}/.test(text))).toEqual([]);
  expect(await watcher.followed(serial)).toMatchObject({ state: 'reported' });
  await expect(watcher.client().workflow.getHandle(submissionWorkflowId(serial)).query(messageNames.progress)).rejects.toThrow('encrypted');
  await expect(replayed(history, sealedPayloads(payloadKeysFile))).resolves.toBeUndefined();
  await expect(replayed(history, {})).rejects.toThrow();
}

const workflowBundle = { codePath: join(repositoryRoot, 'workflows/worker/dist/workflow-bundle.js') };
const replayed = (history: History, dataConverter: DataConverter): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle, dataConverter }, history);
