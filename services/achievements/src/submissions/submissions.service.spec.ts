import { at, DeskWorld, submitter } from '../../testing/a-desk-world';
import { SubmissionsService } from './submissions.service';

const monday = '2023-08-07T02:00:00.000Z';

describe('the list of submissions', () => {
  let world: DeskWorld;
  let submissions: SubmissionsService;
  beforeAll(async () => {
    world = await DeskWorld.begin();
    submissions = new SubmissionsService(world.database, world.ledger);
  });
  afterAll(() => world.end());

  it('names who has claimed what waits at a desk, and nobody where none waits', async () => {
    const waiting = await world.reaches('org-city', monday);
    await world.act(at('org-city'), waiting, 'claim', monday);
    const returned = await world.reaches('org-city', monday);
    await world.act(at('org-city'), returned, 'claim', monday);
    await world.act(at('org-city'), returned, 'return', monday);

    const claims = async (state: 'in-review' | 'returned') =>
      (await submissions.list(submitter, { view: 'all', state, limit: 50 })).items.map(({ serial, claimedBy }) => [serial, claimedBy]);
    expect(await claims('in-review')).toEqual([[waiting, 'org-city-one']]);
    expect(await claims('returned')).toEqual([[returned, null]]);
  });
});
