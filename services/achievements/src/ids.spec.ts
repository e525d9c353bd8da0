import { aCaller, unsaidInRefusal } from '@dengke/test-kit';
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
    '/submissions?state[]=draft',
    '/submissions?__proto__[x]=1',
    '/submissions/2023-000001%00',
    '/drafts/%00',
    '/drafts?cursor=1',
    '/windows/%E5%BC%A0',
    '/code-lists/%E5%BC%A0',
  ])('is refused as input, not met by the database: GET %s', async (url) => {
    expect((await world.as(someoneOf(aUnit.id)).get(url)).body.code).toBe('INVALID_INPUT');
  });

  it('is refused with the field and the reason in Chinese, beside stable codes', async () => {
    const [clerk, manager] = [world.as(someoneOf(aUnit.id)), world.as(registrar)];
    const { body: form } = await clerk.post('/drafts', { form: { ...aForm(), studyFrom: '去年', name: 7, units: [{ uscc: 5 }] } });
    const refused = [
      await clerk.get('/submissions?limit=0'),
      await clerk.post('/drafts', { form: 'none' }),
      await clerk.post('/submissions/2023-000001/withdraw', { seen: {}, reason: 7 }, { key: 'bad-input-1' }),
      await manager.post('/windows', { ...aWindow, cutOffOn: '2030-07-01' }, { key: 'bad-input-2' }),
      await manager.post('/windows', { id: 'h1-2030' }, { key: 'bad-input-3' }),
      await manager.put('/calendar', { days: [{ date: '2030-02-30' }] }, { key: 'bad-input-4' }),
      await world.anonymous.post('/objections', {}, { key: 'bad-input-5' }),
      await world.anonymous.get('/certificates/12/verification'),
    ];

    expect([form, ...refused.map(({ body }) => body)].flatMap(unsaidInRefusal)).toEqual([]);
    expect(form.details?.['fields']).toEqual(
      expect.arrayContaining([
        { label: '研究起始日期', field: 'form.studyFrom', reason: 'isMonth', sentence: '月份格式不正确，应为“年-月”，如 2023-06' },
        expect.objectContaining({ field: 'form.units[0].uscc', reason: 'isString', sentence: '应填写文字' }),
      ]),
    );
    expect(refused.map(({ body }) => body.code)).toContain('WINDOW_DATES_WRONG');
    expect(refused[3]?.body.details).toMatchObject({ fields: ['cutOffOn'], labels: ['截止日期'] });
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
