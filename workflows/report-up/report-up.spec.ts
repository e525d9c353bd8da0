import { reportUpWorkflowId } from '@dengke/contract';
import type { ReportUpResult, SubmissionAct } from '@dengke/contract';
import { pause, resume, retryNow } from '@dengke/contract/messages';
import { addDays, minute } from '../testing/instants';
import { Ledger } from '../testing/ledger';
import { rBureau } from '../testing/routes';
import { World } from '../testing/world';

const toApproval: SubmissionAct[] = ['release', 'recommend', 'approve'];

describe('a bundle of what is reported up', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.on('2023-08-01T02:00:00Z', new Ledger({ publicity: 0 }));
    world.ledger.reports.isOn = true;
  }, 60_000);
  afterEach(() => world.close());

  const registry = () => world.ledger.reports.registry;
  const bundle = (bundleId = 'R-000001') => world.client.workflow.getHandle(reportUpWorkflowId(bundleId));
  /** Approved, published for no days, and so registered and reported up. */
  const register = async (...serials: string[]): Promise<void> => {
    for (const serial of serials) {
      await world.submit({ serial, legs: rBureau });
      for (const act of toApproval) {
        await world.act(serial, act);
      }
    }
  };
  const minutes = (count: number) => world.pass(count / 1_440);
  /** `02:00 open`, to the minute of the day in UTC. */
  const told = (bundleId = 'R-000001') =>
    world.ledger.reports.factsAfter(bundleId, 0).map(({ at, act, state }) => `${minute(at).slice(11)} ${act} → ${state}`);
  const endOf = (serial: string) => world.timeline(serial).at(-1);

  it('collects for an hour, is sealed and sent, and ends when each item is acknowledged [S34 S67 P37]', async () => {
    await register('U-0001', 'U-0002');
    await minutes(59);
    expect(registry().received).toEqual([]);
    await minutes(2);

    expect(told()).toEqual([
      '02:00 open → collecting',
      '03:00 close → closed',
      '03:00 seal → sealed',
      '03:00 send → sent',
      '03:00 answer → sent',
      '03:00 answer → settled',
    ]);
    expect(registry().received).toEqual(['R-000001: U-0001-5 U-0002-5']);
    expect([endOf('U-0001'), endOf('U-0002')]).toEqual(['day 0 acknowledge → reported', 'day 0 acknowledge → reported']);
    const result: ReportUpResult = { bundleId: 'R-000001', state: 'settled', items: { waiting: 0, acknowledged: 2, returned: 0 } };
    expect(await bundle().result()).toEqual(result);
  });

  it('is closed at once when it is full', async () => {
    await register('U-0001', 'U-0002', 'U-0003');

    expect(told().slice(0, 2)).toEqual(['02:00 open → collecting', '02:00 close → closed']);
    expect(registry().effects).toEqual(['U-0001-5', 'U-0002-5', 'U-0003-5']);
  });

  it('is sent again with the same ids when the reply is lost, to one effect [P37]', async () => {
    registry().losesReplies = 3;
    await register('U-0001');
    await minutes(90);

    expect(new Set(registry().received)).toEqual(new Set(['R-000001: U-0001-5']));
    expect(registry().received).toHaveLength(4);
    expect(registry().effects).toEqual(['U-0001-5']);
    expect(endOf('U-0001')).toBe('day 0 acknowledge → reported');
  });

  it('waits three days for a registry that is down, while everything else goes on and the ministry’s deadline stays [P31 P37]', async () => {
    registry().down = true;
    await register('U-0001');
    await world.pass(3);
    await world.submit({ serial: 'U-0009', legs: rBureau });
    await world.act('U-0009', 'release');

    expect(endOf('U-0009')).toBe('day 0 release → organiser');
    expect(world.ledger.submissions.last('U-0001')).toMatchObject({ state: 'registered', stage: 'ministry' });
    const { events } = await bundle().fetchHistory();
    expect(events?.length).toBeLessThan(1_500);
    registry().down = false;
    await world.pass(1);

    expect(endOf('U-0001')).toBe('day 3 acknowledge → reported');
    expect(registry().received).toEqual(['R-000001: U-0001-5']);
  });

  it('escalates the ministry’s stage as ever when nobody answers in time [P31]', async () => {
    registry().down = true;
    await register('U-0001');
    await world.pass(11);

    expect(endOf('U-0001')).toBe('day 10 escalate → registered, ministry');
  });

  it('gives one item back and takes the other: only the ministry’s stage opens again, in another bundle, under the same number [P37]', async () => {
    registry().returns.add('U-0001');
    await register('U-0001', 'U-0002');
    await minutes(61);
    const { registrationNumber } = world.ledger.submissions.last('U-0001');
    expect([endOf('U-0001'), endOf('U-0002')]).toEqual(['day 0 returnReport → registered, department', 'day 0 acknowledge → reported']);
    expect(await bundle().result()).toMatchObject({ items: { waiting: 0, acknowledged: 1, returned: 1 } });

    await world.act('U-0001', 'reportAgain');
    await minutes(61);

    expect(registry().received).toEqual(['R-000001: U-0001-5 U-0002-5', 'R-000002: U-0001-7']);
    expect(await world.outcomeOf('U-0001')).toMatchObject({ state: 'reported', registrationNumber });
  });

  it('asks until the registry has decided, and follows an item that the ministry’s people answered before [P29]', async () => {
    registry().decidesAfterAsked = 4;
    await register('U-0001', 'U-0002');
    await minutes(61);
    expect(told().at(-1)).toBe('03:00 send → sent');

    await world.act('U-0001', 'acknowledge');
    await minutes(60);

    expect(
      told()
        .slice(-2)
        .map((line) => line.slice(6)),
    ).toEqual(['answer → sent', 'answer → settled']);
    const acknowledged = world.timeline('U-0001').filter((line) => line.includes('acknowledge'));
    expect(acknowledged).toHaveLength(1);
  });

  it('shows operators how many items stand where and what keeps it, and tries at once when they say so', async () => {
    registry().down = true;
    await register('U-0001', 'U-0002');
    await expect(bundle().executeUpdate(retryNow)).rejects.toMatchObject({ cause: { type: 'ACT_NOT_PERMITTED' } });
    await minutes(200);
    const { currentDetails } = await bundle().query<{ currentDetails: string }>('__temporal_workflow_metadata');
    expect(currentDetails).toContain('2 items · 0 acknowledged · 0 returned · 2 waiting');
    expect(currentDetails).toMatch(/Tried \d+ times in vain, the last time: \*\*UNREACHABLE\*\*\./);

    registry().down = false;
    await bundle().executeUpdate(retryNow);
    await world.rest();

    expect(endOf('U-0001')).toBe('day 0 acknowledge → reported');
    expect(await world.now()).toMatch(/T05:2/);
  });

  it('is held back by a pause, and read again from the beginning by a refresh', async () => {
    await register('U-0001');
    await bundle().executeUpdate(pause, { args: [{ reason: 'the registry moves' }] });
    await world.pass(2);
    await world.refresh(reportUpWorkflowId('R-000001'));
    expect(registry().received).toEqual([]);

    await bundle().executeUpdate(resume);
    await world.rest();

    expect(registry().effects).toEqual(['U-0001-5']);
    expect(addDays(world.ledger.submissions.facts('U-0001')[0]?.at ?? '', 2).slice(0, 10)).toBe((await world.now()).slice(0, 10));
  });
});
