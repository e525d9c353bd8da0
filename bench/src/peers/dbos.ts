import { join } from 'node:path';
import { drawPorts, findPostgresql, lastLines, poll, runProgram } from '@dengke/local';
import type { Engine } from './engine';
import { Caller, decideBy, prepareBy } from './over-http';
import type { CaseCalls } from './over-http';
import { installed, lockedVersion, peerFolder } from './package-folder';
import { nodeProgram, startPostgresql, together } from './processes';

/** DBOS in a small application of ours over HTTP (bench/peers/dbos), its state and the rows in one PostgreSQL. */
export const dbosEngine: Engine = {
  version: `DBOS ${lockedVersion('dbos', '@dbos-inc/dbos-sdk')}`,
  durability: 'state and rows: PostgreSQL, fsync=on, synchronous_commit=on; each commit is on the disk before it is answered',
  begin: (folder, say) =>
    together(folder, say, async (processes) => {
      await installed('dbos', say);
      const databaseUrl = await startPostgresql(processes, folder, say);
      const [port = 0] = await drawPorts(1);
      await processes.start(nodeProgram('dbos', join(peerFolder('dbos'), 'main.mjs'), port, { DATABASE_URL: databaseUrl }));
      const caller = new Caller(`http://127.0.0.1:${port}`);
      const calls = callsOf(caller);
      return {
        prepare: (count) => prepareBy(calls, count),
        decide: (clients, cases) => decideBy(calls, clients, cases),
        storeBytes: () => systemBytes(databaseUrl),
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

/** Of the tables and indexes that DBOS keeps, which are in a schema of its own. */
async function systemBytes(databaseUrl: string): Promise<number> {
  const question =
    "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'dbos' AND c.relkind = 'r'";
  const { code, output } = await runProgram(join(await findPostgresql(), 'psql'), ['-At', '-c', question, databaseUrl]);
  if (code !== 0) {
    throw new Error(`psql could not ask for the size: ${lastLines(output, 2)}`);
  }
  return Number(output);
}
