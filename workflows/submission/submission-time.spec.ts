import { submissionWorkflowId } from '@dengke/contract';
import { pause, resume } from '@dengke/contract/messages';
import { addDays } from '../testing/instants';
import { eventsOf } from '../testing/events';
import { Ledger } from '../testing/ledger';
import { rBureau, rCity } from '../testing/routes';
import { refusal } from '../testing/submission-ledger';
import { until } from '../testing/until';
import { World } from '../testing/world';

let world: World;

beforeAll(async () => {
  world = await World.on('2023-08-01T01:00:00Z', new Ledger());
}, 60_000);
afterEach(() => world.clear());
afterAll(() => world.close());

describe('a submission with which nobody does anything', () => {
  it('escalates once when its desk is late, and is never decided by time [P31]', async () => {
    await world.submit({ serial: 'S-0001', legs: rCity });
    await world.act('S-0001', 'release');

    await world.pass(60);
    await world.act('S-0001', 'recommend');

    expect(world.timeline('S-0001')).toEqual([
      'day 0 submit → unit',
      'day 0 release → municipal',
      'day 10 escalate → municipal',
      'day 60 recommend → organiser',
    ]);
  });

  it('escalates when the completer does not answer a return, and then waits for the returning desk to close it [P31]', async () => {
    await world.submit({ serial: 'S-0002', legs: rCity });
    await world.act('S-0002', 'release');
    await world.act('S-0002', 'return');

    await world.pass(30);
    await world.act('S-0002', 'close');

    expect(world.timeline('S-0002').slice(2)).toEqual(['day 0 return → returned', 'day 10 escalate → returned', 'day 30 close → closed']);
  });

  it('escalates when the ministry does not acknowledge the report, and reports no second time [P31 P37]', async () => {
    await world.submit({ serial: 'S-0003', legs: rBureau });
    for (const act of ['release', 'recommend', 'approve'] as const) {
      await world.act('S-0003', act);
    }

    await world.pass(30);

    expect(world.timeline('S-0003').slice(3)).toEqual([
      'day 0 approve → registered',
      'day 0 reportUp → registered, ministry',
      'day 10 escalate → registered, ministry',
    ]);
  });

  it.each([
    ['unit', 5, []],
    ['municipal', 10, ['release']],
    ['organiser', 10, ['release', 'recommend']],
    ['department', 5, ['release', 'recommend', 'recommend']],
    ['ministry', 10, ['release', 'recommend', 'recommend', 'approve']],
  ] as const)('escalates once when the %s has had it for %i days, whatever stands before on the route [P31]', async (stage, days, acts) => {
    const serial = `S-${stage}`;
    await world.submit({ serial, legs: rCity });
    for (const act of acts) {
      await world.act(serial, act);
    }

    await world.pass(days * 3);

    expect(world.timeline(serial).filter((line) => line.includes('escalate'))).toEqual([
      `day ${days} escalate → ${stage === 'ministry' ? 'registered, ministry' : stage}`,
    ]);
  });

  it('follows the decision when a deadline fires beside it', async () => {
    await world.submit({ serial: 'S-0004', legs: rCity });
    await world.act('S-0004', 'release');
    world.relaying = false;
    world.ledger.submissions.act('S-0004', 'recommend', await world.now());

    await world.pass(10);

    expect(world.timeline('S-0004').slice(1)).toEqual([
      'day 0 release → municipal',
      'day 0 recommend → organiser',
      'day 10 escalate → organiser',
    ]);
    expect(await world.progressOf('S-0004')).toMatchObject({ lastFact: 4 });
  });

  it('leaves the timer alone when a deadline is moved back, and keeps to the new one', async () => {
    await world.submit({ serial: 'S-0005', legs: rBureau });
    await world.pass(2);
    world.ledger.submissions.move('S-0005', addDays(await world.now(), 18), await world.now());

    await world.pass(17);
    expect(world.timeline('S-0005')).toHaveLength(2);
    await world.pass(2);

    expect(world.timeline('S-0005').at(-1)).toBe('day 20 escalate → unit');
    const events = await eventsOf(world, submissionWorkflowId('S-0005'));
    expect(events).toMatchObject({ TIMER_STARTED: 2, TIMER_FIRED: 2 });
    expect(events['TIMER_CANCELED']).toBeUndefined();
  });

  it('keeps to a deadline that is moved forward', async () => {
    await world.submit({ serial: 'S-0006', legs: rBureau });
    world.ledger.submissions.move('S-0006', addDays(await world.now(), 2), await world.now());

    await world.pass(4);

    expect(world.timeline('S-0006').at(-1)).toBe('day 2 escalate → unit');
  });

  it('is late by its extension and not before, and once more after it was late already [P31 P42]', async () => {
    await world.submit({ serial: 'S-0009', legs: rBureau });
    await world.act('S-0009', 'extend');
    await world.pass(12);
    await world.act('S-0009', 'extend');
    await world.pass(6);

    expect(world.timeline('S-0009').slice(1)).toEqual([
      'day 0 extend → unit',
      'day 10 escalate → unit',
      'day 12 extend → unit',
      'day 17 escalate → unit',
    ]);
  });

  it('does what fell due after the service that owns the data was away', async () => {
    await world.submit({ serial: 'S-0007', legs: rBureau });
    world.ledger.fault = new Error('connection refused');

    const passed = world.pass(5);
    await until('the activity was tried', async () => world.ledger.faulted > 1);
    world.ledger.fault = null;
    await passed;

    expect(world.timeline('S-0007').at(-1)).toBe('day 5 escalate → unit');
  });

  it('is held, and does not fail, when what time wants is refused; the next fact lets it try again', async () => {
    await world.submit({ serial: 'S-0008', legs: rBureau });
    world.ledger.fault = refusal('NOT_YET_DUE');
    await world.pass(6);
    expect(await world.progressOf('S-0008')).toMatchObject({ paused: true, lastFact: 1 });
    expect(await world.detailsOf('S-0008')).toContain('Refused: **NOT_YET_DUE**');

    world.ledger.fault = null;
    await world.act('S-0008', 'claim');

    expect(world.timeline('S-0008').slice(1)).toEqual(['day 6 claim → unit', 'day 6 escalate → unit']);
  });
});

