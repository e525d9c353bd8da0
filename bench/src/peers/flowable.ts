import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedFolder, drawPorts, findProgram, poll, runProgram, SetupError } from '@dengke/local';
import type { Log, ProcessPlan } from '@dengke/local';
import { createPool } from 'mysql2/promise';
import type { Pool, RowDataPacket } from 'mysql2/promise';
import { countIn } from './count-rows';
import type { Engine } from './engine';
import { Caller, decideBy, prepareBy } from './over-http';
import type { CaseCalls } from './over-http';
import { peerFolder } from './package-folder';
import { killAll, programEnvironment, startMariadb, together } from './processes';

const source = peerFolder('flowable');
const pom = readFileSync(join(source, 'pom.xml'), 'utf8');
const versionIn = (name: string): string => new RegExp(`<${name}>([^<]+)</${name}>`).exec(pom)?.[1] ?? 'not named';

/** Flowable by its own REST interface, in Spring Boot; a listener of ours (bench/peers/flowable) writes the row in the engine's transaction. */
export const flowableEngine: Engine = {
  version: `Flowable ${versionIn('flowable.version')}`,
  durability:
    'state and rows: MariaDB, innodb_flush_log_at_trx_commit=1, one transaction; each commit is on the disk before it is answered',
  begin: (place) =>
    together(place, async (processes) => {
      const jar = await built(place.say);
      const rootUrl = new URL(await startMariadb(processes, place));
      const pool = createPool({ uri: rootUrl.toString(), connectionLimit: 2 });
      await pool.query('CREATE DATABASE peers');
      const [port = 0] = await drawPorts(1);
      const env = { JDBC_URL: `jdbc:mariadb://${rootUrl.host}/peers`, DATABASE_PASSWORD: rootUrl.password };
      const caller = new Caller(`http://127.0.0.1:${port}`);
      await processes.start(serverPlan(jar, port, env, caller));
      const calls = callsOf(caller);
      return {
        prepare: (count) => prepareBy(calls, count),
        decide: (clients, cases) => decideBy(calls, clients, cases),
        decideFirst: (id) => calls.decide(id, 1),
        rows: () => countIn(rootUrl.toString(), 'peers'),
        storeBytes: () => engineBytes(pool),
        kill: () => killAll(processes),
        end: async () => {
          await caller.close();
          await pool.end();
          await processes.stop();
        },
      };
    }),
};

/** A clerk looks for the task of the case, which is part of the decision: ours too is asked by the case, not by a number that the client kept. */
const callsOf = (caller: Caller): CaseCalls => ({
  start: async (businessKey) => {
    const started = await caller.call<{ id: string }>('POST', `${api}/process-instances`, {
      processDefinitionKey: 'fiveDesks',
      businessKey,
    });
    return started.id;
  },
  decide: async (id) => {
    const { data } = await caller.call<{ data: { id: string }[] }>('GET', `${api}/tasks?processInstanceId=${id}`);
    await caller.call('POST', `${api}/tasks/${data[0]?.id}`, { action: 'complete' });
  },
  ended: async (id) => {
    const isOver = async (): Promise<boolean> =>
      (await caller.call<{ total: number }>('GET', `${api}/process-instances?id=${id}`)).total === 0;
    if (!(await poll(isOver, { withinMs: 60_000, everyMs: 5 }))) {
      throw new Error(`The case ${id} did not end in Flowable within 60 s`);
    }
  },
});

const api = '/process-api/runtime';

const serverPlan = (jar: string, port: number, env: Readonly<Record<string, string>>, caller: Caller): ProcessPlan => ({
  name: 'flowable',
  command: program('java'),
  args: ['-Xmx2g', '-jar', jar],
  env: { ...programEnvironment(), PORT: String(port), ...env },
  isReady: async () =>
    (await caller.call<{ total: number }>('GET', '/process-api/repository/process-definitions?key=fiveDesks')).total === 1,
  readyWithinMs: 180_000,
  endWithinMs: 30_000,
  restartable: true,
});

/** The application as one file, packed by Maven once for each state of its source. */
async function built(say: Log): Promise<string> {
  const [java, maven] = [program('java'), program('mvn')];
  const digest = createHash('sha256').update(java);
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true }).filter((found) => found.isFile())) {
    digest.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
  }
  const folder = await cachedFolder(`peer-flowable-${digest.digest('hex').slice(0, 12)}`, async (building) => {
    say('flowable: packing it with Maven, once');
    const { code, output } = await runProgram(maven, ['-q', '-B', '-f', join(source, 'pom.xml'), `-Dmade=${building}`, 'package']);
    if (code !== 0) {
      throw new SetupError(`Maven could not pack ${source}:\n${output.split('\n').slice(0, 4).join('\n')}`);
    }
  });
  return join(folder, 'flowable.jar');
}

const program = (name: 'java' | 'mvn'): string => {
  const found = findProgram(name);
  if (found === undefined) {
    throw new SetupError(`Flowable is measured with \`java\` 17 and \`mvn\` on PATH; there is no ${name}.`);
  }
  return found;
};

/** Of the leaf pages in use of every table of the engine and its indexes; what a table space reserves is not counted. */
async function engineBytes(pool: Pool): Promise<number> {
  const [tables] = await pool.query<RowDataPacket[]>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'peers' AND table_name <> 'decision'",
  );
  await pool.query(`ANALYZE TABLE ${tables.map(({ name }) => `peers.\`${name}\``).join(', ')}`);
  const [rows] = await pool.query<RowDataPacket[]>(
    "SELECT SUM(stat_value) * @@innodb_page_size AS bytes FROM mysql.innodb_index_stats WHERE database_name = 'peers' AND table_name <> 'decision' AND stat_name = 'n_leaf_pages'",
  );
  return Number(rows[0]?.['bytes']);
}
