import { existsSync } from 'node:fs';
import { chmod, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedFolder } from './cache-folder';
import type { Log } from './progress';
import { withHeartbeat } from './progress';
import { cacheDirectory } from './repository';
import { findProgram, lastLines, runProgram } from './run-program';
import { SetupError } from './setup-error';

/** The last CLI that `go install` can build; it carries server 1.29.1. */
export const cliVersion = '1.5.1';
const folderName = `temporal-${cliVersion}`;

export type TemporalFound = { readonly kind: 'address'; readonly address: string } | { readonly kind: 'binary'; readonly path: string };

/**
 * A Temporal server, in this order: an address in the environment, `temporal` on PATH, the cached copy, the SDK's own download, `go install`.
 */
export const findTemporal = async (log: Log): Promise<TemporalFound> => {
  const address = process.env['DENGKE_TEMPORAL_ADDRESS'];
  return address === undefined || address === '' ? { kind: 'binary', path: await findTemporalBinary(log) } : { kind: 'address', address };
};

export const findTemporalBinary = async (log: Log): Promise<string> => {
  const known = findProgram('temporal') ?? cachedBinary();
  if (known !== undefined) {
    return known;
  }
  const folder = await cachedFolder(folderName, async (building) => {
    const complaints: string[] = [];
    for (const way of [downloadWithSdk, buildWithGo]) {
      const complaint = await way(building, log);
      if (complaint === undefined) {
        return;
      }
      complaints.push(complaint);
    }
    throw new SetupError(missing(complaints));
  });
  return join(folder, 'temporal');
};

const cachedBinary = (): string | undefined => {
  const path = join(cacheDirectory(), folderName, 'temporal');
  return existsSync(path) ? path : undefined;
};

const downloadWithSdk = async (building: string, log: Log): Promise<string | undefined> => {
  log(`Temporal: trying the SDK's own download of CLI ${cliVersion}`);
  const script = join(__dirname, 'sdk-download.js');
  const fetched = runProgram(process.execPath, [script, building, `v${cliVersion}`], { timeoutMs: 300_000 });
  const { code, output } = await withHeartbeat(log, 'downloading Temporal', fetched);
  const [file] = await readdir(building);
  if (code !== 0 || file === undefined) {
    return `the SDK's download failed: ${lastLines(output, 1).slice(0, 200)}`;
  }
  await rename(join(building, file), join(building, 'temporal'));
  await chmod(join(building, 'temporal'), 0o755);
  return undefined;
};

const buildWithGo = async (building: string, log: Log): Promise<string | undefined> => {
  const go = findProgram('go');
  if (go === undefined) {
    return 'there is no Go toolchain to build it with';
  }
  log(`Temporal: building CLI ${cliVersion} with Go, about 5 minutes on 2 cores, once`);
  const env = { ...process.env, GOBIN: building, GOFLAGS: '-modcacherw' };
  const built = runProgram(go, ['install', `github.com/temporalio/cli/cmd/temporal@v${cliVersion}`], { env });
  const { code, output } = await withHeartbeat(log, 'building Temporal', built);
  return code === 0 ? undefined : `go install failed: ${lastLines(output, 3)}`;
};

const missing = (complaints: readonly string[]): string =>
  [
    'No Temporal server was found. Any one of these helps:',
    '  - set DENGKE_TEMPORAL_ADDRESS to a running server (host:port)',
    '  - put the Temporal CLI (`temporal`) on PATH',
    '  - install Go 1.23 or later, with which it is built once',
    ...complaints.map((complaint) => `Tried: ${complaint}`),
  ].join('\n');
