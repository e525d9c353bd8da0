import { Module } from '@nestjs/common';
import { aCompleter, aFirstUnit, aForm, aSecondUnit, aUnit } from '../../testing/a-form';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import { DraftsModule } from './drafts.module';
import type { KnownCompleter, KnownUnit } from './known.dto';

@Module({ imports: [DraftsModule] })
class Slices {}

const me = someoneOf(aUnit.id);
const stranger = someoneOf('unit-elsewhere');

describe('units and people already known', () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await ServiceWorld.begin(Slices);
    world.accountsKnows(`/api/v1/organisations/${aUnit.id}/people`, [{ personId: me.personId, name: '戊某', role: 'completer' }]);
    world.accountsKnows('/api/v1/organisations/unit-elsewhere/people', []);
    const people = [aCompleter(), aCompleter({ name: '己某', title: '3' })];
    await world.as(me).post('/drafts', { form: aForm({ units: [aFirstUnit(), aSecondUnit()], completers: people }) });
    const later = [aFirstUnit({ phone: '0355-7654321' }), aSecondUnit({ areaCode: '1404' })];
    await world.as(me).post('/drafts', { form: aForm({ name: '后来的成果', units: later }) });
  });
  afterAll(() => world.end());

  const units = async (q = '') => (await world.as(me).get<KnownUnit[]>(`/drafts/known/units?q=${encodeURIComponent(q)}`)).body;
  const completers = async (q = '') =>
    (await world.as(me).get<KnownCompleter[]>(`/drafts/known/completers?q=${encodeURIComponent(q)}`)).body;

  it('are offered once, as they were typed last, with where that was', async () => {
    const found = await units();
    expect(found.map(({ unit }) => unit.name)).toEqual([aUnit.name, aSecondUnit().name]);
    expect(found[1]).toMatchObject({
      draftId: expect.any(String) as string,
      field: 'units.1',
      unit: { areaCode: '1404', kind: 'institute' },
    });
  });

  it('show no telephone, mail or month of birth', async () => {
    const text = JSON.stringify([await units(), await completers()]);
    expect(text).not.toContain('7654321');
    expect(text).not.toContain('office@example.cn');
    expect(text).not.toContain(aCompleter().bornIn);
  });

  it.each([
    ['研究所', [aSecondUnit().name]],
    ['9144 03', [aSecondUnit().name]],
    ['没有的', []],
    ['%', []],
  ])('are found by %s', async (q, names) => {
    expect((await units(q)).map(({ unit }) => unit.name)).toEqual(names);
  });

  it('are also people of accounts who stand in no form yet', async () => {
    expect((await completers()).map(({ completer }) => completer.name)).toEqual(expect.arrayContaining(['甲某', '己某', '戊某']));
    expect(await completers('戊')).toEqual([{ draftId: null, field: null, completer: { personId: me.personId, name: '戊某' } }]);
  });

  it('by a name that was typed alone are those whom the system knows by it; who was typed with more is offered beside them', async () => {
    const alone = [{ name: '戊 某', contribution: '试验' }, aCompleter({ name: '己某', title: '3' })];
    await world.as(me).post('/drafts', { form: { ...aForm({ name: '只写了姓名' }), completers: alone } });
    expect(await completers('戊')).toEqual([{ draftId: null, field: null, completer: { personId: me.personId, name: '戊某' } }]);

    await world.as(me).post('/drafts', { form: aForm({ name: '同名的人', completers: [aCompleter({ name: '戊某' })] }) });
    const found = await completers('戊');
    expect(found.map(({ completer }) => completer.personId ?? null).sort()).toEqual([null, me.personId].sort());
  });

  it('are nobody else’s', async () => {
    const { body } = await world.as(stranger).get<KnownUnit[]>('/drafts/known/units');
    expect(body.filter(({ draftId }) => draftId !== null)).toEqual([]);
    expect((await world.as(stranger).get<KnownCompleter[]>('/drafts/known/completers')).body).toEqual([]);
  });
});
