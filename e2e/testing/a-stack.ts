import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attachToStack, nodeProcesses, startStack } from '@dengke/local';
import type { AttachedStack, Ports } from '@dengke/local';

export interface StackForSpecs extends AttachedStack {
  /** Ends what was started for these specs; a stack of `npm test` goes on. */
  release(): Promise<void>;
  /** What the processes of the house have logged. */
  logged(): Promise<string>;
}

/** The running house: that of `npm test` (DENGKE_TEST_STACK_DIR), or one of one's own on free ports. */
export async function aStack(): Promise<StackForSpecs> {
  const given = process.env.DENGKE_TEST_STACK_DIR;
  if (given !== undefined && given !== '') {
    return { ...attachToStack(given), release: async () => undefined, logged: () => logsIn(given) };
  }
  return ownStack('desk');
}

/**
 * One of one's own, where nobody kills its parts: a browser does not ask again for a page that was not answered. It is known by a name, since a
 * passkey belongs to one. It shows the Temporal UI too.
 */
export const aQuietStack = (): Promise<StackForSpecs> => ownStack('desk', ({ gateway }) => `http://localhost:${gateway}`);

/** One of one's own whose bundles go to the stand-in registry, after seconds and without long rests; it tells a collector its spans. */
export const aStackWithRegistry = (collectorUrl: string): Promise<StackForSpecs> => ownStack('endpoint', undefined, collectorUrl);

async function ownStack(
  reportUp: 'desk' | 'endpoint',
  publicUrl?: (ports: Ports) => string,
  collectorUrl?: string,
): Promise<StackForSpecs> {
  const dir = await mkdtemp(join(tmpdir(), 'dengke-e2e-'));
  const hurried = { DENGKE_REPORT_COLLECT_SECONDS: '4', DENGKE_REPORT_PAUSE_SECONDS: '1' };
  const traced: Record<string, string> = collectorUrl === undefined ? {} : { DENGKE_OTLP_URL: collectorUrl };
  const stack = await startStack({
    ...{ dir, temporal: 'dev', temporalUi: publicUrl !== undefined, profile: 'local', supervise: true, reportUp, publicUrl },
    env: Object.fromEntries(nodeProcesses.map((name) => [name, { ...traced, ...(name === 'achievements' ? hurried : {}) }])),
  });
  const release = async (): Promise<void> => {
    await stack.stop();
    await rm(dir, { recursive: true, force: true });
  };
  return {
    addresses: stack.addresses,
    pid: (part) => stack.pid(part),
    kill: (part, signal) => stack.kill(part, signal),
    release,
    logged: () => logsIn(dir),
  };
}

async function logsIn(dir: string): Promise<string> {
  return (await Promise.all(nodeProcesses.map((name) => readFile(join(dir, 'logs', `${name}.log`), 'utf8')))).join('\n');
}
