import type { PartialForm, Problem } from '@dengke/contract';
import { Module } from '@nestjs/common';
import { aCompleter, aForm, aUnit } from '../../testing/a-form';
import { anUnknownId, ServiceWorld, someoneOf } from '../../testing/a-service';
import { EvidenceModule } from '../evidence/evidence.module';
import { Draft } from './draft.entity';
import type { DraftPage, DraftView } from './drafts.dto';
import { DraftsModule } from './drafts.module';

@Module({ imports: [DraftsModule, EvidenceModule] })
class Slices {}

const me = someoneOf(aUnit.id);
const colleague = someoneOf(aUnit.id, 'two');
const stranger = someoneOf('unit-elsewhere');
const reviewer = { ...me, position: { ...me.position, organisationKind: 'organiser', role: 'manager' } } as const;

describe('a draft', () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await ServiceWorld.begin(Slices);
  });
  afterAll(() => world.end());

  const rows = () => world.database.manager.count(Draft);
  const begun = async (form: PartialForm = { secrecy: 'public' }): Promise<DraftView> =>
    (await world.as(me).post<DraftView>('/drafts', { form })).body;

  it('begins with nothing but the declaration that it is not classified [P17]', async () => {
    const { status, body } = await world.as(me).post<DraftView>('/drafts', { form: { secrecy: 'public' } });
    expect(status).toBe(201);
    expect(body).toMatchObject({ version: 1, form: { secrecy: 'public' }, evidence: [] });
  });

  it('begins once, however often it is sent with one key', async () => {
    const before = await rows();
    const send = (form: PartialForm) => world.as(me).post<DraftView & Problem>('/drafts', { form }, { key: 'begun-once-0001' });

    const [first, second] = await Promise.all([send({ secrecy: 'public' }), send({ secrecy: 'public' })]);
    const other = await send({ secrecy: 'public', name: '另一成果' });

    expect([first?.status, second?.status]).toEqual([201, 201]);
    expect(second?.body.id).toBe(first?.body.id);
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(await rows()).toBe(before + 1);
  });

  it.each([
    ['undeclared', { name: '未声明' }, 'SECRECY_NOT_DECLARED'],
    ['classified', { name: '涉密成果', secrecy: 'classified' }, 'CLASSIFIED_EXCLUDED'],
  ])('that is %s is refused and nothing of it stored [P17 S49]', async (_, form, code) => {
    const before = await rows();
    const { status, body } = await world.as(me).post('/drafts', { form });
    expect([status, body.code, body.details]).toEqual([422, code, { rule: 'P17 S49', field: 'secrecy', label: '成果密级' }]);
    expect(await rows()).toBe(before);
  });

  it('names as its completers only people of its unit, or nobody accounts knows [P30]', async () => {
    const naming = (personId: string) => aForm({ completers: [aCompleter({ personId })] });
    const { id, version, form } = await begun(naming(me.personId));
    const refused = await world.as(me).post('/drafts', { form: naming(stranger.personId) });
    const changed = await world.as(me).put(`/drafts/${id}`, { version, form: naming(stranger.personId) });

    expect(form.completers?.[0]?.personId).toBe(me.personId);
    for (const { status, body } of [refused, changed]) {
      expect([status, body.details]).toMatchObject([422, { fields: [{ field: 'completers[0].personId', reason: 'personOfUnit' }] }]);
    }
  });

  it('that turns out classified is not changed into what it says [P17 S49]', async () => {
    const { id, version } = await begun(aForm());
    const { body } = await world.as(me).put(`/drafts/${id}`, { version, form: aForm({ secrecy: 'classified', name: '涉密成果' }) });
    expect(body.code).toBe('CLASSIFIED_EXCLUDED');
    expect((await world.as(me).get<DraftView>(`/drafts/${id}`)).body).toMatchObject({ version: 1, form: aForm() });
  });

  it('is made for the unit of who writes it [P18 S27]', async () => {
    const units = [{ ...aForm().units[0]!, unitId: 'unit-elsewhere' }];
    const { status, body } = await world.as(me).post('/drafts', { form: aForm({ units }) });
    expect([status, body.code]).toEqual([403, 'NOT_FIRST_UNIT']);
  });

  it('keeps a whole form as it was given, codes in upper case without spaces [P43]', async () => {
    const units = [{ ...aForm().units[0]!, uscc: ' 9114 0403 dm00 0001 34' }];
    const { form } = await begun(aForm({ units }));
    expect(form).toEqual(aForm());
  });

  it('is seen and continued by colleagues of the unit', async () => {
    const { id, version } = await begun();
    const changed = await world.as(colleague).put<DraftView>(`/drafts/${id}`, { version, form: aForm() });
    expect([changed.status, changed.body.version, changed.body.form]).toEqual([200, 2, aForm()]);
    expect((await world.as(me).get<DraftView>(`/drafts/${id}`)).body).toEqual(changed.body);
  });

  it('does not exist for another unit, like one that never was', async () => {
    const { id } = await begun();
    const traceless = ({ traceId: _, ...problem }: Problem): object => problem;
    const of = async (someId: string) => [
      await world.as(stranger).get(`/drafts/${someId}`),
      await world.as(stranger).get(`/drafts/${someId}/gaps`),
      await world.as(stranger).put(`/drafts/${someId}`, { version: 1, form: { secrecy: 'public' } }),
      await world.as(stranger).delete(`/drafts/${someId}`),
    ];
    const [forbidden, unknown] = [await of(id), await of(anUnknownId())];
    expect(forbidden.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(forbidden.map(({ body }) => traceless(body))).toEqual(unknown.map(({ body }) => traceless(body)));
    expect((await world.as(me).get(`/drafts/${id}`)).status).toBe(200);
  });

  it('comes as JSON: a multipart body is for uploads alone', async () => {
    const { status, body } = await world.upload(me, '/drafts', [{ name: 'form', value: '{"secrecy":"public"}' }]);
    expect([status, body.code, body.details]).toEqual([415, 'MEDIA_TYPE_REFUSED', undefined]);
  });

  it('is not for reviewers to write', async () => {
    expect((await world.as(reviewer).post('/drafts', { form: { secrecy: 'public' } })).body.code).toBe('NOT_ALLOWED');
  });

  it('takes one of two changes made on the same version [P29]', async () => {
    const { id, version } = await begun();
    const change = (name: string) => world.as(me).put(`/drafts/${id}`, { version, form: aForm({ name }) });
    const answers = await Promise.all(['甲稿', '乙稿', '丙稿', '丁稿'].map(change));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const lost = answers.find(({ status }) => status === 409)!;
    expect(lost.body).toMatchObject({ code: 'VERSION_CONFLICT', details: { current: { id, version: 2 } } });
  });

  it('is thrown away by its unit', async () => {
    const { id } = await begun();
    expect((await world.as(colleague).delete(`/drafts/${id}`)).status).toBe(204);
    expect((await world.as(me).get(`/drafts/${id}`)).status).toBe(404);
  });

  it('stands in the list of its own unit, newest first, page by page', async () => {
    const lister = someoneOf('unit-lister');
    for (const name of ['一', '二', '三']) {
      await world.as(lister).post('/drafts', { form: { secrecy: 'public', name } });
    }
    const first = await world.as(lister).get<DraftPage>('/drafts?limit=2');
    const second = await world.as(lister).get<DraftPage>(`/drafts?limit=2&cursor=${first.body.next ?? ''}`);
    expect(first.body.items.map(({ name }) => name)).toEqual(['三', '二']);
    expect([second.body.items.map(({ name }) => name), second.body.next]).toEqual([['一'], null]);
  });

  describe('is refused within its limits', () => {
    const completer = aForm().completers[0]!;
    const unit = aForm().units[0]!;
    it.each<[string, object, string]>([
      ['a name over 200 characters', { name: '长'.repeat(201) }, 'form.name'],
      ['a name with a line break', { name: '上\n下' }, 'form.name'],
      ['a name that is null', { name: null }, 'form.name'],
      ['a summary over 2000 characters', { summary: '长'.repeat(2001) }, 'form.summary'],
      ['a fourth keyword', { keywords: ['一', '二', '三', '四'] }, 'form.keywords'],
      ['a keyword twice', { keywords: ['一', '一'] }, 'form.keywords'],
      ['a 21st unit', { units: Array.from({ length: 21 }, () => unit) }, 'form.units'],
      ['a 51st completer', { completers: Array.from({ length: 51 }, () => completer) }, 'form.completers'],
      ['a completer whose name is a number', { completers: [{ name: 7 }] }, 'form.completers[0].name'],
      ['a completer with an unknown part', { completers: [{ ...completer, idNumber: '1' }] }, 'form.completers[0].idNumber'],
      ['a unit that is no object', { units: ['某公司'] }, 'form.units[0]'],
      ['a day as month', { studyFrom: '2021-03-01' }, 'form.studyFrom'],
      ['a thirteenth month', { studyTo: '2021-13' }, 'form.studyTo'],
      ['a day that is none', { acceptedOn: '2023-02-29' }, 'form.acceptedOn'],
      ['a telephone that is none', { contactPhone: '12345' }, 'form.contactPhone'],
      ['another category', { category: 'other' }, 'form.category'],
      ['another degree of secrecy', { secrecy: '机密' }, 'form.secrecy'],
      ['an unknown declaration', { declarations: ['truthful', 'perfect'] }, 'form.declarations'],
      ['an unknown field', { grade: 'A' }, 'form.grade'],
      ['text for a truth', { acceptedBySponsor: 'true' }, 'form.acceptedBySponsor'],
    ])('%s', async (_, part, field) => {
      const before = await rows();
      const { status, body } = await world.as(me).post('/drafts', { form: { secrecy: 'public', ...part } });
      expect([status, body.code]).toEqual([422, 'INVALID_INPUT']);
      expect((body.details as { fields: { field: string }[] }).fields.map((fault) => fault.field)).toContain(field);
      expect(await rows()).toBe(before);
    });

    it.each([[{}], [{ form: null }], [{ form: [] }], [{ form: 'x' }]])('a body like %j', async (body) => {
      const answer = await world.as(me).post('/drafts', body);
      expect([answer.status, answer.body.code]).toEqual([422, 'INVALID_INPUT']);
    });
  });
});
