import { join } from 'node:path';
import { drawPorts } from '@dengke/local';
import { Client, Connection } from '@temporalio/client';
import { Bare } from '../bare';
import type { BareWay } from '../bare';
import { actsPerSubmission } from '../ours';
import { countIn } from './count-rows';
import type { Engine } from './engine';
import { emptied, killAll, nodeProgram, together } from './processes';
import { durableStack, temporalDurability, temporalStoreBytes, temporalVersion } from './temporal-stack';

const servers = ['mariadb', 'temporal'] as const;

/** Temporal by itself: its clients are the load, its worker is a process of its own. */
export const bareEngine = (way: BareWay): Engine => ({
  version: temporalVersion,
  durability: temporalDurability,
  begin: async (place) => {
    await emptied(place);
    const stack = await durableStack(place, { parts: [...servers] });
    const { temporalAddress } = stack.addresses;
    try {
      const [port = 0] = await drawPorts(1);
      const env = { TEMPORAL_ADDRESS: temporalAddress, DATABASE_ROOT_URL: stack.databaseRootUrl };
      const worker = await together({ ...place, folder: join(place.folder, 'worker') }, async (processes) => {
        await processes.start(nodeProgram('bare-worker', join(__dirname, 'bare-process.js'), port, env));
        return processes;
      });
      const connection = await Connection.connect({ address: temporalAddress });
      const bare = new Bare(new Client({ connection }), way, actsPerSubmission);
      return {
        prepare: (count) => bare.prepare(count),
        decide: (clients, cases) => bare.decide(clients, cases),
        decideFirst: (id) => bare.decideOnce(id, 1),
        ...(way === 'signals' ? {} : { rows: () => countIn(stack.databaseRootUrl, 'dengke_bare') }),
        storeBytes: () => temporalStoreBytes(place.folder),
        kill: () => {
          killAll(worker);
          servers.forEach((part) => stack.kill(part, 'SIGKILL'));
        },
        end: async () => {
          await connection.close();
          await worker.stop();
          await stack.stop();
        },
      };
    } catch (error) {
      await stack.stop();
      throw error;
    }
  },
});
