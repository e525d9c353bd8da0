import type { SubmissionFact } from '@dengke/contract';
import { Ledger } from '../testing/ledger';
import { rCity } from '../testing/routes';
import { until } from '../testing/until';
import { World } from '../testing/world';

describe('the facts of a submission', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.on('2023-08-01T01:00:00Z', new Ledger());
  }, 60_000);
  afterEach(() => world.clear());
  afterAll(() => world.close());

  /** Submitted, released and recommended in the ledger, of which the workflow has heard nothing yet. */
  const threeFacts = async (serial: string): Promise<readonly [SubmissionFact, SubmissionFact, SubmissionFact]> => {
    world.relaying = false;
    await world.submit({ serial, legs: rCity });
    return [
      world.ledger.submissions.last(serial),
      world.ledger.submissions.act(serial, 'release', await world.now()),
      world.ledger.submissions.act(serial, 'recommend', await world.now()),
    ];
  };
  const follows = (serial: string, number: number): Promise<void> =>
    until(`fact ${number} is followed`, async () => (await world.progressOf(serial)).lastFact === number);

  it('change nothing when they come twice or out of order', async () => {
    const [first, second, third] = await threeFacts('S-0001');
    await world.signal([first]);
    await follows('S-0001', 1);

    await world.signal([third, second]);
    await follows('S-0001', 3);
    const followed = await world.progressOf('S-0001');
    for (const again of [second, third, first]) {
      await world.signal([again]);
    }

    expect(await world.progressOf('S-0001')).toEqual(followed);
    expect(followed).toEqual({ lastFact: 3, state: 'in-review', waitsUntil: third.dueAt, paused: false });
    expect(world.timeline('S-0001')).toHaveLength(3);
  });

  it('are fetched from the ledger where one is missing', async () => {
    const [first, , third] = await threeFacts('S-0002');
    await world.signal([first]);
    await follows('S-0002', 1);
    const { asked } = world.ledger.submissions;

    await world.signal([third]);
    await follows('S-0002', 3);

    expect(world.ledger.submissions.asked).toBe(asked + 1);
  });

  it('are not asked for when they come with the start', async () => {
    const { asked } = world.ledger.submissions;

    await world.submit({ serial: 'S-0003', legs: rCity });

    expect(world.ledger.submissions.asked).toBe(asked);
  });

  it('do not let a workflow run in circles when the ledger does not know a number', async () => {
    const [first, second] = await threeFacts('S-0004');
    await world.signal([first, second]);
    await follows('S-0004', 2);

    await world.signal([{ ...second, number: 9 }]);
    await follows('S-0004', 3);

    expect((await world.progressOf('S-0004')).lastFact).toBe(3);
  });

  it('rebuild a workflow that was thrown away in the middle, with the same timers', async () => {
    await world.submit({ serial: 'S-0005', legs: rCity });
    await world.act('S-0005', 'release');
    const before = await world.progressOf('S-0005');

    await world.submission('S-0005').terminate('thrown away');
    await world.pass(4);
    await world.signal([world.ledger.submissions.last('S-0005')]);
    await follows('S-0005', 2);

    expect(await world.progressOf('S-0005')).toEqual(before);
    await world.pass(8);
    expect(world.timeline('S-0005')).toEqual(['day 0 submit → unit', 'day 0 release → municipal', 'day 10 escalate → municipal']);
  });

  it('let no rebuilt workflow do again what time has done [P31]', async () => {
    await world.submit({ serial: 'S-0006', legs: rCity });
    await world.pass(6);

    await world.submission('S-0006').terminate('thrown away');
    await world.signal([world.ledger.submissions.last('S-0006')]);
    await follows('S-0006', 2);
    await world.pass(30);

    expect(world.timeline('S-0006')).toEqual(['day 0 submit → unit', 'day 5 escalate → unit']);
  });

  it('rebuild a workflow that was thrown away when its deadline had passed meanwhile', async () => {
    await world.submit({ serial: 'S-0007', legs: rCity });
    await world.submission('S-0007').terminate('thrown away');
    await world.pass(9);

    await world.signal([world.ledger.submissions.last('S-0007')]);
    await follows('S-0007', 2);

    expect(world.timeline('S-0007').at(-1)).toBe('day 9 escalate → unit');
  });

  it('that are none are dropped, and the workflow goes on', async () => {
    await world.submit({ serial: 'S-0008', legs: rCity });

    for (const malformed of [undefined, {}, { facts: 'none' }]) {
      await world.submission('S-0008').signal('facts', malformed);
    }
    await world.act('S-0008', 'release');

    expect(await world.progressOf('S-0008')).toMatchObject({ lastFact: 2, state: 'in-review' });
  });

  it('that nobody knows start nothing: the workflow fails with a code', async () => {
    const handle = await world.startUnknown('S-9999');

    await until('it has failed', async () => (await handle.describe()).status.name === 'FAILED');
  });
});
