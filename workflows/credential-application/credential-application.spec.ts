import type { ApplicationAct, ApplicationOutcome, WorkflowProgress } from '@dengke/contract';
import { progress } from '@dengke/contract/messages';
import { Ledger } from '../testing/ledger';
import { nationalDay } from '../testing/spec-calendar';
import { applicationTimelineOf } from '../testing/timeline';
import { until } from '../testing/until';
import { World } from '../testing/world';

describe('an application for a login', () => {
  let world: World;
  const subjectOf = (id: string): string => `credentialApplication/${id}`;
  const timeline = (id: string): string[] => applicationTimelineOf(world.ledger.applications.factsAfter(subjectOf(id), 0));
  const handle = (id: string) => world.client.workflow.getHandle(subjectOf(id));
  const standing = (id: string) => handle(id).query<WorkflowProgress>(progress.name);

  async function applied(id: string, ...acts: ApplicationAct[]): Promise<void> {
    await world.apply(subjectOf(id), 'bureau-changzhi');
    for (const act of acts) {
      await happens(id, act);
    }
  }
  async function happens(id: string, act: ApplicationAct): Promise<void> {
    world.ledger.applications.act(subjectOf(id), act, await world.now());
    await world.rest();
  }

  beforeAll(async () => {
    world = await World.on('2023-09-20T02:00:00Z', new Ledger({}, nationalDay));
  }, 60_000);
  afterEach(() => world.clear());
  afterAll(() => world.close());

  it('is issued by the desk and active once the first password is changed [S27 S61 P6 P8]', async () => {
    await applied('A1', 'issue');
    await world.pass(1);
    await happens('A1', 'activate');

    expect(timeline('A1').map((line) => line.slice(17))).toEqual([
      'apply → applied',
      'setDue → applied',
      'issue → issued',
      'activate → active',
    ]);
    expect((await handle('A1').result()) as ApplicationOutcome).toEqual({ id: 'A1', state: 'active', lastFact: 4 });
  });

  it('falls back when the first password was not changed within 72 hours, and can be issued again [P8]', async () => {
    await applied('A2', 'issue');
    await world.pass(2.9);
    expect((await standing('A2')).state).toBe('issued');
    await world.pass(0.2);
    await happens('A2', 'issue');
    await happens('A2', 'activate');

    expect(timeline('A2').map((line) => line.slice(17))).toEqual([
      'apply → applied',
      'setDue → applied',
      'issue → issued',
      'expire → issued-expired',
      'setDue → issued-expired',
      'issue → issued',
      'activate → active',
    ]);
  });

  it.each([['refuse', 'refused'] as const, ['withdraw', 'withdrawn'] as const])(
    'ends when somebody does %s, as planned',
    async (act, state) => {
      await applied(`A3-${act}`, act);

      expect((await handle(`A3-${act}`).result()) as ApplicationOutcome).toMatchObject({ state });
    },
  );

  it('goes on with its due day when it is passed on to another desk', async () => {
    await applied('A4');
    const { dueAt } = world.ledger.applications.last(subjectOf('A4'));
    await happens('A4', 'redirect');

    expect(world.ledger.applications.last(subjectOf('A4'))).toMatchObject({ deskId: 'organiser-2', dueAt });
    expect((await standing('A4')).waitsUntil).toBe(dueAt);
  });

  it('escalates when the desk is late, after days off and days made up, and decides nothing [P31 P39]', async () => {
    await world.passTo('2023-09-27T02:00:00.000Z');
    await applied('A5');
    await world.passTo('2023-10-10T15:59:00.000Z');
    expect(timeline('A5')).toHaveLength(2);
    await world.passTo('2023-11-30T02:00:00.000Z');

    expect(timeline('A5').slice(2)).toEqual(['2023-10-10 16:00 escalate → applied']);
    expect(await standing('A5')).toMatchObject({ state: 'applied', waitsUntil: null });
  });

  it('is followed afresh by a workflow that was thrown away, with the same wait', async () => {
    await applied('A6', 'issue');
    const before = await standing('A6');
    await handle('A6').terminate('thrown away');
    await world.pass(1);
    await world.signalApplication([world.ledger.applications.last(subjectOf('A6'))]);
    await until('it has followed', async () => (await standing('A6')).lastFact === 3);

    expect(await standing('A6')).toEqual(before);
    await world.pass(3);
    expect(
      timeline('A6')
        .slice(3)
        .map((line) => line.slice(17)),
    ).toEqual(['expire → issued-expired', 'setDue → issued-expired']);
  });

  it('follows the first change of the password when it comes beside the 72 hours [P8]', async () => {
    await applied('A7', 'issue');
    world.relaying = false;
    world.ledger.applications.act(subjectOf('A7'), 'activate', await world.now());

    await world.pass(4);
    await until('it is over', async () => (await handle('A7').describe()).status.name === 'COMPLETED');

    expect((await handle('A7').result()) as ApplicationOutcome).toMatchObject({ state: 'active' });
  });

  it('keeps its place through a refresh', async () => {
    await applied('A8');
    const before = await standing('A8');

    await world.refresh(subjectOf('A8'));

    expect(await standing('A8')).toEqual(before);
    expect(timeline('A8')).toHaveLength(2);
  });
});
