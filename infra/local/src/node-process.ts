import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { DatabaseOwner, NodeProcess } from './house';
import { builtFile, isDatabaseOwner } from './house';
import { isHttpReady } from './http-health';
import type { Log } from './progress';
import { repositoryRoot } from './repository';
import { lastLines, runProgram } from './run-program';
import type { EnvironmentSource } from './service-environment';
import { environmentOf } from './service-environment';
import { SetupError } from './setup-error';
import type { ProcessPlan } from './supervised-process';

/** Stops with the name of every part that has not been built. */
export const requireBuilt = (processes: readonly NodeProcess[]): void => {
  const needed = processes.flatMap((name) => [
    builtFile(name, 'main.js'),
    ...(isDatabaseOwner(name) ? [builtFile(name, 'migrate.js')] : []),
  ]);
  const absent = needed.filter((file) => !existsSync(file)).map((file) => relative(repositoryRoot, file));
  if (absent.length > 0) {
    throw new SetupError(`Not built: ${absent.join(', ')}. \`npx nx run-many -t build\` builds everything; parts can also be left out.`);
  }
};

const nodeOptions: Readonly<Record<NodeProcess, readonly string[]>> = {
  accounts: [],
  achievements: [],
  notifications: [],
  gateway: [],
  // Cached workflows live in this heap (temporal.md §9.3).
  worker: ['--max-old-space-size=1024'],
};

export const nodePlan = (name: NodeProcess, source: EnvironmentSource, extra: Readonly<Record<string, string>>): ProcessPlan => ({
  name,
  command: process.execPath,
  args: ['--enable-source-maps', ...nodeOptions[name], builtFile(name, 'main.js')],
  env: { ...baseEnvironment(), ...environmentOf(name, source, process.env), ...extra },
  isReady: () => isHttpReady(`http://127.0.0.1:${source.ports[name]}`),
  readyWithinMs: 90_000,
  endWithinMs: 40_000,
  restartable: true,
});

/** Brings a service's schema to the present shape and lays its seed; both may be repeated. */
export const migrate = async (service: DatabaseOwner, source: EnvironmentSource, directory: string, log: Log): Promise<void> => {
  await mkdir(source.filesDirectory, { recursive: true, mode: 0o700 });
  const env = { ...baseEnvironment(), ...environmentOf(service, source) };
  const { code, output } = await runProgram(process.execPath, ['--enable-source-maps', builtFile(service, 'migrate.js')], { env });
  await writeFile(join(directory, 'logs', `${service}.migrate.log`), output, { mode: 0o600 });
  if (code !== 0) {
    throw new SetupError(`The migrations of ${service} failed:\n${lastLines(output, 20)}`);
  }
  log(`${service}: the schema is up to date`);
};

/** The time zone is fixed: `getTimezoneOffset()` in a workflow follows the worker's (temporal.md §11, 19). */
const baseEnvironment = (): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '',
  LANG: 'C.UTF-8',
  TZ: 'UTC',
  NODE_ENV: 'production',
});
