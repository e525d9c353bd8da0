import { setTimeout as pause } from 'node:timers/promises';
import { serviceSecretHeader } from '@dengke/contract';
import type { Reconciliation, Rest } from '@dengke/contract';
import { request } from 'undici';
import type { SeasonClock } from './clock';

/** A cut-off sets thousands of workflows going at once: so long may pass without fewer being left than ever before. */
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
 * @throws Error naming what does not come to rest: nothing has become less for five minutes
 */
export async function untilAtRest(house: House): Promise<void> {
  const least = { services: Number.POSITIVE_INFINITY, workflows: Number.POSITIVE_INFINITY };
  let deadline = Date.now() + WITHIN_MS;
  let calm = 0;
  while (calm < 2) {
    const services = await restlessServices(house);
    const kind = services.length > 0 ? 'services' : 'workflows';
    const busy = kind === 'services' ? services : (await house.clock.running()).busy.map((id) => ({ what: id, count: 1 }));
    const left = busy.reduce((sum, { count }) => sum + count, 0);
    if (left < least[kind]) {
      least[kind] = left;
      deadline = Date.now() + WITHIN_MS;
    }
    if (left > 0 && Date.now() > deadline) {
      throw new Error(`No rest for ${WITHIN_MS / 1000} s: ${busy[0]?.what ?? kind}, and ${busy.length - 1} more`);
    }
    calm = left === 0 ? calm + 1 : 0;
    await pause(left === 0 ? 5 : 40);
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

interface Restless {
  what: string;
  /** How much there is to do. */
  count: number;
}

/** Services with something to relay, number or read; they do it at once. */
export async function restlessServices({ services, secret }: Omit<House, 'clock'>): Promise<Restless[]> {
  const found = await Promise.all(
    services.map(async (service) => {
      const answer = await request(`${service}/internal/rest?hurry=true`, { headers: { [serviceSecretHeader]: secret } });
      if (answer.statusCode !== 200) {
        await answer.body.dump();
        return [{ what: `${service} answers ${answer.statusCode}`, count: 1 }];
      }
      const { outbox, unnumbered, unread } = (await answer.body.json()) as Rest;
      const count = outbox + unnumbered + Object.values(unread).reduce((sum, one) => sum + one, 0);
      return count === 0 ? [] : [{ what: `${service} ${JSON.stringify({ outbox, unnumbered, unread })}`, count }];
    }),
  );
  return found.flat();
}
