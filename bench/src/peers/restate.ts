import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { drawPorts } from '@dengke/local';
import type { ProcessPlan } from '@dengke/local';
import { request } from 'undici';
import { countIn } from './count-rows';
import type { Engine } from './engine';
import { Caller, decideBy, prepareBy } from './over-http';
import type { CaseCalls } from './over-http';
import { installed, lockedVersion, peerFolder } from './package-folder';
import { killAll, nodeProgram, programEnvironment, startMariadb, together } from './processes';

/** Restate’s server as its npm package has it, one node, and a small service of ours (bench/peers/restate); clients ask the server itself. */
export const restateEngine: Engine = {
  version: `Restate ${lockedVersion('restate', '@restatedev/restate-server')}`,
  durability:
    'state: Restate’s replicated log of one node, log-server.rocksdb-disable-wal-fsync=false; rows: MariaDB, innodb_flush_log_at_trx_commit=1; each commit is on the disk before it is answered',
  begin: (place) =>
    together(place, async (processes) => {
      await installed('restate', place.say);
      const databaseUrl = await startMariadb(processes, place);
      const [port = 0, servicePort = 0, ...ports] = await drawPorts(5);
      const [nodePort = 0, adminPort = 0, ingressPort = 0] = ports;
      const env = { DATABASE_URL: databaseUrl, SERVICE_PORT: String(servicePort) };
      await processes.start(nodeProgram('restate-service', join(peerFolder('restate'), 'main.mjs'), port, env));
      await processes.start(serverPlan(place.folder, { nodePort, adminPort, ingressPort }));
      const admin = new Caller(`http://127.0.0.1:${adminPort}`);
      await admin.call('POST', '/deployments', { uri: `http://127.0.0.1:${servicePort}` });
      await admin.close();
      const caller = new Caller(`http://127.0.0.1:${ingressPort}`);
      const calls = callsOf(caller);
      return {
        prepare: (count) => prepareBy(calls, count),
        decide: (clients, cases) => decideBy(calls, clients, cases),
        decideFirst: (id) => calls.decide(id, 1),
        rows: () => countIn(databaseUrl, 'peers'),
        storeBytes: () => bytesIn(join(place.folder, 'restate')),
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
    await caller.call('POST', `/theCase/${id}/run/send`);
    return id;
  },
  decide: (id, number) => caller.call('POST', `/theCase/${id}/decide`, number),
  ended: (id) => caller.call('GET', `/restate/workflow/theCase/${id}/attach`),
});

const serverPlan = (folder: string, ports: { nodePort: number; adminPort: number; ingressPort: number }): ProcessPlan => ({
  name: 'restate-server',
  command: join(
    ...[peerFolder('restate'), 'node_modules', '@restatedev', `restate-server-${process.platform}-${process.arch}`],
    ...['bin', 'restate-server'],
  ),
  args: ['--no-logo'],
  env: {
    ...programEnvironment(),
    ...{ RESTATE_BASE_DIR: join(folder, 'restate'), RESTATE_NODE_NAME: 'peers', RESTATE_LISTEN_MODE: 'tcp' },
    ...{ RESTATE_BIND_ADDRESS: `127.0.0.1:${ports.nodePort}`, RESTATE_ADVERTISED_ADDRESS: `http://127.0.0.1:${ports.nodePort}/` },
    RESTATE_ADMIN__BIND_ADDRESS: `127.0.0.1:${ports.adminPort}`,
    RESTATE_INGRESS__BIND_ADDRESS: `127.0.0.1:${ports.ingressPort}`,
    RESTATE_LOG_SERVER__ROCKSDB_DISABLE_WAL_FSYNC: 'false',
    ...{ RESTATE_DISABLE_TELEMETRY: 'true', RESTATE_LOG_FILTER: 'warn', RESTATE_LOG_DISABLE_ANSI_CODES: 'true' },
  },
  isReady: async () => {
    const answers = await Promise.all(
      [`${ports.adminPort}/health`, `${ports.ingressPort}/restate/health`].map(async (path) => {
        const { statusCode, body } = await request(`http://127.0.0.1:${path}`);
        await body.dump();
        return statusCode;
      }),
    );
    return answers.every((code) => code === 200);
  },
  readyWithinMs: 60_000,
  endWithinMs: 30_000,
  restartable: true,
});

/** Of all files below a folder, as long as they are; what a file reserves beyond its end is not counted. */
async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    // RocksDB may take a file away between the look and the measure.
    entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        stat(join(entry.parentPath, entry.name)).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
