import { partsOf } from '@dengke/local';
import type { Stack } from '@dengke/local';
import { sealedPayloads } from '@dengke/service-kit';
import { Client, Connection } from '@temporalio/client';
import { Ours } from '../ours';
import type { Engine } from './engine';
import { askedOf } from './count-rows';
import { emptied } from './processes';
import { spentBy } from './spent-cpu';
import { durableStack, temporalDurability, temporalStoreBytes, temporalVersion } from './temporal-stack';

/** All of a load comes from one address, and from few people. */
export const generousLimits = { gateway: { DENGKE_RATE_PER_SESSION: '100000', DENGKE_RATE_PER_ADDRESS: '100000' } };

/** Every process of the house at once, its databases too. */
export const killHouse = (stack: Stack): void => partsOf('desk').forEach((part) => stack.kill(part, 'SIGKILL'));

/** This system through its public API, with everything that an act sets going: ledger, audit, inboxes, mails. */
export const oursEngine: Engine = {
  version: `this commit; ${temporalVersion}`,
  durability: temporalDurability,
  begin: async (place) => {
    await emptied(place);
    const stack = await durableStack(place, {
      env: {
        ...generousLimits,
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
        spent: () => spentByParts(stack),
        storeBytes: () => temporalStoreBytes(place.folder),
        kill: () => killHouse(stack),
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

/** Milliseconds of processor of each part, and what MariaDB was asked, since they began. */
export async function spentByParts(stack: Stack): Promise<Record<string, number>> {
  const running = partsOf('desk').flatMap((part) => {
    const pid = stack.pid(part);
    return pid === undefined ? [] : [{ part, pid }];
  });
  const spent = await Promise.all(running.map(async ({ part, pid }) => [part, await spentBy(pid)] as const));
  return { ...Object.fromEntries(spent), ...(await askedOf(stack.databaseRootUrl)) };
}
