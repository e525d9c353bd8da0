import { aCaller } from '@dengke/test-kit';
import { ServiceWorld } from '../../testing/a-service';
import { ReviewModule } from './review.module';

describe('the department’s approval', () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await ServiceWorld.begin(ReviewModule);
  });
  afterAll(() => world.end());

  const registrar = aCaller({ organisationKind: 'department', role: 'manager' }, 'registrar');
  const answers = async (act: string, steppedUpUntil: string): Promise<string> => {
    const key = { key: `step-up-${act}` };
    return (await world.as({ ...registrar, steppedUpUntil }).post(`/submissions/2023-000001/${act}`, {}, key)).body.code;
  };

  it('needs a second factor that was shown lately, which other decisions do not', async () => {
    expect(await answers('approve', '2023-08-01T01:00:00.000Z')).toBe('STEP_UP_NEEDED');
    expect(await answers('approve', '2999-08-01T01:00:00.000Z')).toBe('NOT_FOUND');
    expect(await answers('recommend', '2023-08-01T01:00:00.000Z')).toBe('NOT_FOUND');
    expect(await answers('return', '2023-08-01T01:00:00.000Z')).toBe('INVALID_INPUT');
  });
});
