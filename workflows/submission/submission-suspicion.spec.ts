import { Ledger } from '../testing/ledger';
import { rBureau, rCity } from '../testing/routes';
import { World } from '../testing/world';

describe('a submission that somebody suspects to be classified', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.on('2023-08-01T01:00:00Z', new Ledger({ publicity: 30 }));
  }, 60_000);
  afterEach(() => world.clear());
  afterAll(() => world.close());

  it('waits for the department however long it takes, and nothing escalates [P17]', async () => {
    await world.submit({ serial: 'S-0301', legs: rCity });
    await world.act('S-0301', 'release');
    await world.pass(4);
    await world.act('S-0301', 'suspect');
    expect(await world.progressOf('S-0301')).toMatchObject({ state: 'suspected', waitsUntil: null });

    await world.pass(60);

    expect(world.timeline('S-0301').at(-1)).toBe('day 4 suspect → suspected, municipal');
  });

  it('goes on where it stood with the time that was left, and is late by that [P17 P31]', async () => {
    await world.submit({ serial: 'S-0302', legs: rCity });
    await world.act('S-0302', 'release');
    await world.pass(4);
    await world.act('S-0302', 'suspect');
    await world.pass(20);
    await world.act('S-0302', 'clear');
    await world.pass(5);
    expect(world.timeline('S-0302').at(-1)).toBe('day 24 clear → municipal');

    await world.pass(2);

    expect(world.timeline('S-0302').at(-1)).toBe('day 30 escalate → municipal');
  });

  it('ends refused where the department excludes it [P17 S49]', async () => {
    await world.submit({ serial: 'S-0303', legs: rBureau });
    await world.act('S-0303', 'release');
    await world.act('S-0303', 'suspect');
    await world.act('S-0303', 'exclude');

    expect(await world.outcomeOf('S-0303')).toMatchObject({ state: 'rejected', lastFact: 4 });
  });

  it('is still reported up once it is cleared at the ministry’s desk [P37]', async () => {
    await world.submit({ serial: 'S-0304', legs: rBureau });
    for (const act of ['release', 'recommend', 'approve'] as const) {
      await world.act('S-0304', act);
    }
    await world.pass(31);
    await world.act('S-0304', 'suspect');
    await world.pass(30);
    await world.act('S-0304', 'clear');
    await world.act('S-0304', 'acknowledge');

    expect(await world.outcomeOf('S-0304')).toMatchObject({ state: 'reported' });
  });
});
