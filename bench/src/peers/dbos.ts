import { join } from 'node:path';
import { drawPorts, findPostgresql, lastLines, poll, runProgram } from '@dengke/local';
import type { Engine } from './engine';
import { Caller, decideBy, prepareBy } from './over-http';
import type { CaseCalls } from './over-http';
import { installed, lockedVersion, peerFolder } from './package-folder';
import { killAll, nodeProgram, startPostgresql, together } from './processes';

/** DBOS in a small application of ours over HTTP (bench/peers/dbos), its state and the rows in one PostgreSQL. */
export const dbosEngine: Engine = {
  version: `DBOS ${lockedVersion('dbos', '@dbos-inc/dbos-sdk')}`,
  durability: 'state and rows: PostgreSQL, fsync=on, synchronous_commit=on; each commit is on the disk before it is answered',
  begin: (place) =>
    together(place, async (processes) => {
      await installed('dbos', place.say);
      const databaseUrl = await startPostgresql(processes, place);
      const [port = 0] = await drawPorts(1);
      await processes.start(nodeProgram('dbos', join(peerFolder('dbos'), 'main.mjs'), port, { DATABASE_URL: databaseUrl }));
      const caller = new Caller(`http://127.0.0.1:${port}`);
      const calls = callsOf(caller);
      return {
        prepare: (count) => prepareBy(calls, count),
        decide: (clients, cases) => decideBy(calls, clients, cases),
        decideFirst: (id) => calls.decide(id, 1),
        rows: () => rowsOf(databaseUrl),
        storeBytes: () => systemBytes(databaseUrl),
        kill: () => killAll(processes),
        end: async () => {
          await caller.close();
          await processes.stop();
        },
      };
    }),
};

const callsOf = (caller: Caller): CaseCalls => ({
  start: async (id) => {
    await caller.call('POST', '/cases', { id });
    return id;
  },
  decide: (id, number) => caller.call('POST', `/cases/${id}/decisions`, { number }),
  ended: async (id) => {
    const isOver = async (): Promise<boolean> => (await caller.call<{ state: string }>('GET', `/cases/${id}`)).state === 'SUCCESS';
    if (!(await poll(isOver, { withinMs: 60_000, everyMs: 5 }))) {
      throw new Error(`The case ${id} did not end in DBOS within 60 s`);
    }
  },
});

const rowsOf = (databaseUrl: string): Promise<number> => asked(databaseUrl, 'SELECT count(*) FROM decision');

/** Of the tables and indexes that DBOS keeps, which are in a schema of its own. */
const systemBytes = (databaseUrl: string): Promise<number> =>
  asked(
    databaseUrl,
    "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'dbos' AND c.relkind = 'r'",
  );

async function asked(databaseUrl: string, question: string): Promise<number> {
  const { code, output } = await runProgram(join(await findPostgresql(), 'psql'), ['-At', '-c', question, databaseUrl]);
  if (code !== 0) {
    throw new Error(`psql was not answered: ${lastLines(output, 2)}`);
  }
  return Number(output);
}
