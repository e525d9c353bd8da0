import { Ledger } from '../testing/ledger';
import { rBureau, rCity } from '../testing/routes';
import { until } from '../testing/until';
import { World } from '../testing/world';

describe('a submission whose desk becomes another', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.on('2023-08-01T01:00:00Z', new Ledger());
  }, 60_000);
  afterEach(() => world.clear());
  afterAll(() => world.close());

  it('waits at the new desk by a deadline of its own, and the old one passes unnoticed [P1 P31]', async () => {
    await world.submit({ serial: 'R-0001', legs: rCity });
    await world.act('R-0001', 'release');
    await world.pass(6);
    await world.graphsChange((ledger, at) => ledger.reroute('R-0001', rBureau, at));
    expect(await world.progressOf('R-0001')).toMatchObject({ lastFact: 3, waitsUntil: world.ledger.submissions.last('R-0001').dueAt });

    await world.pass(20);
    expect(world.timeline('R-0001')).toEqual([
      'day 0 submit → unit',
      'day 0 release → municipal',
      'day 6 reroute → organiser',
      'day 16 escalate → organiser',
    ]);
  });

  it('goes on along the new route, also when it is read again from the beginning [P1]', async () => {
    await world.submit({ serial: 'R-0002', legs: rCity });
    await world.act('R-0002', 'release');
    await world.graphsChange((ledger, at) => ledger.reroute('R-0002', rBureau, at));
    await world.act('R-0002', 'recommend');
    await world.refresh('submission/R-0002');
    await until('all facts are read again', async () => (await world.progressOf('R-0002')).lastFact === 4);

    expect(await world.attributesOf('R-0002')).toMatchObject({ Stage: 'department', LastFact: 4 });
    expect(await world.detailsOf('R-0002')).toContain('✓ 完成单位 `unit-1` → ✓ 组织管理部门 `organiser-1` → ▶ 省科技厅');
    expect(await world.detailsOf('R-0002')).not.toContain('bureau-changzhi');
  });

  it('leaves the completer the time that is left when it is with the completer [P1]', async () => {
    await world.submit({ serial: 'R-0003', legs: rCity });
    await world.act('R-0003', 'release');
    await world.act('R-0003', 'return');
    const { dueAt } = world.ledger.submissions.last('R-0003');
    await world.graphsChange((ledger, at) => ledger.reroute('R-0003', rBureau, at));
    expect((await world.progressOf('R-0003')).waitsUntil).toBe(dueAt);
  });

  it('keeps its deadline when the desk’s organisation was merged: the successor has as long as was left [P1]', async () => {
    await world.submit({ serial: 'R-0004', legs: rCity });
    await world.act('R-0004', 'release');
    await world.pass(6);
    await world.graphsChange((ledger, at) => ledger.takeOver('R-0004', 'bureau-changzhi', 'bureau-jincheng', at));

    expect(await world.detailsOf('R-0004')).toContain('▶ 市能源局 `bureau-jincheng`');
    await world.pass(5);
    expect(world.timeline('R-0004').at(-1)).toBe('day 10 escalate → municipal');
  });
});
