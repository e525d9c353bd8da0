import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { localDirectory, partsOf, startStack } from '@dengke/local';
import type { Stack } from '@dengke/local';
import { sealedPayloads } from '@dengke/service-kit';
import { Client, Connection } from '@temporalio/client';
import type { Verdict } from '../kills/judgements';
import { Traffic } from '../kills/traffic';
import { judge } from '../kills/verdict';
import type { Sample } from './flat';

const EVERY_MS = 10_000;

export interface Told {
  submissions: number;
  acts: number;
  verdict: Verdict;
  /** By process, one every ten seconds. */
  samples: Record<string, Sample[]>;
  /** How often a process was started again, which nobody asked for. */
  restarts: number;
}

/** People walk submissions through a house of its own for so long, and nothing disturbs it. */
export async function playSoak(of: { minutes: number; atOnce: number }, say: (line: string) => void): Promise<Told> {
  const directory = join(localDirectory(), 'soak');
  await rm(directory, { recursive: true, force: true });
  const stack = await startStack({ dir: directory, temporal: 'dev', profile: 'local', supervise: true });
  const { temporalAddress, temporalNamespace: namespace, payloadKeysFile, publicUrl } = stack.addresses;
  const connection = await Connection.connect({ address: temporalAddress, connectTimeout: '30s' });
  const samples: Record<string, Sample[]> = {};
  const sampling = setInterval(() => void takeSamples(stack, samples), EVERY_MS);
  try {
    const traffic = await Traffic.of(publicUrl, of.atOnce);
    const until = performance.now() + of.minutes * 60_000;
    const saying = setInterval(() => say(lineOf(traffic, samples)), 60_000);
    await traffic.run(1, () => performance.now() < until).finally(() => clearInterval(saying));
    clearInterval(sampling);
    const temporal = new Client({ connection, namespace, dataConverter: sealedPayloads(payloadKeysFile) });
    return {
      submissions: traffic.walked.length,
      acts: traffic.walked.reduce((sum, { timeline }) => sum + timeline.length, 0),
      verdict: await judge(traffic, stack.addresses, temporal),
      samples,
      restarts: partsOf('desk').reduce((sum, part) => sum + stack.restarts(part), 0),
    };
  } finally {
    clearInterval(sampling);
    await connection.close();
    await stack.stop();
  }
}

/** As the kernel tells it: `VmRSS` of `/proc/<pid>/status`, and how many `/proc/<pid>/fd` has. */
async function takeSamples(stack: Stack, samples: Record<string, Sample[]>): Promise<void> {
  for (const part of partsOf('desk')) {
    const pid = stack.pid(part);
    if (pid !== undefined) {
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      const kibibytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
      const handles = (await readdir(`/proc/${pid}/fd`)).length;
      (samples[part] ??= []).push({ residentMiB: Math.round(kibibytes / 1024), handles });
    }
  }
}

const lineOf = ({ walked }: Traffic, samples: Record<string, Sample[]>): string =>
  `${walked.length} submissions; ${Object.entries(samples)
    .map(([part, of]) => `${part} ${of.at(-1)?.residentMiB} MiB, ${of.at(-1)?.handles}`)
    .join('; ')}`;
