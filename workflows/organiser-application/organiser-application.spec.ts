import type { ApplicationOutcome, WorkflowProgress } from '@dengke/contract';
import { pause, progress, resume } from '@dengke/contract/messages';
import { addDays, minute } from '../testing/instants';
import { Ledger } from '../testing/ledger';
import { nationalDay } from '../testing/spec-calendar';
import { refusal } from '../testing/submission-ledger';
import { applicationTimelineOf } from '../testing/timeline';
import { until } from '../testing/until';
import { World } from '../testing/world';

let world: World;
const subjectOf = (id: string): string => `organiserApplication/${id}`;
const timeline = (id: string): string[] => applicationTimelineOf(world.ledger.applications.factsAfter(subjectOf(id), 0));
const handle = (id: string) => world.client.workflow.getHandle(subjectOf(id));
const standing = (id: string) => handle(id).query<WorkflowProgress>(progress.name);
const outcomeOf = (id: string) => handle(id).result() as Promise<ApplicationOutcome>;

async function decided(id: string, act: 'approve' | 'refuse' | 'withdraw' | 'open'): Promise<void> {
  world.ledger.applications.act(subjectOf(id), act, await world.now());
  await world.rest();
}

describe('an application to be an organiser, received until 11 August 2023', () => {
  beforeAll(async () => {
    world = await World.on('2023-08-11T08:00:00Z', new Ledger({}, nationalDay));
    for (const id of ['APPROVED', 'REFUSED', 'WITHDRAWN', 'LATE', 'REBUILT', 'PAUSED']) {
      await world.apply(subjectOf(id), 'department');
    }
    await decided('WITHDRAWN', 'withdraw');
    await handle('PAUSED').executeUpdate(pause, { args: [{ reason: 'inspection' }] });
    await world.passTo('2023-08-15T02:00:00.000Z');
    await decided('APPROVED', 'open');
    await handle('REBUILT').terminate('thrown away');
    await world.passTo('2023-08-22T15:59:00.000Z');
    await decided('APPROVED', 'approve');
    await decided('REFUSED', 'refuse');
    await world.passTo('2023-08-23T01:00:00.000Z');
    await world.signalApplication([world.ledger.applications.last(subjectOf('REBUILT'))]);
    await world.rest();
    await world.passTo('2023-08-24T01:00:00.000Z');
    await handle('PAUSED').executeUpdate(resume);
    await world.rest();
    await world.passTo('2023-09-15T01:00:00.000Z');
    await decided('LATE', 'approve');
  }, 120_000);
  afterAll(() => world.close());

  it('is due at the end of 22 August, the seventh working day after its receipt, the day of receipt not counted [P9 P39 S59 S60]', () => {
    expect(world.ledger.applications.factsAfter(subjectOf('APPROVED'), 1)[0]).toMatchObject({
      act: 'setDue',
      dueAt: '2023-08-22T16:00:00.000Z',
    });
  });

  it('ends approved when the department approves it in time [S60]', async () => {
    expect(timeline('APPROVED')).toEqual([
      '2023-08-11 08:00 apply → received',
      '2023-08-11 08:00 setDue → received',
      '2023-08-15 02:00 open → received',
      '2023-08-22 15:59 approve → approved',
    ]);
    expect(await outcomeOf('APPROVED')).toEqual({ id: 'APPROVED', state: 'approved', lastFact: 4 });
  });

  it('ends refused, and ends withdrawn, as planned endings', async () => {
    expect(await outcomeOf('REFUSED')).toMatchObject({ state: 'refused' });
    expect(await outcomeOf('WITHDRAWN')).toMatchObject({ state: 'withdrawn' });
  });

  it('escalates when the department is late, once, and is decided by people alone, however late [P9 P31]', async () => {
    expect(timeline('LATE')).toEqual([
      '2023-08-11 08:00 apply → received',
      '2023-08-11 08:00 setDue → received',
      '2023-08-22 16:00 escalate → received',
      '2023-09-15 01:00 approve → approved',
    ]);
  });

  it('is followed afresh by a workflow that was thrown away: it asks for no second due day, and does what fell due meanwhile', async () => {
    expect(timeline('REBUILT').slice(1)).toEqual(['2023-08-11 08:00 setDue → received', '2023-08-23 01:00 escalate → received']);
    expect(await standing('REBUILT')).toMatchObject({ lastFact: 3, waitsUntil: null });
  });

  it('is held while an operator pauses it, and late once he lets time go on', () => {
    expect(timeline('PAUSED').slice(1)).toEqual(['2023-08-11 08:00 setDue → received', '2023-08-24 01:00 escalate → received']);
  });
});

