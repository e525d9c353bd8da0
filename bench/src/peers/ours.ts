import { partsOf } from '@dengke/local';
import { sealedPayloads } from '@dengke/service-kit';
import { Client, Connection } from '@temporalio/client';
import { Ours } from '../ours';
import type { Engine } from './engine';
import { emptied } from './processes';
import { durableStack, temporalDurability, temporalStoreBytes, temporalVersion } from './temporal-stack';

/** This system through its public API, with everything that an act sets going: ledger, audit, inboxes, mails. */
export const oursEngine: Engine = {
  version: `this commit; ${temporalVersion}`,
  durability: temporalDurability,
  begin: async (place) => {
    await emptied(place);
    const stack = await durableStack(place, {
      env: {
        gateway: { DENGKE_RATE_PER_SESSION: '100000', DENGKE_RATE_PER_ADDRESS: '100000' },
        // Desks wait while thousands of cases are opened.
        accounts: { DENGKE_SESSION_IDLE_MINUTES: '60' },
      },
    });
    try {
      const { publicUrl, temporalAddress, payloadKeysFile } = stack.addresses;
      const connection = await Connection.connect({ address: temporalAddress });
      const ours = await Ours.signIn(publicUrl, new Client({ connection, dataConverter: sealedPayloads(payloadKeysFile) }));
      return {
        prepare: (count) => ours.prepare(count),
        decide: (clients, cases) => ours.decide(clients, cases),
        decideFirst: (id) => ours.decideFirst(id),
        storeBytes: () => temporalStoreBytes(place.folder),
        kill: () => partsOf('desk').forEach((part) => stack.kill(part, 'SIGKILL')),
        end: async () => {
          await ours.leave();
          await connection.close();
          await stack.stop();
        },
      };
    } catch (error) {
      await stack.stop();
      throw error;
    }
  },
};
