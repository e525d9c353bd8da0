import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { NodeProcess } from './house';
import { builtFile, isDatabaseOwner } from './house';
import { isHttpReady } from './http-health';
import { cacheDirectory, repositoryRoot } from './repository';
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
  // Cached workflows live in this heap.
  worker: ['--max-old-space-size=1024'],
};

export const nodePlan = (name: NodeProcess, source: EnvironmentSource, extra: Readonly<Record<string, string>>): ProcessPlan => ({
  name,
  command: process.execPath,
  args: ['--enable-source-maps', ...nodeOptions[name], builtFile(name, 'main.js')],
  env: { ...nodeEnvironment(name, source), ...extra },
  isReady: () =>
    isDatabaseOwner(name) && source.certificate !== undefined
      ? isHttpReady(`https://127.0.0.1:${source.ports[name]}`, source.certificate.ca)
      : isHttpReady(`http://127.0.0.1:${source.ports[name]}`),
  readyWithinMs: 240_000,
  endWithinMs: 40_000,
  restartable: true,
  // What it tells is read minutes later; acts and the workflows that follow them come first. The clock of a season waits for all alike.
  givesWay: name === 'notifications' && source.profile !== 'season',
});

/** The second replica of a service, or the second worker: the same at another port. */
export const secondPlan = (
  name: NodeProcess,
  port: number,
  source: EnvironmentSource,
  extra: Readonly<Record<string, string>>,
): ProcessPlan => ({
  ...nodePlan(name, { ...source, ports: { ...source.ports, [name]: port } }, extra),
  name: `${name}-2`,
});

/** All that one process is told, and nothing of the environment of whoever started it but what it is meant to see. */
export const nodeEnvironment = (name: NodeProcess, source: EnvironmentSource, isMigrating = false): Record<string, string> => ({
  ...baseEnvironment(),
  ...environmentOf(name, source, process.env, isMigrating),
});

/** The time zone is fixed: `getTimezoneOffset()` in a workflow follows the worker's. */
const baseEnvironment = (): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '',
  LANG: 'C.UTF-8',
  TZ: 'UTC',
  NODE_ENV: 'production',
  // From Node 22 on, compiled code is kept: a second start loads its modules faster.
  NODE_COMPILE_CACHE: join(cacheDirectory(), `compiled-node-${process.versions.node}`),
});
