import { aCaller } from '@dengke/test-kit';
import { aForm, aUnit } from '../testing/a-form';
import { ServiceWorld, someoneOf } from '../testing/a-service';
import { AchievementsModule } from './achievements.module';

const registrar = aCaller({ organisationId: 'org-sx-kjt', organisationKind: 'department', role: 'manager' }, 'registrar');
const dates = {
  resultFrom: '2030-01-01',
  resultTo: '2030-06-30',
  opensOn: '2030-08-01',
  cutOffOn: '2030-08-25',
  paperFrom: '2030-08-26',
  paperTo: '2030-08-27',
};
const aWindow = { id: 'h1-2030', name: '2030年上半年', registrationYear: 2030, ...dates };

describe('what is no id or no text', () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
  });
  afterAll(() => world.end());

  it.each([
    '/submissions?window=%E5%BC%A0',
    '/submissions?cursor=%00',
    '/submissions?limit=1e999',
    '/submissions?view[]=all',
    '/submissions?__proto__[x]=1',
    '/submissions/2023-000001%00',
    '/drafts/%00',
    '/drafts?cursor=1',
    '/windows/%E5%BC%A0',
    '/code-lists/%E5%BC%A0',
  ])('is refused as input, not met by the database: GET %s', async (url) => {
    expect((await world.as(someoneOf(aUnit.id)).get(url)).body.code).toBe('INVALID_INPUT');
  });

  it('is refused in a body too', async () => {
    const foreign = { ...aWindow, earlierCutOffs: [{ organisationId: '能源局', cutOffOn: '2030-08-10' }] };
    const halves = { form: aForm({ keywords: ['\ud83c'] }) };
    expect((await world.as(registrar).post('/windows', foreign, { key: 'announce-1' })).body).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'earlierCutOffs[0].organisationId', reason: 'matches' }] },
    });
    expect((await world.as(registrar).post('/windows', { ...aWindow, name: '上\u0000' }, { key: 'announce-2' })).body.code).toBe(
      'INVALID_INPUT',
    );
    expect((await world.as(someoneOf(aUnit.id)).post('/drafts', halves)).body.code).toBe('MALFORMED');
  });
});
