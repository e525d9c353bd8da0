import { submissionWorkflowId } from '@dengke/contract';
import { eventsOf } from '../testing/events';
import { Ledger } from '../testing/ledger';
import { rBureau, rCity } from '../testing/routes';
import { until } from '../testing/until';
import { World } from '../testing/world';

describe('a submission', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.on('2023-08-01T01:00:00Z', new Ledger({ publicity: 30 }));
  }, 60_000);
  afterEach(() => world.clear());
  afterAll(() => world.close());

  it('goes to the municipality once its unit releases it [S28]', async () => {
    await world.submit({ serial: 'S-0001', legs: rCity });

    await world.act('S-0001', 'release');

    expect(world.timeline('S-0001')).toEqual(['day 0 submit → unit', 'day 0 release → municipal']);
    expect(await world.progressOf('S-0001')).toMatchObject({ lastFact: 2, state: 'in-review' });
  });

  it('travels unit, municipality, organiser, department and ministry, and ends acknowledged [S31 S32 S33 S34]', async () => {
    await world.submit({ serial: 'S-0002', legs: rCity });
    for (const act of ['release', 'recommend', 'recommend', 'approve'] as const) {
      await world.pass(1);
      await world.act('S-0002', act);
    }
    await world.pass(31);
    await world.act('S-0002', 'acknowledge');

    expect(world.timeline('S-0002')).toEqual([
      'day 0 submit → unit',
      'day 1 release → municipal',
      'day 2 recommend → organiser',
      'day 3 recommend → department',
      'day 4 approve → in-publicity',
      'day 34 register → registered',
      'day 34 reportUp → registered, ministry',
      'day 35 acknowledge → reported',
    ]);
    expect(await world.outcomeOf('S-0002')).toEqual({
      serial: 'S-0002',
      state: 'reported',
      lastFact: 8,
      registrationNumber: '9992023Y0002',
    });
  });

  it('skips the stage its route does not have [P1]', async () => {
    await world.submit({ serial: 'S-0003', legs: rBureau });

    await world.act('S-0003', 'release');

    expect(world.timeline('S-0003').at(-1)).toBe('day 0 release → organiser');
  });

  it('comes back to the completer when a desk returns it, and resumes at the stage that returned it [P26]', async () => {
    await world.submit({ serial: 'S-0004', legs: rCity });
    await world.act('S-0004', 'release');
    await world.act('S-0004', 'recommend');

    await world.act('S-0004', 'return');
    await world.pass(3);
    await world.act('S-0004', 'resubmit');

    expect(world.timeline('S-0004').slice(3)).toEqual(['day 0 return → returned', 'day 3 resubmit → organiser']);
    expect(world.ledger.submissions.last('S-0004').round).toBe(2);
  });

  it.each([
    ['rejected', ['release', 'reject']],
    ['withdrawn', ['withdraw']],
    ['closed', ['return', 'close']],
  ] as const)('ends %s as a planned ending, a result and no failure [P25]', async (state, acts) => {
    const serial = `S-${state}`;
    await world.submit({ serial, legs: rCity });

    for (const act of acts) {
      await world.act(serial, act);
    }

    expect(await world.outcomeOf(serial)).toEqual({ serial, state, lastFact: acts.length + 1, registrationNumber: null });
  });

  it('registers when publicity ends, at that instant and not before [P33 P34]', async () => {
    await world.submit({ serial: 'S-0005', legs: rBureau });
    for (const act of ['release', 'recommend', 'approve'] as const) {
      await world.act('S-0005', act);
    }

    await world.pass(29.9);
    expect(world.ledger.submissions.last('S-0005').state).toBe('in-publicity');
    await world.pass(0.2);

    expect(world.timeline('S-0005').slice(-2)).toEqual(['day 30 register → registered', 'day 30 reportUp → registered, ministry']);
  });

  it('is reported once, and a return by the ministry reopens only the report-up [P37]', async () => {
    await world.submit({ serial: 'S-0006', legs: rBureau });
    for (const act of ['release', 'recommend', 'approve'] as const) {
      await world.act('S-0006', act);
    }
    await world.pass(31);
    const { registrationNumber } = world.ledger.submissions.last('S-0006');

    for (const act of ['returnReport', 'reportAgain', 'acknowledge'] as const) {
      await world.act('S-0006', act);
    }

    expect(world.timeline('S-0006').slice(5)).toEqual([
      'day 30 reportUp → registered, ministry',
      'day 31 returnReport → registered, department',
      'day 31 reportAgain → registered, ministry',
      'day 31 acknowledge → reported',
    ]);
    expect(await world.outcomeOf('S-0006')).toMatchObject({ state: 'reported', registrationNumber });
  });

  it('costs at most 30 events for five acts', async () => {
    world.relaying = false;
    await world.submit({ serial: 'S-0007', legs: rCity });
    for (const act of ['release', 'recommend', 'recommend', 'approve'] as const) {
      world.ledger.submissions.act('S-0007', act, await world.now());
    }

    for (const fact of world.ledger.submissions.facts('S-0007')) {
      await world.signal([fact]);
      await until('its last fact is shown', async () => (await world.attributesOf('S-0007'))['LastFact'] === fact.number);
    }

    const events = await eventsOf(world, submissionWorkflowId('S-0007'));
    expect(events).toMatchObject({ WORKFLOW_EXECUTION_SIGNALED: 5, UPSERT_WORKFLOW_SEARCH_ATTRIBUTES: 5, TIMER_STARTED: 1 });
    expect(events['all']).toBeLessThanOrEqual(30);
  });

  it('shows operators its route, its holder and its due date, in ids and never in names', async () => {
    await world.submit({ serial: 'S-0008', legs: rCity });
    await world.act('S-0008', 'release');

    const details = await world.detailsOf('S-0008');

    const { dueAt } = world.ledger.submissions.last('S-0008');
    expect(details).toContain('✓ 完成单位 `unit-1` → ▶ 市能源局 `bureau-changzhi` → · 组织管理部门 `organiser-1`');
    expect(details).toContain(`Until **${dueAt}**: 市能源局 decides.`);
    expect(await world.attributesOf('S-0008')).toEqual({
      Stage: 'municipal',
      Organiser: 'organiser-1',
      Area: '140400',
      Category: 'applied',
      SubmissionState: 'in-review',
      Round: 1,
      LastFact: 2,
      DueAt: new Date(dueAt ?? ''),
    });
  });
});
