import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  drawPorts,
  endLeftovers,
  findMariadbServer,
  findPostgresql,
  isHttpReady,
  mariadbPlan,
  postgresqlPlan,
  postgresqlUser,
  rootUrlOf,
  Supervisor,
} from '@dengke/local';
import type { ProcessPlan } from '@dengke/local';
import type { Place } from './engine';

/** Of servers that live for one measurement, on loopback. */
const password = 'peers';

/** Empties the folder of one engine; what an interrupted run left running in it is ended before. */
export async function emptied({ folder, say }: Place): Promise<void> {
  await endLeftovers(folder, say);
  await rm(folder, { recursive: true, force: true });
  for (const within of ['logs', 'run']) {
    await mkdir(join(folder, within), { recursive: true, mode: 0o700 });
  }
}

/** Starts what one engine needs in an emptied folder; ends all of it where one part does not start. */
export async function together<Started>(place: Place, start: (processes: Supervisor) => Promise<Started>): Promise<Started> {
  await emptied(place);
  const processes = new Supervisor(place.folder, place.supervised, () => undefined);
  try {
    return await start(processes);
  } catch (error) {
    await processes.stop();
    throw error;
  }
}

/** A MariaDB as ours has it: each commit is on the disk before it is answered. @returns its root address */
export async function startMariadb(processes: Supervisor, { folder, say }: Place): Promise<string> {
  const [port = 0] = await drawPorts(1);
  const settings = { directory: folder, port, rootPassword: password, durability: 'full' as const };
  await processes.start(await mariadbPlan(await findMariadbServer(say), settings, say));
  return rootUrlOf(settings);
}

/** A PostgreSQL with `fsync` and `synchronous_commit` on, as they are where nothing else is said. @returns the address of its database */
export async function startPostgresql(processes: Supervisor, { folder, say }: Place): Promise<string> {
  const [port = 0] = await drawPorts(1);
  const passwordFile = join(folder, 'postgresql-password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  await processes.start(await postgresqlPlan({ programs: await findPostgresql(), directory: folder, port, passwordFile }, say));
  return `postgresql://${postgresqlUser}:${password}@127.0.0.1:${port}/postgres`;
}

/** A program of Node that listens at `PORT` and says under /health/ready that it can work. */
export function nodeProgram(name: string, file: string, port: number, env: Readonly<Record<string, string>>): ProcessPlan {
  return {
    name,
    command: process.execPath,
    args: [file],
    env: { ...programEnvironment(), NODE_ENV: 'production', PORT: String(port), ...env },
    isReady: () => isHttpReady(`http://127.0.0.1:${port}`),
    readyWithinMs: 60_000,
    endWithinMs: 10_000,
    restartable: true,
  };
}

export const killAll = (processes: Supervisor): void => processes.all.forEach((process) => process.kill('SIGKILL'));

/** Nothing of the environment of whoever started us but what a program needs to run. */
export const programEnvironment = (): Record<string, string> => ({
  ...{ PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' },
  ...{ LANG: 'C.UTF-8', TZ: 'UTC' },
});
