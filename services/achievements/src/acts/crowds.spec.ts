import fc from 'fast-check';
import { at, DeskWorld } from '../../testing/a-desk-world';
import { isCounted, reportCrowds } from '../../testing/crowds';

const races = isCounted ? 9_000 : 200;
const seed = 20230807;
const monday = '2023-08-07T02:00:00.000Z';

const aRace = fc.record({
  desk: fc.constantFrom('unit-a', 'org-city', 'org-province', 'org-department'),
  /** Each of them decides at the same moment: whether it goes on. */
  crowd: fc.array(fc.boolean(), { minLength: 2, maxLength: 32, size: 'max' }),
});
const goesOn = { 'unit-a': 'release', 'org-city': 'recommend', 'org-province': 'recommend', 'org-department': 'approve' } as const;

describe(`${races} crowds at one stage`, () => {
  let world: DeskWorld;
  beforeAll(async () => {
    world = await DeskWorld.begin();
  });
  afterAll(() => world.end());

  it('of 2 to 32 who decide at once one decides, and the others hear what stands now [P29]', async () => {
    const sample = fc.sample(aRace, { seed, numRuns: races });
    for (const [index, { desk, crowd }] of sample.entries()) {
      const serial = await world.reaches(desk, monday);
      const before = await world.story(serial);
      const role = desk === 'unit-a' ? 'unitAdmin' : 'manager';
      const outcomes = await Promise.allSettled(
        crowd.map((passes, who) => world.act(at(desk, `rival-${who}`, role), serial, passes ? goesOn[desk] : 'return', monday)),
      );

      const race = `race ${index}: ${crowd.length} at ${desk}`;
      const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [(outcome.reason as { code: string }).code] : []));
      const won = crowd.filter((_, who) => outcomes[who]?.status === 'fulfilled').map((passes) => (passes ? goesOn[desk] : 'return'));
      expect([race, won.length, ...new Set(lost)]).toEqual([race, 1, 'STAGE_ALREADY_DECIDED']);
      expect([race, ...(await world.story(serial))]).toEqual([race, ...before, ...won]);
    }
    await reportCrowds(
      'stage',
      sample.map(({ crowd }) => crowd.length),
      world.database,
    );
  }, 3_600_000);
});
