import { correctionWorkflowId, taskQueues, workflowTypes } from '@dengke/contract';
import type { CorrectionOutcome, SubmissionOutcome, WorkflowProgress } from '@dengke/contract';
import { progress, submissionFacts } from '@dengke/contract/messages';
import { decide } from '../testing/correction-journeys';
import { Ledger } from '../testing/ledger';
import { rCity } from '../testing/routes';
import { nationalDay } from '../testing/spec-calendar';
import { applicationTimelineOf } from '../testing/timeline';
import { until } from '../testing/until';
import { World } from '../testing/world';

describe('a correction', () => {
  let world: World;
  const timeline = (id: string): string[] => applicationTimelineOf(world.ledger.corrections.factsAfter(id, 0));
  const handle = (id: string) => world.client.workflow.getHandle(correctionWorkflowId(id));
  const standing = (id: string) => handle(id).query<WorkflowProgress>(progress.name);

  beforeAll(async () => {
    world = await World.on('2023-09-20T02:00:00Z', new Ledger({}, nationalDay));
  }, 60_000);
  afterEach(() => world.clear());
  afterAll(() => world.close());

  it.each([
    ['approve', 'approved'] as const,
    ['refuse', 'refused'] as const,
    ['withdraw', 'withdrawn'] as const,
    ['lapse', 'lapsed'] as const,
  ])('ends when somebody does %s, as planned [P36]', async (act, state) => {
    await world.askCorrection(`C1-${act}`);
    await world.pass(1);
    await decide(world, `C1-${act}`, act);

    expect((await handle(`C1-${act}`).result()) as CorrectionOutcome).toEqual({ id: `C1-${act}`, state, lastFact: 2 });
  });

  it('escalates when the department is late, after days off and days made up, and decides nothing [P31 P39]', async () => {
    await world.passTo('2023-09-27T02:00:00.000Z');
    await world.askCorrection('C2');
    await world.passTo('2023-10-17T15:59:00.000Z');
    expect(timeline('C2')).toHaveLength(1);
    await world.passTo('2023-11-30T02:00:00.000Z');

    expect(timeline('C2').slice(1)).toEqual(['2023-10-17 16:00 escalate → asked']);
    expect(await standing('C2')).toMatchObject({ state: 'asked', waitsUntil: null });
    await decide(world, 'C2', 'approve');
    expect(timeline('C2')).toHaveLength(3);
  });

  it('follows a decision that comes beside the deadline', async () => {
    await world.askCorrection('C3');
    world.relaying = false;
    world.ledger.corrections.act('C3', 'approve', await world.now());

    await world.pass(60);
    await until('it is over', async () => (await handle('C3').describe()).status.name === 'COMPLETED');

    expect((await handle('C3').result()) as CorrectionOutcome).toMatchObject({ state: 'approved' });
  });

  it('is followed afresh by a workflow that was thrown away, with the same wait', async () => {
    await world.askCorrection('C4');
    const before = await standing('C4');
    await handle('C4').terminate('thrown away');
    world.ledger.corrections.outbox.push(world.ledger.corrections.last('C4'));
    await world.rest();
    await until('it has followed', async () => (await standing('C4')).lastFact === 1);

    expect(await standing('C4')).toEqual(before);
    await world.refresh(correctionWorkflowId('C4'));
    expect(await standing('C4')).toEqual(before);
  });
});

describe('what comes after the registration', () => {
  let world: World;
  const approved = ['release', 'recommend', 'recommend', 'approve'] as const;

  beforeAll(async () => {
    world = await World.on('2023-09-20T02:00:00Z', new Ledger());
  }, 60_000);
  afterEach(() => world.clear());
  afterAll(() => world.close());

  const registered = async (serial: string): Promise<void> => {
    await world.submit({ serial, legs: rCity });
    for (const act of approved) {
      await world.act(serial, act);
    }
  };

  it('cancelled while it is reported up, it waits for nothing any more and ends so [P36]', async () => {
    await registered('C-0001');
    await world.act('C-0001', 'correct');
    expect(await world.progressOf('C-0001')).toMatchObject({ state: 'registered' });
    await world.act('C-0001', 'cancel');

    expect(await world.outcomeOf('C-0001')).toMatchObject({ state: 'cancelled' });
  });

  it.each(['correct', 'cancel'] as const)('once it is over, %s starts it afresh, and it ends at once and does nothing', async (act) => {
    const serial = `C-000${act === 'correct' ? 2 : 3}`;
    await registered(serial);
    await world.act(serial, 'acknowledge');
    const { lastFact } = await world.outcomeOf(serial);
    const fact = world.ledger.submissions.act(serial, act, await world.now());
    world.ledger.submissions.outbox.splice(0);

    const handle = await world.client.workflow.signalWithStart(workflowTypes.submission, {
      ...{ workflowId: `submission/${serial}`, taskQueue: taskQueues.workflows, args: [{ serial }] },
      ...{ signal: submissionFacts.name, signalArgs: [{ facts: [fact] }] },
    });

    expect((await handle.result()) as SubmissionOutcome).toMatchObject({
      state: act === 'cancel' ? 'cancelled' : 'reported',
      lastFact: lastFact + 1,
    });
    expect(world.ledger.submissions.facts(serial)).toHaveLength(lastFact + 1);
  });
});
