import { join } from 'node:path';
import { cachedFolder } from '../cache-folder';
import type { Log } from '../progress';
import { withHeartbeat } from '../progress';
import { findProgram, lastLines, runProgram } from '../run-program';
import { SetupError } from '../setup-error';

export const temporalServerVersion = '1.32.1';
const packages = ['cmd/server', 'cmd/tools/sql'].map((path) => `go.temporal.io/server/${path}@v${temporalServerVersion}`);

export interface TemporalServerPrograms {
  readonly server: string;
  /** temporal-sql-tool: makes the two databases and brings them to the schema of this version. */
  readonly sqlTool: string;
}

/** The Temporal server as it runs in production, with its schema tool: built once with Go (1.26.8 or later). */
export const findTemporalServer = async (log: Log): Promise<TemporalServerPrograms> => {
  const folder = await cachedFolder(`temporal-server-${temporalServerVersion}`, (building) => build(building, log));
  return { server: join(folder, 'server'), sqlTool: join(folder, 'sql') };
};

const build = async (building: string, log: Log): Promise<void> => {
  const go = findProgram('go');
  if (go === undefined) {
    throw new SetupError(
      `The production shape runs Temporal server ${temporalServerVersion}, which is built once with Go 1.26.8 or later; there is none.`,
    );
  }
  log(`Temporal server: building ${temporalServerVersion} and its schema tool with Go, about half an hour on 2 cores, once`);
  const env = { ...process.env, GOBIN: building, GOFLAGS: '-modcacherw' };
  const { code, output } = await withHeartbeat(log, 'building the Temporal server', runProgram(go, ['install', ...packages], { env }));
  if (code !== 0) {
    throw new SetupError(`The Temporal server could not be built:\n${lastLines(output, 8)}`);
  }
};
