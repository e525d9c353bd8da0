import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lastLines, repositoryRoot, runProgram, SetupError } from '@dengke/local';
import type { Log } from '@dengke/local';

export const peerFolder = (peer: string): string => join(repositoryRoot, 'bench', 'peers', peer);

interface Lock {
  packages: Record<string, { version?: string }>;
}

/** Version of a package by the peer's own lockfile. */
export function lockedVersion(peer: string, name: string): string {
  const { packages } = JSON.parse(readFileSync(join(peerFolder(peer), 'package-lock.json'), 'utf8')) as Lock;
  return packages[`node_modules/${name}`]?.version ?? 'not locked';
}

/** Installs what the peer's lockfile names, once for each lockfile. */
export async function installed(peer: string, say: Log): Promise<void> {
  const folder = peerFolder(peer);
  const digest = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  const stamp = join(folder, 'node_modules', '.installed-by');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) {
    return;
  }
  say(`${peer}: installing its npm packages`);
  const { code, output } = await runProgram('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder });
  if (code !== 0) {
    throw new SetupError(`npm could not install ${folder}:\n${lastLines(output, 5)}`);
  }
  await writeFile(stamp, digest);
}
