import { setTimeout as pause } from 'node:timers/promises';
import { serviceSecretHeader } from '@dengke/contract';
import type { Reconciliation, Rest } from '@dengke/contract';
import { request } from 'undici';
import type { SeasonClock } from './clock';

const WITHIN_MS = 300_000;

export interface House {
  /** Base addresses of the services with a ledger. */
  services: readonly string[];
  secret: string;
  clock: SeasonClock;
}

/**
 * Waits until nothing is under way: outboxes empty, entries numbered, feeds read to the end, no workflow with a task or activity. Twice in a row,
 * for a task may be born between two looks.
 * @throws Error naming what does not come to rest
 */
export async function untilAtRest(house: House): Promise<void> {
  const deadline = Date.now() + WITHIN_MS;
  let calm = 0;
  while (calm < 2) {
    const services = await restlessServices(house);
    const [restless] = services.length > 0 ? services : (await house.clock.running()).busy;
    calm = restless === undefined ? calm + 1 : 0;
    if (restless !== undefined && Date.now() > deadline) {
      throw new Error(`No rest after ${WITHIN_MS / 1000} s: ${restless}`);
    }
    await pause(restless === undefined ? 5 : 40);
  }
}

/** At rest nothing is out of step: `reconcile` finds nothing to mend. @throws Error naming its first false alarm */
export async function expectInStep({ services, secret }: House): Promise<void> {
  for (const service of services) {
    const answer = await request(`${service}/internal/reconciliation?after=0`, { headers: { [serviceSecretHeader]: secret } });
    const { found, silent } = (await answer.body.json()) as Reconciliation;
    if (answer.statusCode !== 200 || found.length + silent.length > 0) {
      throw new Error(`${service} is out of step at rest: ${JSON.stringify({ status: answer.statusCode, found, silent })}`);
    }
  }
}

/** Services with something to relay, number or read, and what; they do it at once. */
export async function restlessServices({ services, secret }: Omit<House, 'clock'>): Promise<string[]> {
  const found = await Promise.all(
    services.map(async (service) => {
      const answer = await request(`${service}/internal/rest?hurry=true`, { headers: { [serviceSecretHeader]: secret } });
      if (answer.statusCode !== 200) {
        await answer.body.dump();
        return [`${service} answers ${answer.statusCode}`];
      }
      const { outbox, unnumbered, unread } = (await answer.body.json()) as Rest;
      const busy = outbox + unnumbered + Object.values(unread).reduce((sum, count) => sum + count, 0);
      return busy === 0 ? [] : [`${service} ${JSON.stringify({ outbox, unnumbered, unread })}`];
    }),
  );
  return found.flat();
}
