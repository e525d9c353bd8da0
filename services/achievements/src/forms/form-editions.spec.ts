import type { Caller, Evidence, Instant, PartialForm } from '@dengke/contract';
import type { FormSchema } from '@dengke/contract/forms';
import { BusinessClock } from '@dengke/service-kit';
import { aPdf } from '@dengke/test-kit';
import { aForm, aUnit } from '../../testing/a-form';
import { aFormOf2024 } from '../../testing/a-form-edition';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import { AchievementsModule } from '../achievements.module';
import { ActsService } from '../acts/acts.service';
import { SubmissionVersion } from '../acts/submission-version.entity';
import { Submission } from '../acts/submission.entity';
import type { DraftView } from '../drafts/drafts.dto';
import { seedAchievements } from '../seed';
import { SubmittingService } from '../submitting/submitting.service';
import { FormEditions } from './form-editions';
import type { FormSchemaLine } from './forms.dto';

const december = '2023-12-20T02:00:00.000Z';
const january = '2024-01-10T02:00:00.000Z';
const mended = { answers: [{ item: '1-1', outcome: 'mended', words: '已补充' } as const] };
const me = someoneOf(aUnit.id);
const admin: Caller = { ...someoneOf(aUnit.id, 'admin'), position: { ...me.position, role: 'unitAdmin' } };

describe('the form of a year', () => {
  let world: ServiceWorld;
  let submitting: SubmittingService;
  let keys = 0;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'local');
    submitting = world.app.get(SubmittingService);
  });
  afterEach(() => {
    world.app.get(FormEditions).known.splice(1);
  });
  afterAll(() => world.end());

  const comes = () => world.app.get(FormEditions).known.push(aFormOf2024);
  const begun = async (name: string, issuedOn: string, parts: PartialForm = {}): Promise<DraftView> => {
    const { body } = await world.as(me).post<DraftView>('/drafts', { form: { ...aForm({ name }), ...parts } });
    await world.upload<Evidence>(me, `/drafts/${body.id}/evidence`, [
      { name: 'kind', value: 'evaluation-certificate' },
      { name: 'number', value: '第1号' },
      { name: 'issuedOn', value: issuedOn },
      { name: 'file', value: aPdf(), fileName: '证书.pdf' },
    ]);
    return body;
  };
  const at = <T>(instant: Instant, work: () => Promise<T>): Promise<T> => world.app.get(BusinessClock).at(instant, work);
  const submit = (id: string, when: Instant) => at(when, () => submitting.submit(me, `submit-form-${(keys += 1)}`, id));

  it('is told as data to whoever is signed in, one schema for each category', async () => {
    const { body: lines } = await world.as(me).get<FormSchemaLine[]>('/form-schemas');
    const { body: schema } = await world.as(me).get<FormSchema>('/form-schemas/basic-2023');
    expect(lines.map(({ id }) => id)).toEqual(['applied-2023', 'basic-2023', 'soft-2023']);
    expect(schema.sections.flatMap(({ fields }) => fields).find(({ key }) => key === 'papers')).toMatchObject({
      number: 19,
      required: 'always',
    });
    expect((await world.as(me).get('/form-schemas/basic-2022')).status).toBe(404);
  });

  it('shows its amounts in 元 beside 万元, each and their sum', async () => {
    const { amounts } = await begun('金额', '2023-05-16');
    expect(amounts).toEqual(
      expect.arrayContaining([
        { field: 'funding.1.amount', wan: '30.5', yuan: '305000' },
        { field: 'funding', wan: '350.5', yuan: '3505000' },
        { field: 'newRevenue', wan: '1200.5', yuan: '12005000' },
      ]),
    );
  });

  it('is that of the registration year: a draft of the year before is moved first, and loses nothing [P15]', async () => {
    const { id, version } = await begun('跨年的成果', '2024-01-05');
    comes();
    await expect(submit(id, january)).rejects.toMatchObject({ code: 'FORM_OUTDATED', details: { rule: 'P15', field: 'schema.2024' } });

    const { body: moved } = await world.as(me).put<DraftView>(`/drafts/${id}/schema`, { version, year: 2024 });
    expect(moved).toMatchObject({ version: version + 1, formSchema: 'applied-2024', setAside: { researchForm: '01' } });
    expect({ ...moved.form, ...moved.setAside }).toEqual(aForm({ name: '跨年的成果' }));

    await expect(submit(id, january)).rejects.toMatchObject({ code: 'FORM_INCOMPLETE', details: { field: 'standardForm' } });
    const form = { ...moved.form, standardForm: '02' };
    await world.as(me).put(`/drafts/${id}`, { version: moved.version, form });
    const { serial } = await submit(id, january);
    expect(await world.database.manager.findOneByOrFail(Submission, { serial })).toMatchObject({ formSchema: 'applied-2024' });
  });

  it('stays that of the first submission through a return across 31 December [P15 P27]', async () => {
    const { id, version } = await begun('年末的成果', '2023-12-15');
    const { serial } = await submit(id, december);
    comes();
    const acts = world.app.get(ActsService);
    const items = [{ field: 'summary', remark: '补充' }];
    await at(december, () => acts.byPerson(admin, 'return-form', serial, 'return', { reason: '补充简介', items }));
    const moved = await world.as(me).put(`/drafts/${id}/schema`, { version, year: 2024 });
    expect([moved.status, moved.body.code]).toEqual([409, 'ACT_NOT_PERMITTED']);

    await at(january, () => submitting.resubmit(me, 'resubmit-form', serial, mended));
    const versions = await world.database.manager.find(SubmissionVersion, { where: { serial }, order: { round: 'ASC' } });
    expect(versions.map(({ formSchema, form }) => [formSchema, form.researchForm])).toEqual([
      ['applied-2023', '01'],
      ['applied-2023', '01'],
    ]);
    expect((await world.as(me).get(`/submissions/${serial}`)).body).toMatchObject({ formSchema: 'applied-2023', registrationYear: 2023 });
  });

  it('is the new one for a draft begun under it, and that of nobody else’s making', async () => {
    comes();
    const refused = await world.as(me).post('/drafts', { form: aForm() });
    expect(refused.body.details).toMatchObject({ fields: [{ field: 'form.researchForm', reason: 'unknown' }] });
    const { body } = await world.as(me).post<DraftView>('/drafts', { form: { secrecy: 'public' } });
    expect(body.formSchema).toBe('common-2024');
    expect((await world.as(me).put(`/drafts/${body.id}/schema`, { version: 1, year: 2031 })).status).toBe(404);
  });
});
