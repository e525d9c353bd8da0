import { trainingMark } from '@dengke/contract';
import type { HouseMode } from '@dengke/contract';
import { markAsTraining } from '@dengke/service-kit';
import { pagesOf } from '@dengke/test-kit';
import { aRegistration, completer } from '../../testing/a-registration';
import { ServiceWorld } from '../../testing/a-service';
import { AchievementsModule } from '../achievements.module';
import { seedAchievements } from '../seed';

const flat = (text: string): string => text.replace(/\s/g, '');

describe('a house where people only practise (DENGKE_TRAINING)', () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule, { DENGKE_TRAINING: 'true' });
    await seedAchievements(world.database, 'season');
  }, 60_000);
  afterAll(async () => {
    await world.end();
    markAsTraining(false);
  });

  it('says so to everybody, for every page of the portal', async () => {
    const { status, body } = await world.anonymous.get<HouseMode>('/house');

    expect({ status, body }).toEqual({ status: 200, body: { training: true, mark: trainingMark } });
  });

  it('gives out certificates that say so, over what stands behind their page', async () => {
    const { serial } = await aRegistration(world, '培训用的成果', '2023-08-14T02:00:00.000Z');
    const { content } = await world.download(completer, `/submissions/${serial}/certificate`);

    const pages = pagesOf(content);
    expect(pages.length).toBeGreaterThan(0);
    pages.forEach((page) => expect(flat(page)).toContain(flat(trainingMark)));
  });
});
