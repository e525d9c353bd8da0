import { BusinessClock } from '@dengke/service-kit';
import fc from 'fast-check';
import { aUnit } from '../../testing/a-form';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import { aWholeDraft } from '../../testing/a-submission';
import { isCounted, reportCrowds } from '../../testing/crowds';
import { AchievementsModule } from '../achievements.module';
import { seedAchievements } from '../seed';
import { SubmittingService } from './submitting.service';

const races = isCounted ? 1_000 : 20;
/** Each comes with a spelling of his own of the same name. */
const aCrowd = fc.array(fc.constantFrom('', ' ', '　', '  '), { minLength: 2, maxLength: 32, size: 'max' });
const me = someoneOf(aUnit.id);

describe(`${races} crowds with one achievement`, () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'local');
  });
  afterAll(() => world.end());

  it('of 2 to 32 who submit it at once, under whichever spelling, one is let through [P19 S8 S50]', async () => {
    const [submitting, clock] = [world.app.get(SubmittingService), world.app.get(BusinessClock)];
    const sample = fc.sample(aCrowd, { seed: 20230810, numRuns: races });
    for (const [index, crowd] of sample.entries()) {
      const drafts = await Promise.all(crowd.map((gap) => aWholeDraft(world, me, `众人${gap}的成果${index}`)));
      const outcomes = await Promise.allSettled(
        drafts.map((draft) => clock.at('2023-08-10T02:00:00.000Z', () => submitting.submit(me, `crowd-${draft}`, draft))),
      );

      const codes = outcomes.map((outcome) => (outcome.status === 'rejected' ? (outcome.reason as { code: string }).code : 'through'));
      expect(codes.filter((code) => code !== 'ALREADY_REGISTERED')).toEqual(['through']);
    }
    await reportCrowds(
      'achievement',
      sample.map(({ length }) => length),
      world.database,
    );
  }, 3_600_000);
});
