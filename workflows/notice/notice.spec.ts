import type { NoticeOutcome, WorkflowProgress } from '@dengke/contract';
import { progress } from '@dengke/contract/messages';
import { eventsOf } from '../testing/events';
import { minute } from '../testing/instants';
import { issue } from '../testing/issue';
import { Ledger } from '../testing/ledger';
import { nationalDay } from '../testing/spec-calendar';
import { until } from '../testing/until';
import { World } from '../testing/world';

/** 长治's twelve counties and districts. */
const counties = [
  ...['潞州区', '上党区', '屯留区', '潞城区', '襄垣县', '平顺县'],
  ...['黎城县', '壶关县', '长子县', '武乡县', '沁县', '沁源县'],
];

describe('a notice on its way down the cascade', () => {
  let world: World;
  const notices = () => world.ledger.notices;
  const handle = (id: string) => world.client.workflow.getHandle(`notice/${id}`);
  const standing = (id: string) => handle(id).query<WorkflowProgress>(progress.name);
  const outcome = async (id: string) => (await handle(id).result()) as NoticeOutcome;
  const timeline = (id: string) =>
    notices()
      .factsAfter(id, 0)
      .map(({ at, act, state }) => `${minute(at)} ${act} → ${state}`);
  const told = (id: string) => notices().told.filter((line) => line.startsWith(`${id} `));

  async function signs(id: string, ...addressees: string[]): Promise<void> {
    addressees.forEach((addressee) => notices().copyAct(id, addressee, 'sign'));
    await world.rest();
  }
  const answers = (id: string, addressees: readonly string[]) =>
    addressees.forEach((addressee) => {
      notices().copyAct(id, addressee, 'sign');
      notices().copyAct(id, addressee, 'answer');
    });
  const asking = (id: string, dueOn: string) => ({ id, issuerId: '市能源局', addressees: counties, form: 'liaison' as const, dueOn });

  beforeAll(async () => {
    world = await World.on('2023-08-07T02:00:00Z', new Ledger({}, nationalDay));
  }, 60_000);
  afterEach(() => world.clear());
  afterAll(() => world.close());

  it('goes from the department to the counties, who owe the liaison form by 28 September; three do not answer [S1 S9 S12 S20 S35 S43 P3 P4 P5]', async () => {
    await issue(world, { id: 'C', issuerId: '省科技厅', addressees: ['省能源局', '太原市科技局'], isPublic: true });
    await signs('C', '省能源局');
    await issue(world, { id: 'B', issuerId: '省能源局', addressees: ['市能源局', '太原市能源局'], isPublic: true, encloses: 'C' });
    await world.passTo('2023-09-11T02:00:00.000Z');
    await signs('B', '市能源局');
    await issue(world, { ...asking('A', '2023-09-28'), encloses: 'B' });
    answers('A', counties.slice(0, 9));
    await world.passTo('2023-09-28T15:59:00.000Z');
    expect(timeline('A')).toEqual(['2023-09-11 02:00 issue → issued']);
    await world.passTo('2023-09-29T02:00:00.000Z');

    expect(timeline('A')).toEqual(['2023-09-11 02:00 issue → issued', '2023-09-28 16:00 fallDue → due']);
    expect(told('A').at(-1)).toBe('A due: 9 answered, late 武乡县 沁县 沁源县');
    expect(await outcome('A')).toEqual({ id: 'A', state: 'due', lastFact: 2 });
    expect(await outcome('C')).toEqual({ id: 'C', state: 'issued', lastFact: 1 });
    expect(notices().gap('A')).toEqual({ answered: 9, missing: ['武乡县', '沁县', '沁源县'] });
  });

  it('tells its addressees page by page, and whoever has answered hears no urging', async () => {
    await issue(world, asking('U', '2023-12-01'));
    answers('U', counties.slice(0, 11));
    notices().act('U', 'urge', await world.now());
    await world.rest();

    expect(told('U')).toEqual([
      `U issue: ${counties.slice(0, 5).join(' ')}`,
      `U issue: ${counties.slice(5, 10).join(' ')}`,
      'U issue: 沁县 沁源县',
      'U urge: ',
      'U urge: ',
      'U urge: 沁源县',
    ]);
  });

  it('ends when it is withdrawn, and nothing falls due', async () => {
    await issue(world, asking('W', '2023-12-01'));
    notices().act('W', 'withdraw', await world.now());
    await world.rest();

    expect(await outcome('W')).toMatchObject({ state: 'withdrawn' });
    expect(told('W').at(-1)).toBe('W withdraw: 沁县 沁源县');
    expect(() => notices().copyAct('W', '沁县', 'sign')).toThrow();
  });

  it('is followed afresh by a workflow that was thrown away, and tells nothing twice', async () => {
    await issue(world, asking('R', '2023-12-01'));
    const before = await standing('R');
    await handle('R').terminate('thrown away');
    notices().outbox.push(notices().last('R'));
    await until('it runs anew', async () => {
      await world.rest();
      return (await handle('R').describe()).status.name === 'RUNNING';
    });

    expect(await standing('R')).toEqual(before);
    expect(told('R')).toHaveLength(3);
  });

  it('keeps its place through a refresh', async () => {
    await issue(world, asking('F', '2023-12-01'));
    const before = await standing('F');
    await world.refresh('notice/F');

    expect(await standing('F')).toEqual(before);
    expect(told('F')).toHaveLength(3);
  });

  it('has a history that does not grow with what its addressees do [P4]', async () => {
    await issue(world, asking('H', '2023-12-01'));
    const { all } = await eventsOf(world, 'notice/H');
    answers('H', counties);
    await world.rest();

    expect((await eventsOf(world, 'notice/H'))['all']).toBe(all);
  });

  it('with ten thousand recipients is a tree of small histories, and so is one that goes to ten thousand at once [S9 P4]', async () => {
    const enterprises = (of: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${of}企业${index}`);
    const asked = { form: 'reply' as const, dueOn: '2023-12-01' };
    notices().pageSize = 200;
    await issue(world, { id: 'TC', issuerId: '省科技厅', addressees: ['省能源局'], ...asked });
    await signs('TC', '省能源局');
    await issue(world, { id: 'TB', issuerId: '省能源局', addressees: ['市能源局'], ...asked, encloses: 'TC' });
    await signs('TB', '市能源局');
    await issue(world, { ...asking('TA', '2023-12-01'), form: 'reply', encloses: 'TB' });
    await signs('TA', ...counties);
    for (const county of counties) {
      await issue(world, { id: `T${county}`, issuerId: county, addressees: enterprises(county, 834), ...asked, encloses: 'TA' });
    }
    await issue(world, { id: 'T10000', issuerId: '省科技厅', addressees: enterprises('', 10_000), ...asked });
    const tree = ['TC', 'TB', 'TA', ...counties.map((county) => `T${county}`), 'T10000'];
    const sizes = async () => Promise.all(tree.map(async (id) => (await eventsOf(world, `notice/${id}`))['all'] ?? 0));
    const before = await sizes();
    counties.forEach((county) =>
      enterprises(county, 834).forEach((one) => ['sign', 'answer'].forEach((act) => notices().copyAct(`T${county}`, one, act as 'sign'))),
    );
    await world.rest();

    expect(told('T10000')).toHaveLength(50);
    expect(counties.every((county) => told(`T${county}`).length === 5)).toBe(true);
    expect(await sizes()).toEqual(before);
    expect(Math.max(...before.slice(0, 15))).toBeLessThan(80);
    expect(before[15]).toBeLessThan(500);
    notices().pageSize = 5;
  }, 60_000);

  it('is in the daily digest of whoever owes an answer, on the day and on each working day after [S12 P31]', async () => {
    await world.passTo('2023-11-29T02:00:00.000Z');
    await issue(world, asking('D', '2023-12-01'));
    answers('D', counties.slice(0, 11));
    await world.startRounds('2023-12-05T02:00:00.000Z');
    await world.passTo('2023-12-05T02:00:00.000Z');

    const digests = () =>
      world.ledger.reminders.digests
        .filter((line) => line.includes('沁源县: '))
        .flatMap((line) => line.split(/: |, /).filter((part) => part.startsWith('D/')));
    await until('the digests are sent', async () => digests().length === 3);
    expect(digests()).toEqual(['D/沁源县 due-day', 'D/沁源县 overdue-1', 'D/沁源县 overdue-2']);
  });
});
