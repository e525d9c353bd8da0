import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  findMariadbServer,
  findPostgresql,
  findTemporalBinary,
  findTemporalServer,
  lastLines,
  repositoryRoot,
  runProgram,
  SetupError,
  shapeOf,
  shapes,
  temporalServerVersion,
} from '@dengke/local';
import type { Verdict } from './drill';

const longestMs = 600_000;
const apart = ['--mount', '--net', '--pid', '--fork', '--kill-child', '--mount-proc'];

/**
 * The servers of docker-compose.scale.yml by its own files, as processes of this machine: MariaDB and its replica, PostgreSQL, Temporal's roles apart. Each
 * starts, is believed by its certificate and takes nobody plainly. As root on Linux, where a process can be given mounts and a network of its own.
 */
export async function containerServersDrill(say: (line: string) => void): Promise<Verdict> {
  await findMariadbServer(say);
  const [postgresql, temporal, cli, schema] = [
    await findPostgresql(),
    await findTemporalServer(say),
    await findTemporalBinary(say),
    await schemaFolder(),
  ];
  const folder = await mkdtemp(join(tmpdir(), 'dengke-servers-'));
  try {
    await chmod(folder, 0o755);
    const given = Object.entries(shapeOf(shapes['docker-compose.scale.yml']).services['temporal']?.environment ?? {});
    await writeFile(join(folder, 'temporal.env'), given.map(([name, value]) => `${name}='${value}'\n`).join(''));
    const programs = { TEMPORAL_SERVER: temporal.server, TEMPORAL_SQL: temporal.sqlTool, TEMPORAL_SCHEMA: schema, TEMPORAL_CLI: cli };
    const env = { ...process.env, ...programs, REPOSITORY: repositoryRoot, POSTGRESQL: postgresql };
    const script = join(repositoryRoot, 'ops/containers/try-servers.sh');
    say('the servers start by the files of their containers');
    const { output } = await runProgram('unshare', [...apart, 'bash', script, folder], { env, timeoutMs: longestMs });
    const told = output.split('\n').flatMap((line) => (/^(held|fault): (.*)$/.exec(line) ?? []).slice(1, 3).join(' ') || []);
    const faults = told.filter((line) => line.startsWith('fault ')).map((line) => line.slice(6));
    const held = told.filter((line) => line.startsWith('held ')).map((line) => line.slice(5));
    if (faults.length > 0 || held.length === 0) {
      const logs = (await readdir(folder)).filter((file) => file.endsWith('.log'));
      const ends = await Promise.all(logs.map(async (file) => `${file}:\n${lastLines(await readFile(join(folder, file), 'latin1'), 3)}`));
      say(ends.join('\n'));
    }
    const left =
      held.length + faults.length < checks ? [`only ${held.length + faults.length} of ${checks} were tried: ${lastLines(output, 3)}`] : [];
    return { figures: { held }, faults: [...faults, ...left], temporal: `server ${temporalServerVersion}, roles apart, PostgreSQL 15` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `expect` and `refuse` in the script, MariaDB's initdb.d and the ports of the roles once for each. */
const checks = 19;

/** Where the source of Temporal's server lies, from which its programs were built. */
async function schemaFolder(): Promise<string> {
  const { output } = await runProgram('go', ['mod', 'download', '-json', `go.temporal.io/server@v${temporalServerVersion}`]);
  const folder = /"Dir": "([^"]+)"/.exec(output)?.[1];
  if (folder === undefined) {
    throw new SetupError(`The schema of Temporal's server was not found:\n${lastLines(output, 3)}`);
  }
  return join(folder, 'schema');
}
