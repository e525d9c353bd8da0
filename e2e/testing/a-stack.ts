import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attachToStack, startStack } from '@dengke/local';
import type { AttachedStack } from '@dengke/local';

export interface StackForSpecs extends AttachedStack {
  /** Ends what was started for these specs; a stack of `npm test` goes on. */
  release(): Promise<void>;
}

/** The running house: that of `npm test` (DENGKE_TEST_STACK_DIR), or one of one's own on free ports. */
export async function aStack(): Promise<StackForSpecs> {
  const given = process.env.DENGKE_TEST_STACK_DIR;
  if (given !== undefined && given !== '') {
    return { ...attachToStack(given), release: async () => undefined };
  }
  const dir = await mkdtemp(join(tmpdir(), 'dengke-e2e-'));
  const stack = await startStack({ dir, temporal: 'dev', profile: 'local', supervise: true });
  const release = async (): Promise<void> => {
    await stack.stop();
    await rm(dir, { recursive: true, force: true });
  };
  return { addresses: stack.addresses, pid: (part) => stack.pid(part), kill: (part, signal) => stack.kill(part, signal), release };
}
