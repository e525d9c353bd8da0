import { archive } from './archive';
import { journeys } from './journeys';
import { Ledger } from './ledger';
import { World } from './world';

/**
 * Records the archive that the replay spec holds every change against: `npm test -- --record-histories`. Recorded anew only when
 * a release starts from here; until then a history that no longer replays means a change that open submissions would not survive.
 */
describe('the archive of histories', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.on('2023-08-01T02:00:00Z', new Ledger({ publicity: 30 }));
  }, 60_000);
  afterEach(() => world.close());

  it.each(Object.entries(journeys))('%s', async (name, journey) => {
    const workflowId = await journey(world);

    archive(name, await world.client.workflow.getHandle(workflowId).fetchHistory());
  });
});