describe('an operator', () => {
  it('pauses what time would do, not what people do, and resumes it', async () => {
    await world.submit({ serial: 'S-0010', legs: rCity });
    await world.submission('S-0010').executeUpdate(pause, { args: [{ reason: 'the route is being mended' }] });

    await world.pass(7);
    await world.act('S-0010', 'release');
    await world.pass(20);
    const details = await world.detailsOf('S-0010');
    expect(details).toContain('Paused: the route is being mended');
    expect(details).toContain('[S-0010](https://dengke.example/submission/S-0010)');
    await world.submission('S-0010').executeUpdate(resume);
    await world.rest();

    expect(world.timeline('S-0010')).toEqual(['day 0 submit → unit', 'day 7 release → municipal', 'day 27 escalate → municipal']);
  });

  it('is told by a code why a pause or a resumption is not possible', async () => {
    await world.submit({ serial: 'S-0011', legs: rCity });
    const handle = world.submission('S-0011');

    expect(await codeOf(handle.executeUpdate(resume))).toBe('ACT_NOT_PERMITTED');
    expect(await codeOf(handle.executeUpdate(pause, { args: [{ reason: ' ' }] }))).toBe('REASON_MISSING');
    expect(await codeOf(handle.executeUpdate(pause, { args: [{ reason: 'inspection' }] }))).toBe('accepted');
    expect(await codeOf(handle.executeUpdate(pause, { args: [{ reason: 'again' }] }))).toBe('ACT_NOT_PERMITTED');
  });

  it('refreshes it: a new run reads all facts again, keeps the pause, the deadline and the place', async () => {
    await world.submit({ serial: 'S-0012', legs: rCity });
    await world.act('S-0012', 'release');
    const { runId } = await world.submission('S-0012').describe();
    const before = await world.progressOf('S-0012');
    await world.submission('S-0012').executeUpdate(pause, { args: [{ reason: 'a new release' }] });

    await world.refresh(submissionWorkflowId('S-0012'));

    expect((await world.submission('S-0012').describe()).runId).not.toBe(runId);
    expect(await world.progressOf('S-0012')).toEqual({ ...before, paused: true, pausedFor: 'a new release' });
    await world.submission('S-0012').executeUpdate(resume);
    await world.pass(11);
    expect(world.timeline('S-0012').at(-1)).toBe('day 10 escalate → municipal');
  });
});

const codeOf = (update: Promise<unknown>): Promise<string> =>
  update.then(
    () => 'accepted',
    (failure: { cause: { type: string } }) => failure.cause.type,
  );
