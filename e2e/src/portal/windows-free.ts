import { ApiClient } from '../client';
import { demonstrationPeople, somebodyAt } from '../demonstration-people';

export const day = 86_400_000;
/** In Shanghai, eight hours before UTC. */
export const inDays = (days: number): string => new Date(Date.now() + days * day + day / 3).toISOString().slice(0, 10);

/** In so many days no window is open: only one is at a time, and walks may have announced others. */
export async function freeFrom(address: string, atLeast: number): Promise<number> {
  const people = await demonstrationPeople();
  const client = await ApiClient.signIn(address, somebodyAt(people, 'org-sx-kjt', 'manager').login, people.password);
  const known = await client.read<{ cutOffOn: string }[]>('/windows');
  await client.close();
  const days = known.map(({ cutOffOn }) => Math.ceil((Date.parse(cutOffOn) - Date.now()) / day) + 2);
  return Math.max(atLeast, ...days);
}
