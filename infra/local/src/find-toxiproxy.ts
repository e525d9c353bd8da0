import { join } from 'node:path';
import { cachedFolder } from './cache-folder';
import type { Log } from './progress';
import { withHeartbeat } from './progress';
import { findProgram, lastLines, runProgram } from './run-program';
import { SetupError } from './setup-error';

const version = '2.12.0';

/** Toxiproxy’s server, which the kill harness puts between the parts of a house: on PATH, else built once with Go. */
export const findToxiproxy = async (log: Log): Promise<string> => {
  const onPath = findProgram('toxiproxy-server');
  if (onPath !== undefined) {
    return onPath;
  }
  const go = findProgram('go');
  if (go === undefined) {
    throw new SetupError('toxiproxy-server is not on PATH, and there is no Go with which it could be built.');
  }
  const folder = await cachedFolder(`toxiproxy-${version}`, async (building) => {
    log(`toxiproxy: building ${version} with Go, about a minute on 2 cores, once`);
    const env = { ...process.env, GOBIN: building, GOFLAGS: '-modcacherw' };
    const done = runProgram(go, ['install', `github.com/Shopify/toxiproxy/v2/cmd/server@v${version}`], { env });
    const { code, output } = await withHeartbeat(log, 'building toxiproxy', done);
    if (code !== 0) {
      throw new SetupError(`toxiproxy could not be built:\n${lastLines(output, 8)}`);
    }
  });
  return join(folder, 'server');
};