describe('an application to be an organiser, received before a holiday', () => {
  beforeAll(async () => {
    world = await World.on('2023-09-22T02:00:00Z', new Ledger({}, nationalDay));
  }, 60_000);
  afterEach(() => world.clear());
  afterAll(() => world.close());

  it('has its seven working days over 中秋 and 国庆: the days off do not count, the two made up do [P9 P39 S60]', async () => {
    await world.apply(subjectOf('FRIDAY'), 'department');
    await world.passTo('2023-10-09T15:59:00.000Z');
    expect(timeline('FRIDAY')).toHaveLength(2);
    await world.passTo('2023-10-09T16:01:00.000Z');

    expect(timeline('FRIDAY')).toEqual([
      '2023-09-22 02:00 apply → received',
      '2023-09-22 02:00 setDue → received',
      '2023-10-09 16:00 escalate → received',
    ]);
  });

  it('is late by the limit the department moves it to, and by that one still when the calendar is another [P32 P42]', async () => {
    const { applications } = world.ledger;
    const subject = subjectOf('MOVED');
    await world.apply(subject, 'department');
    const from = applications.last(subject).at;
    applications.moveLimit(subject, 2, from, await world.now());
    await world.rest();
    applications.recount(subject, from, await world.now());
    await world.rest();
    const { dueAt } = applications.dueOn({ limit: 'new-organiser', since: from, limitId: '2' });
    await world.passTo(addDays(dueAt, 0.01));

    expect(timeline('MOVED').map((line) => line.slice(17))).toEqual([
      'apply → received',
      'setDue → received',
      'moveLimit → received',
      'setDue → received',
      'recount → received',
      'setDue → received',
      'escalate → received',
    ]);
    expect(minute(applications.last(subject).at)).toBe(minute(dueAt));
  });

  it('gets its due day once achievements is back, counted from its receipt', async () => {
    world.ledger.faultOf = 'dueOn';
    world.ledger.fault = new Error('connection refused');
    world.relaying = false;
    await world.apply(subjectOf('WAITS'), 'department');
    await world.signalApplication([world.ledger.applications.last(subjectOf('WAITS'))]);
    await until('the calendar was asked', async () => world.ledger.faulted > 0);

    world.ledger.fault = null;
    world.relaying = true;
    await world.rest();

    const [received] = world.ledger.applications.factsAfter(subjectOf('WAITS'), 0);
    const { dueAt } = world.ledger.applications.dueOn({ limit: 'new-organiser', since: received?.at ?? '' });
    expect(world.ledger.applications.last(subjectOf('WAITS'))).toMatchObject({ act: 'setDue', dueAt });
  });

  it('is held, and does not fail, when the calendar refuses; an operator lets it ask again', async () => {
    Object.assign(world.ledger, { fault: refusal('INVALID_INPUT'), faultOf: 'dueOn' });
    await world.apply(subjectOf('HELD'), 'department');
    expect(await standing('HELD')).toMatchObject({ lastFact: 1, paused: true });

    Object.assign(world.ledger, { fault: null, faultOf: null });
    await handle('HELD').executeUpdate(resume);
    await world.rest();
    expect(world.ledger.applications.last(subjectOf('HELD'))).toMatchObject({ act: 'setDue' });
  });

  it('is decided while its due day was being asked for, and then needs none', async () => {
    world.ledger.faultOf = 'dueOn';
    world.ledger.fault = new Error('connection refused');
    world.relaying = false;
    await world.apply(subjectOf('QUICK'), 'department');
    const received = world.ledger.applications.last(subjectOf('QUICK'));
    await world.signalApplication([received]);
    const { faulted } = world.ledger;
    await until('the calendar was asked', async () => world.ledger.faulted > faulted);
    await world.signalApplication([world.ledger.applications.act(subjectOf('QUICK'), 'refuse', await world.now())]);

    world.ledger.fault = null;
    await until('it is over', async () => (await handle('QUICK').describe()).status.name === 'COMPLETED');

    expect(timeline('QUICK').map((line) => line.slice(17))).toEqual(['apply → received', 'refuse → refused']);
  });

  it('has nothing of those who apply in its history: ids, states and instants', async () => {
    await world.apply(subjectOf('IDS'), 'department');

    const { events } = await handle('IDS').fetchHistory();
    const signalled = events?.find(
      ({ workflowExecutionSignaledEventAttributes: signal }) => signal,
    )?.workflowExecutionSignaledEventAttributes;
    const [payload] = signalled?.input?.payloads ?? [];
    const { facts } = JSON.parse(Buffer.from(payload?.data ?? '').toString()) as { facts: object[] };
    expect(Object.keys(facts[0] ?? {}).sort()).toEqual(
      ['act', 'at', 'by', 'countsFrom', 'deskId', 'dueAt', 'number', 'state', 'subject'].sort(),
    );
  });
});
