import { join } from 'node:path';
import { cachedFolder } from './cache-folder';
import type { Log } from './progress';
import { withHeartbeat } from './progress';
import { findProgram, lastLines, runProgram } from './run-program';
import { SetupError } from './setup-error';

const version = '2.16.2';

/** What Docker Compose itself reads its files with (Apache-2.0), which needs no engine: built once with Go, half a minute. */
export const findComposeLoader = async (log: Log): Promise<string> => {
  const go = findProgram('go');
  if (go === undefined) {
    throw new SetupError('The files of Docker Compose are read by its own loader, which is built once with Go; there is none.');
  }
  const folder = await cachedFolder(`compose-go-${version}`, async (building) => {
    log(`compose-go: building ${version} with Go, once`);
    const env = { ...process.env, GOBIN: building, GOFLAGS: '-modcacherw' };
    const built = runProgram(go, ['install', `github.com/compose-spec/compose-go/v2/cmd@v${version}`], { env });
    const { code, output } = await withHeartbeat(log, 'building compose-go', built);
    if (code !== 0) {
      throw new SetupError(`compose-go could not be built:\n${lastLines(output, 8)}`);
    }
  });
  return join(folder, 'cmd');
};
