import type { PartialForm, Problem } from '@dengke/contract';
import type { FieldChange } from '@dengke/contract/forms';
import { Module } from '@nestjs/common';
import { aForm, aSecondUnit, aUnit } from '../../testing/a-form';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import { EvidenceModule } from '../evidence/evidence.module';
import { DraftChange } from './draft-change.entity';
import type { DraftView, FieldChangeLine } from './drafts.dto';
import { DraftsModule } from './drafts.module';

@Module({ imports: [DraftsModule, EvidenceModule] })
class Slices {}

const me = someoneOf(aUnit.id);
const colleague = someoneOf(aUnit.id, 'two');

describe('two people on one draft', () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await ServiceWorld.begin(Slices);
  });
  afterAll(() => world.end());

  const begun = async (form: PartialForm = aForm()): Promise<DraftView> => (await world.as(me).post<DraftView>('/drafts', { form })).body;
  const seen = async (id: string): Promise<DraftView> => (await world.as(me).get<DraftView>(`/drafts/${id}`)).body;
  const edit = <T = DraftView>(who: typeof me, id: string, base: number, ...changes: FieldChange[]) =>
    world.as(who).patch<T>(`/drafts/${id}`, { base, changes });

  it('change different fields on the same version, and both stay, each with who and when', async () => {
    const { id } = await begun();
    expect((await edit(me, id, 1, { field: 'name', to: '新名称' })).status).toBe(200);
    const { status, body } = await edit(colleague, id, 1, { field: 'summary', to: '新简介' }, { field: 'units.0.contact', to: '丙某' });

    expect([status, body.version, body.form.name, body.form.summary, body.form.units?.[0]?.contact]).toEqual([
      200,
      3,
      '新名称',
      '新简介',
      '丙某',
    ]);
    const { body: lines } = await world.as(me).get<FieldChangeLine[]>(`/drafts/${id}/changes`);
    expect(lines.map(({ field, version, by }) => [field, version, by])).toEqual([
      ['name', 2, me.personId],
      ['summary', 3, colleague.personId],
      ['units.0.contact', 3, colleague.personId],
    ]);
  });

  it('are told base, mine and theirs where both changed the same field, and nothing is stored', async () => {
    const { id } = await begun();
    await edit(me, id, 1, { field: 'name', to: '甲的名称' });
    const { status, body } = await edit<Problem>(colleague, id, 1, { field: 'summary', to: '乙的简介' }, { field: 'name', to: '乙的名称' });
    expect([status, body.code]).toEqual([409, 'FIELD_CONFLICT']);
    expect(body.details).toEqual({
      version: 2,
      conflicts: [
        {
          ...{ field: 'name', base: aForm().name, mine: '乙的名称', theirs: '甲的名称', version: 2 },
          ...{ by: me.personId, at: expect.any(String) as string },
        },
      ],
    });
    expect((await seen(id)).form).toEqual({ ...aForm(), name: '甲的名称' });
  });

  it('lose nothing when twenty fields are changed at once', async () => {
    const { id } = await begun({ secrecy: 'public', funding: Array.from({ length: 20 }, () => ({ source: '01' })) });
    const cells = Array.from({ length: 20 }, (_, row) => ({ field: `funding.${row}.amount`, to: String(row) }));
    const answers = await Promise.all(cells.map((cell, index) => edit(index % 2 === 0 ? me : colleague, id, 1, cell)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const { version, form } = await seen(id);
    expect([version, form.funding?.map(({ amount }) => amount)]).toEqual([21, cells.map(({ to }) => to)]);
  });

  it('may say the same twice: a repeated change is none', async () => {
    const { id } = await begun();
    await edit(me, id, 1, { field: 'newRevenue', to: 88.5 });
    const again = await edit(me, id, 1, { field: 'newRevenue', to: '88.5' });
    expect([again.status, again.body.version]).toEqual([200, 2]);
  });

  it.each<[string, unknown]>([
    ['newRevenue', '88.50'],
    ['units.0.uscc', ' 9144 0300 1922 0382 16'],
    ['funding', [{ amount: 12, source: '01' }]],
  ])('may say %s twice as they write it: what is stored of it is the same, and no conflict with oneself', async (field, to) => {
    const { id } = await begun();
    await edit(me, id, 1, { field, to });
    const again = await edit(me, id, 1, { field, to });
    expect([again.status, again.body.version]).toEqual([200, 2]);
  });

  it('see a whole form that came meanwhile, and a row that came or went', async () => {
    const { id } = await begun();
    const form = aForm({ clcNumber: 'TQ517', units: [...aForm().units, aSecondUnit()] });
    await world.as(colleague).put(`/drafts/${id}`, { version: 1, form });
    const conflict = await edit<Problem>(me, id, 1, { field: 'units.0.contact', to: '丁某' });
    const other = await edit(me, id, 1, { field: 'summary', to: '新简介' });
    expect([conflict.status, conflict.body.code, other.status]).toEqual([409, 'FIELD_CONFLICT', 200]);
    expect(other.body.form).toEqual({ ...form, summary: '新简介' });
  });

  it('change the category without losing an answer, and whoever still saw the field is told', async () => {
    const { id } = await begun();
    const basic = await edit(colleague, id, 1, { field: 'category', to: 'basic' });
    const late = await edit<Problem>(me, id, 1, { field: 'attribute', to: '2' });
    const back = await edit(me, id, 2, { field: 'category', to: 'applied' });

    expect(basic.body).toMatchObject({ formSchema: 'basic-2023', setAside: { attribute: '1', phase: '3', hasIpRights: true } });
    expect(basic.body.form.embodiment).toBeUndefined();
    expect([late.status, late.body.details]).toMatchObject([409, { conflicts: [{ field: 'attribute', base: '1', mine: '2' }] }]);
    expect([back.body.form, back.body.setAside]).toEqual([aForm(), {}]);
  });

  it('clear a field by null', async () => {
    const { id } = await begun();
    const { body } = await edit(me, id, 1, { field: 'clcNumber', to: null });
    expect(body.form.clcNumber).toBeUndefined();
  });

  it.each<[string, FieldChange[], string, string]>([
    ['a code of no list', [{ field: 'attribute', to: '7' }], 'INVALID_INPUT', 'form.attribute'],
    ['another category’s field', [{ field: 'papers', to: [] }], 'INVALID_INPUT', 'form.papers'],
    ['a cell of a row that is not there', [{ field: 'units.1.name', to: '某' }], 'INVALID_INPUT', 'form.units[1].name'],
    [
      'a cell beside its whole list',
      [
        { field: 'units', to: [{}] },
        { field: 'units.0.name', to: '某' },
      ],
      'INVALID_INPUT',
      'form.units[0].name',
    ],
    ['a path that is none', [{ field: '__proto__', to: {} }], 'INVALID_INPUT', 'changes[0].field'],
    ['a row counted otherwise', [{ field: 'units.00.name', to: '某' }], 'INVALID_INPUT', 'changes[0].field'],
    [
      'the same field twice',
      [
        { field: 'name', to: '某' },
        { field: 'name', to: '某某' },
      ],
      'INVALID_INPUT',
      'changes',
    ],
    ['a stranger as completer', [{ field: 'completers.0.personId', to: 'unit-elsewhere-one' }], 'INVALID_INPUT', 'completers[0].personId'],
    ['what is classified', [{ field: 'secrecy', to: 'classified' }], 'CLASSIFIED_EXCLUDED', 'secrecy'],
    ['another first unit', [{ field: 'units.0.unitId', to: 'unit-elsewhere' }], 'NOT_FIRST_UNIT', 'units.0.unitId'],
  ])('are refused %s, and nothing is stored', async (_, changes, code, field) => {
    const { id } = await begun();
    const { status, body } = await edit<Problem>(me, id, 1, ...changes);
    const details = body.details as { field?: string; fields?: { field: string }[] };
    expect([status >= 400, body.code, details.field ?? details.fields?.[0]?.field]).toEqual([true, code, field]);
    expect(await seen(id)).toMatchObject({ version: 1, form: aForm() });
  });

  it('leave no trace of a draft that was thrown away', async () => {
    const { id } = await begun();
    await edit(me, id, 1, { field: 'name', to: '作废的名称' });
    expect((await world.as(me).delete(`/drafts/${id}`)).status).toBe(204);
    expect(await world.database.manager.countBy(DraftChange, { draftId: id })).toBe(0);
  });
});
