import { randomUUID } from 'node:crypto';
import type { Caller, Problem } from '@dengke/contract';
import { BusinessClock, Ledger } from '@dengke/service-kit';
import { aCaller } from '@dengke/test-kit';
import { aCompleter, aFirstUnit, aSecondUnit, aUnit } from '../../testing/a-form';
import { jointSubmission } from '../../testing/a-joint-submission';
import { route, ServiceWorld, someoneOf } from '../../testing/a-service';
import { actAt, atDesk } from '../../testing/desks';
import { AchievementsModule } from '../achievements.module';
import type { DraftView } from '../drafts/drafts.dto';
import { seedAchievements } from '../seed';
import { SubmittingService } from '../submitting/submitting.service';
import type { EntryPage, EntryView, OwnEntry, OwnEntryPage } from './entries.dto';

const august = '2023-08-10T02:00:00.000Z';
const me = someoneOf(aUnit.id);
const admin = atDesk('unit', 'admin');
const partner = aCaller({ organisationId: 'unit-partner', organisationKind: 'unit', role: 'unitAdmin' }, 'partner-admin');
const partnersCompleter = someoneOf('unit-partner');
const coworker = someoneOf(aUnit.id, 'two');
const [ofPartner, ofCoworker] = ['unit/unit-partner', `person/${coworker.personId}`];
const strangers = [
  someoneOf('unit-other'),
  aCaller({ organisationId: 'unit-other', organisationKind: 'unit', role: 'unitAdmin' }, 'other-admin'),
  atDesk('municipal'),
];

