import type { SubmissionAct } from '@dengke/contract';
import { addDays } from '../testing/instants';
import { Ledger } from '../testing/ledger';
import { rBureau } from '../testing/routes';
import { World } from '../testing/world';

let world: World;

beforeAll(async () => {
  world = await World.on('2023-08-01T01:00:00Z', new Ledger({ publicity: 30, objection: 15 }));
}, 60_000);
afterEach(() => world.clear());
afterAll(() => world.close());

async function inPublicity(serial: string): Promise<void> {
  await world.submit({ serial, legs: rBureau });
  for (const act of ['release', 'recommend', 'approve'] as const) {
    await world.act(serial, act);
  }
}

/** What happens to it from then on: acts of the registrar, and days that pass. */
async function after(serial: string, ...steps: (SubmissionAct | number)[]): Promise<string[]> {
  for (const step of steps) {
    await (typeof step === 'number' ? world.pass(step) : world.act(serial, step));
  }
  return world.timeline(serial).slice(4);
}

describe('a submission in publicity to which somebody objects', () => {
  it('is held by an accepted objection, and once that is overruled goes on for the time that is left [P33]', async () => {
    await inPublicity('S-0001');

    expect(await after('S-0001', 10, 'hold', 10, 'overrule', 9)).toEqual(['day 10 hold → in-publicity', 'day 20 overrule → in-publicity']);
    expect(await after('S-0001', 2)).toEqual(expect.arrayContaining(['day 30 register → registered']));
  });

  it('is told apart from others in publicity for as long as it is held', async () => {
    await inPublicity('S-0009');
    const shown = async () => (await world.attributesOf('S-0009'))['SubmissionState'];

    await after('S-0009', 10, 'hold');
    expect(await shown()).toBe('held');
    await after('S-0009', 'overrule');
    expect(await shown()).toBe('in-publicity');
  });

  it('is not registered when publicity ends, and at once when the last objection is overruled after it [P33]', async () => {
    await inPublicity('S-0002');

    expect(await after('S-0002', 20, 'hold', 13)).toEqual(['day 20 hold → in-publicity']);
    expect((await after('S-0002', 'overrule')).slice(1)).toEqual([
      'day 33 overrule → in-publicity',
      'day 33 register → registered',
      'day 33 reportUp → registered, ministry',
    ]);
  });

  it('ends unregistered when the objection is upheld [P33]', async () => {
    await inPublicity('S-0003');

    expect(await after('S-0003', 5, 'hold', 3, 'uphold')).toEqual(['day 5 hold → in-publicity', 'day 8 uphold → rejected']);
    expect(await world.outcomeOf('S-0003')).toMatchObject({ state: 'rejected', registrationNumber: null });
  });

  it('escalates once when the registrar is late, and is decided by nobody else [P31 P33]', async () => {
    await inPublicity('S-0004');

    expect(await after('S-0004', 20, 'hold', 40)).toEqual(['day 20 hold → in-publicity', 'day 35 escalate → in-publicity']);
    expect((await after('S-0004', 'overrule')).slice(3)).toEqual([
      'day 60 register → registered',
      'day 60 reportUp → registered, ministry',
    ]);
  });

  it('is held until all that were accepted are decided [P33]', async () => {
    await inPublicity('S-0005');

    expect(await after('S-0005', 20, 'hold', 2, 'hold', 10, 'overrule', 1)).not.toContain('day 32 register → registered');
    expect((await after('S-0005', 'overrule')).slice(4)).toContain('day 33 register → registered');
  });

  it('is held when the acceptance is recorded in the moment in which publicity ends', async () => {
    await inPublicity('S-0006');
    world.relaying = false;
    world.ledger.submissions.act('S-0006', 'hold', addDays(await world.now(), 30));

    await world.pass(31);

    expect(world.timeline('S-0006').slice(4)).toEqual(['day 30 hold → in-publicity']);
    expect(await world.progressOf('S-0006')).toMatchObject({ lastFact: 5, paused: false });
    world.relaying = true;
  });

  it('is held too when the end comes first and an objection in time has no answer yet; declined, it registers [P33]', async () => {
    await inPublicity('S-0007');
    world.ledger.submissions.object('S-0007');

    expect(await after('S-0007', 31)).toEqual(['day 30 hold → in-publicity']);
    expect((await after('S-0007', 'declineObjection')).slice(1)).toEqual([
      'day 31 declineObjection → in-publicity',
      'day 31 register → registered',
      'day 31 reportUp → registered, ministry',
    ]);
  });

  it('is registered when the end comes first and nobody had objected: there is nothing left to hold', async () => {
    await inPublicity('S-0008');
    await world.pass(31);

    await expect(world.act('S-0008', 'hold')).rejects.toMatchObject({ type: 'ACT_NOT_PERMITTED' });
  });
});
