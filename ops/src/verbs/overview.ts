import type { Rest, StandingCount } from '@dengke/contract';
import type { ServiceClient } from '@dengke/service-kit';
import { serviceOf } from '../house';
import type { Verb } from '../verb';

/** The three services with a ledger, as operators ask them. */
export type Services = Readonly<Record<'accounts' | 'achievements' | 'notifications', ServiceClient>>;

export const allServices = async (): Promise<Services> => ({
  accounts: await serviceOf('accounts'),
  achievements: await serviceOf('achievements'),
  notifications: await serviceOf('notifications'),
});

export async function closeAll(services: Services): Promise<void> {
  await Promise.all(Object.values(services).map((service) => service.close()));
}

/** How much was told (`/internal/messages/count`). */
interface Told {
  messages: number;
  mails: Record<string, number>;
}

/** The whole house in two tables. */
export const overview: Verb = {
  name: 'overview',
  summary: 'open submissions by state and stage, late, escalated and on hold; what waits between the services; mails',
  run: async () => overviewOf(await allServices()),
};

export async function overviewOf(services: Services): Promise<number> {
  try {
    const standings = await services.achievements.get<StandingCount[]>('/internal/operations/standings');
    console.log(`${standings.reduce((sum, { open }) => sum + open, 0)} submissions are open`);
    if (standings.length > 0) {
      console.table(standings);
    }
    console.table(await flowOf(services));
    const { messages, mails } = await services.notifications.get<Told>('/internal/messages/count');
    console.log(
      `${messages} messages; mails: ${Object.entries(mails)
        .map(([state, count]) => `${count} ${state}`)
        .join(', ')}`,
    );
    return 0;
  } finally {
    await closeAll(services);
  }
}

/** What a service has not told its workflows or not numbered, the lag of the feeds it follows, and the feed entries it put aside. */
export interface Flow {
  untold: number;
  unnumbered: number;
  lag: number;
  putAside: number;
}

export async function flowOf(services: Services): Promise<Record<string, Flow>> {
  const flows = Object.entries(services).map(async ([name, service]) => {
    const { outbox, unnumbered, unread, deadLetters } = await service.get<Rest>('/internal/rest');
    const lag = Object.values(unread).reduce((sum, count) => sum + count, 0);
    return [name, { untold: outbox, unnumbered, lag, putAside: deadLetters ?? 0 }] as const;
  });
  return Object.fromEntries(await Promise.all(flows));
}
