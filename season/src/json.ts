import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { dirname, resolve } from 'node:path';

/** What every measuring command says. @param temporal which server it ran on */
export function common(temporal: string) {
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
  const machine = {
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    temporal,
  };
  return { machine, at: new Date().toISOString(), commit, repetitions: 1 };
}

export async function writeJson(file: string, content: object): Promise<void> {
  await mkdir(dirname(resolve(file)), { recursive: true });
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
}

/** Of seasons with skipped time. */
export const skippingServer = 'test-server 1.32.1';