describe('whoever a submitted form names', () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'season');
    world.accountsKnows('/api/v1/routes', { ...route, paperRequired: false });
    world.accountsKnows(`/api/v1/organisations/${aUnit.id}/people`, [{ personId: me.personId }, { personId: coworker.personId }]);
  }, 60_000);
  afterAll(() => world.end());

  const second = aSecondUnit({ unitId: 'unit-partner', contact: '丁某', phone: '0351-0000009' });
  const withoutId = ({ unitId: _, ...entry }: typeof second) => entry;
  const named = { units: [aFirstUnit(), second], completers: [aCompleter(), aCompleter({ name: '乙某', personId: coworker.personId })] };
  const submitted = () => jointSubmission(world, me, august, named);
  const post = (who: Caller, path: string, body: object) => world.as(who).post<OwnEntryPage[] & Problem>(path, body, { key: randomUUID() });
  const dispute = (who: Caller, serial: string, entry: string) =>
    post(who, `/entries/${serial}/dispute`, { entry, reason: '排名与合同不符' });
  const settle = (who: Caller, serial: string, entry: string) =>
    post(who, `/submissions/${serial}/settle-dispute`, { entry, reason: '按合同第三条排列' });
  const release = (serial: string) => actAt(world, august, admin, serial, 'release');
  const standings = async (who: Caller, serial: string) =>
    Object.fromEntries(
      (await world.as(who).get<EntryView[]>(`/submissions/${serial}/entries`)).body.map(({ party, standing }) => [party, standing]),
    );

  /** Whom the facts of a submission say to tell. */
  const asked = async (serial: string) =>
    (await world.app.get(Ledger).timeline(`submission/${serial}`)).flatMap(({ kind, detail }) =>
      kind.endsWith('submit') ? [[kind, (detail as { asked?: string[] }).asked]] : [],
    );

  it('sees the name of the achievement, its own entry and rank, and nothing else; everybody else nothing [P18]', async () => {
    const { serial } = await submitted();
    const [entry, ...more] = (await world.as(partner).get<OwnEntry[]>('/entries')).body;

    expect(more).toEqual([]);
    expect(entry).toEqual({
      ...{ serial, party: 'unit/unit-partner', as: 'unit', standing: 'unanswered', answeredAt: null, rank: 2, entry: withoutId(second) },
      ...{ name: '联合完成的第1项成果', open: true, personId: null },
    });
    expect((await world.as(coworker).get<OwnEntry[]>(`/entries/${serial}`)).body).toMatchObject([
      { as: 'completer', rank: 2, entry: { name: '乙某' } },
    ]);
    expect(JSON.stringify((await world.as(partner).get(`/entries/${serial}`)).body)).not.toMatch(/甲某|乙某|0355/);
    expect((await world.as(partner).get(`/submissions/${serial}`)).status).toBe(404);
    for (const who of strangers) {
      expect((await world.as(who).get<OwnEntry[]>('/entries')).body).toEqual([]);
      expect((await world.as(who).get(`/entries/${serial}`)).status).toBe(404);
      expect((await dispute(who, serial, ofPartner)).status).toBe(404);
    }
  });

  it('disputes it with a reason: the unit does not release it before it has answered, and that is told with its field [P23]', async () => {
    const { serial } = await submitted();
    expect((await dispute(partnersCompleter, serial, ofPartner)).body.code).toBe('NOT_ALLOWED');
    expect((await dispute(partner, serial, ofPartner)).body).toMatchObject([
      { standing: 'disputed', words: [{ act: 'dispute', reason: '排名与合同不符' }] },
    ]);
    await expect(release(serial)).rejects.toMatchObject({
      ...{ code: 'DISPUTE_OPEN', details: { fields: [{ field: 'units.1', reason: 'disputed' }] } },
    });

    expect((await settle(admin, serial, 'unit/unit-partner')).status).toBe(200);
    expect((await world.as(partner).get<OwnEntryPage[]>(`/entries/${serial}`)).body[0]?.words.at(-1)).toMatchObject({
      act: 'settleDispute',
      reason: '按合同第三条排列',
    });
    expect(await release(serial)).toMatchObject({ stage: 'municipal' });
    const kinds = (await world.app.get(Ledger).timeline(`submission/${serial}`)).map(({ kind }) => kind);
    expect(kinds).toEqual(['submit', 'dispute', 'settleDispute', 'release']);
    expect((await dispute(partner, serial, ofPartner)).body.code).toBe('ACT_NOT_PERMITTED');
  });

  it('is asked anew where its entry was changed, and not where another was; to be taken out settles nothing [P23]', async () => {
    const { serial, draftId } = await submitted();
    await dispute(partner, serial, ofPartner);
    await dispute(coworker, serial, ofCoworker);
    const again = async (round: number, form: object): Promise<void> => {
      await actAt(world, august, admin, serial, 'return');
      const { version, form: stored } = (await world.as(me).get<DraftView>(`/drafts/${draftId}`)).body;
      expect((await world.as(me).put(`/drafts/${draftId}`, { version, form: { ...stored, ...form } })).status).toBe(200);
      const answers = [{ item: `${round}-1`, outcome: 'mended' as const, words: '已改' }];
      const submitting = world.app.get(SubmittingService, { strict: false });
      await world.app.get(BusinessClock).at(august, () => submitting.resubmit(me, randomUUID(), serial, { answers }));
    };

    await again(1, { units: [aFirstUnit(), { ...second, name: '太原市某研究院' }] });
    expect(await standings(me, serial)).toEqual({ 'unit/unit-partner': 'unanswered', [`person/${coworker.personId}`]: 'disputed' });
    expect(await asked(serial)).toEqual([
      ['submit', expect.arrayContaining(['unit/unit-partner', ofCoworker])],
      ['resubmit', ['unit/unit-partner']],
    ]);
    await again(2, { completers: [aCompleter()] });
    expect(await standings(me, serial)).toMatchObject({ [`person/${coworker.personId}`]: 'disputed' });
    await expect(release(serial)).rejects.toMatchObject({ code: 'DISPUTE_OPEN', details: { fields: [{ field: 'completers' }] } });
    expect((await world.as(coworker).get<OwnEntry[]>(`/entries/${serial}`)).body).toMatchObject([{ rank: null, entry: null }]);
  }, 30_000);

  it('says nothing: that is no consent, and keeps nobody waiting', async () => {
    const { serial } = await submitted();
    expect(await release(serial)).toMatchObject({ stage: 'municipal' });
    expect(await standings(me, serial)).toMatchObject({ 'unit/unit-partner': 'unanswered' });
  });

  it('is not overruled by an explanation: the department decides before it approves, or whom it names confirms [P23 P33]', async () => {
    const { serial } = await submitted();
    await dispute(partner, serial, ofPartner);
    await dispute(coworker, serial, ofCoworker);
    await settle(admin, serial, 'unit/unit-partner');
    await settle(admin, serial, `person/${coworker.personId}`);
    await release(serial);
    await actAt(world, august, atDesk('municipal'), serial, 'recommend');
    expect((await settle(atDesk('municipal'), serial, 'unit/unit-partner')).body.code).toBe('STAGE_ALREADY_DECIDED');
    await actAt(world, august, atDesk('organiser'), serial, 'recommend');
    const seen = (await world.as(atDesk('department')).get<EntryPage[]>(`/submissions/${serial}/entries`)).body;
    expect(seen.find(({ party }) => party === ofPartner)?.words).toEqual([
      { act: 'dispute', at: expect.any(String) as string, reason: '排名与合同不符' },
      { act: 'settleDispute', at: expect.any(String) as string, reason: '按合同第三条排列' },
    ]);
    const approve = () => actAt(world, august, atDesk('department'), serial, 'approve');
    await expect(approve()).rejects.toMatchObject({ code: 'DISPUTE_OPEN' });

    expect((await post(coworker, `/entries/${serial}/confirm`, { entry: ofCoworker })).body).toMatchObject([{ standing: 'confirmed' }]);
    await expect(approve()).rejects.toMatchObject({
      code: 'DISPUTE_OPEN',
      details: { fields: [{ field: 'units.1', reason: 'explained' }] },
    });
    expect((await settle(atDesk('department', 'head'), serial, 'unit/unit-partner')).status).toBe(200);
    expect(await approve()).toMatchObject({ state: 'registered' });
  });
});
