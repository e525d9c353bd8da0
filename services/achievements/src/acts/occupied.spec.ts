import { occupyingStates, submissionStates } from '@dengke/contract';
import type { SubmissionState } from '@dengke/contract';
import { isDuplicate } from '@dengke/service-kit';
import { DeskWorld } from '../../testing/a-desk-world';

const monday = '2023-08-07T02:00:00.000Z';
const states = Object.keys(submissionStates) as SubmissionState[];

describe('the place of an achievement', () => {
  let world: DeskWorld;
  beforeAll(async () => {
    world = await DeskWorld.begin();
  });
  afterAll(() => world.end());

  it.each(states.map((state) => [state, (occupyingStates as readonly string[]).includes(state)] as const))(
    'taken by one that is %s: %s [P19 S8 S50]',
    async (state, isTaken) => {
      const fingerprint = state.padEnd(64, '0');
      const serial = await world.submitted(monday, { fingerprint });
      await world.database.query('UPDATE submission SET state = ? WHERE serial = ?', [state, serial]);
      const another = await world.submitted(monday, { fingerprint }).then(
        () => 'entered',
        (error: unknown) => (isDuplicate(error, 'submission_one_live') ? 'refused' : error),
      );
      expect(another).toBe(isTaken ? 'refused' : 'entered');
    },
  );
});
