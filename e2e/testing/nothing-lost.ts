import { eventually } from '@dengke/test-kit';
import { ApiClient } from '../src/client';
import type { DemonstrationPeople } from '../src/demonstration-people';
import type { Walked } from '../src/walk';
import { toldToCompleter, wholeWay } from '../src/way';
import type { Watcher } from './watcher';

/** The timeline has every act once, in order, without gaps; the ledger is the same; one number was given. */
export async function expectNothingLostOrDoubled({ serial, timeline, progress }: Walked, watcher: Watcher): Promise<void> {
  expect(timeline.map(({ act }) => act)).toEqual(wholeWay);
  expect(timeline.map(({ number }) => number)).toEqual(wholeWay.map((_, index) => index + 1));
  expect(progress).toMatchObject({ state: 'reported', lastFact: wholeWay.length });
  const ledger = await watcher.rows<{ kind: string }>('SELECT kind FROM ledger_entry WHERE subject = ? ORDER BY number', [
    `submission/${serial}`,
  ]);
  expect(ledger.map(({ kind }) => kind)).toEqual(wholeWay);
  await expectNumbersGivenOnce(watcher);
}

/** As many numbers were given as there are registered submissions, each its own. */
async function expectNumbersGivenOnce(watcher: Watcher): Promise<void> {
  await eventually(async () => {
    const [registered] = await watcher.rows<{ numbers: number; given: number; last: number }>(
      `SELECT COUNT(registrationNumber) AS numbers, COUNT(DISTINCT registrationNumber) AS given,
         (SELECT SUM(lastValue) FROM number_series WHERE series REGEXP '^[0-9]{3}-[0-9]{4}$') AS last FROM submission`,
    );
    expect(registered).toEqual({ numbers: registered?.given, given: registered?.given, last: String(registered?.given) });
  });
}

/** The workflow followed to the last number and ended with the same outcome; nothing waits to be handed on. */
export async function expectFollowedToTheEnd({ serial, progress }: Walked, watcher: Watcher): Promise<void> {
  await eventually(async () => {
    expect((await watcher.workflow(serial).describe()).status.name).toBe('COMPLETED');
  }, 30_000);
  const { state, registrationNumber, lastFact } = progress;
  await eventually(async () => {
    expect(await watcher.workflow(serial).result()).toEqual({ serial, state, registrationNumber, lastFact });
  }, 30_000);
  await eventually(async () => {
    expect(await watcher.rows('SELECT id FROM outbox WHERE subject = ?', [`submission/${serial}`])).toEqual([]);
  });
}

/** The completer was told of each thing once. */
export async function expectToldOnce(
  { serial, timeline }: Walked,
  address: string,
  people: DemonstrationPeople,
  login: string,
): Promise<void> {
  const completer = await ApiClient.signIn(address, login, people.password);
  const expected = timeline.filter(({ act }) => toldToCompleter.includes(act)).map(({ number }) => number);
  await eventually(async () => {
    const { items } = await completer.read<{ items: { about: { serial?: string; fact?: number } }[] }>('/inbox?limit=100');
    const told = items.filter(({ about }) => about.serial === serial).map(({ about }) => Number(about.fact));
    expect(told.sort((one, other) => one - other)).toEqual(expected);
  }, 30_000);
  await completer.close();
}
