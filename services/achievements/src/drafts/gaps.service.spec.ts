import { shanghaiDateOf } from '@dengke/calendar';
import { errorSentences } from '@dengke/contract';
import type { ErrorCode, Evidence, PartialForm } from '@dengke/contract';
import { aPdf } from '@dengke/test-kit';
import { BusinessClock } from '@dengke/service-kit';
import { Module } from '@nestjs/common';
import { aForm, aSecondUnit, aUnit } from '../../testing/a-form';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import { EvidenceModule } from '../evidence/evidence.module';
import { CollectionWindowRow } from '../windows/collection-window.entity';
import type { DraftView, Gap, Gaps } from './drafts.dto';
import { DraftsModule } from './drafts.module';
import { fingerprintOf } from './fingerprint';

@Module({ imports: [DraftsModule, EvidenceModule] })
class Slices {}

const me = someoneOf(aUnit.id);
/** As it is told, in the words of the catalogue. */
const gap = (code: ErrorCode, field: string, rule: string): Gap => ({ code, sentence: errorSentences[code], field, rule });
/** What 542 asks beside, as long as it is only advice (P21). */
const advised = { code: 'EXTRA_EVIDENCE_ADVISED', field: 'evidence.development-report', rule: 'P21' };
describe('the gaps of a draft', () => {
  let world: ServiceWorld;
  let thisYear: number;
  beforeAll(async () => {
    world = await ServiceWorld.begin(Slices);
    thisYear = Number(shanghaiDateOf(await world.app.get(BusinessClock).read()).slice(0, 4));
  });
  afterAll(() => world.end());

  const begun = async (form: PartialForm): Promise<string> => (await world.as(me).post<DraftView>('/drafts', { form })).body.id;
  const gaps = async (id: string): Promise<Gaps> => (await world.as(me).get<Gaps>(`/drafts/${id}/gaps`)).body;
  const attach = (id: string, kind: string, issuedOn: string) =>
    world.upload<Evidence>(me, `/drafts/${id}/evidence`, [
      { name: 'kind', value: kind },
      { name: 'number', value: '第1号' },
      { name: 'issuedOn', value: issuedOn },
      { name: 'file', value: aPdf(), fileName: '证书.pdf' },
    ]);

  it('are all that submit would refuse, each with its sentence, field and rule, and no intake before it can be dated [P16 P20 P23]', async () => {
    const { missing, doubtful, intake } = await gaps(await begun({ secrecy: 'public', ground: 'must', category: 'soft' }));
    expect(missing).toEqual(
      expect.arrayContaining([
        gap('GROUND_INCOMPLETE', 'projectNumber', 'P16 S46'),
        gap('DECLARATIONS_MISSING', 'declarations.truthful', 'P23 S18'),
        gap('EVIDENCE_MISSING', 'evidence', 'P20 S70'),
        gap('FORM_INCOMPLETE', 'summary', 'P20 P22'),
      ]),
    );
    expect([doubtful, intake]).toEqual([[], null]);
  });

  it('are none for a whole form with its evidence, and the intake is named [P10]', async () => {
    const id = await begun(aForm({ name: '完整的成果', standardForm: '02' }));
    await attach(id, 'standard', `${thisYear}-01-01`);
    expect(await gaps(id)).toEqual({
      missing: [],
      doubtful: [advised],
      namesCompared: false,
      intake: { mode: 'rolling', windowId: null, why: expect.any(String) as string },
    });
  });

  it('tell apart what is doubtful from what is missing [P44]', async () => {
    const id = await begun(
      aForm({ name: '代码存疑的成果', standardForm: '02', units: [...aForm().units, aSecondUnit({ uscc: '91350211M0000XUF46' })] }),
    );
    await attach(id, 'standard', `${thisYear}-01-01`);
    expect(await gaps(id)).toMatchObject({
      missing: [],
      doubtful: [{ code: 'USCC_CHECK_CHARACTER', field: 'units.1.uscc', rule: 'P44' }, advised],
    });
  });

  it('say that last year’s result is late for rolling intake [P15 S7]', async () => {
    const id = await begun(aForm({ name: '去年的成果' }));
    const { body } = await attach(id, 'standard', `${thisYear - 1}-12-31`);
    const { missing } = await gaps(id);
    expect(missing).toEqual([gap('OUTSIDE_REGISTRATION_YEAR', `evidence.${body.id}.issuedOn`, 'P15 S7')]);
  });

  it('take that result where a window collects last year’s, and name the window [P10 P15 S38 S73]', async () => {
    const lastYear = thisYear - 1;
    await world.database.manager.insert(CollectionWindowRow, {
      ...{ id: 'h2-last-year', name: '去年下半年', registrationYear: lastYear, state: 'open', version: 1 },
      ...{ resultFrom: `${lastYear}-07-01`, resultTo: `${lastYear}-12-31` },
      ...{ announcedOn: `${thisYear}-01-01`, opensAt: `${lastYear}-12-31T16:00:00.000Z`, cutOffAt: `${thisYear + 1}-01-31T16:00:00.000Z` },
      ...{ cutOffOn: `${thisYear + 1}-01-31`, paperFrom: `${thisYear + 1}-02-01`, paperTo: `${thisYear + 1}-02-03` },
    });
    const id = await begun(aForm({ name: '去年下半年的成果', standardForm: '02' }));
    await attach(id, 'standard', `${lastYear}-12-31`);
    expect(await gaps(id)).toMatchObject({
      missing: [],
      doubtful: [advised],
      intake: { mode: 'window', windowId: 'h2-last-year', why: 'in-window' },
    });
    await world.database.manager.delete(CollectionWindowRow, { id: 'h2-last-year' });
  });

  it('name an achievement that is submitted already, also under another punctuation [P19 S8 S50]', async () => {
    await aSubmission(world, '重复的成果', 'in-review');
    const again = await begun(aForm({ name: '“重复”的成果' }));
    await attach(again, 'standard', `${thisYear}-01-01`);
    expect((await gaps(again)).missing).toEqual([gap('ALREADY_REGISTERED', 'name', 'P19 S8 S50')]);
  });

  it('do not name one that was rejected or withdrawn [P19]', async () => {
    await aSubmission(world, '曾被拒绝的成果', 'rejected');
    await aSubmission(world, '曾被撤回的成果', 'withdrawn');
    for (const name of ['曾被拒绝的成果', '曾被撤回的成果']) {
      const id = await begun(aForm({ name }));
      await attach(id, 'standard', `${thisYear}-01-01`);
      expect((await gaps(id)).missing).toEqual([]);
    }
  });

  it('of a submitted draft do not count itself and keep its year, and it cannot be thrown away [P15 P19 P27]', async () => {
    const id = await begun(aForm({ name: '已申报的成果' }));
    await attach(id, 'standard', '2023-01-01');
    await aSubmission(world, '已申报的成果', 'in-review', id);
    expect(await gaps(id)).toMatchObject({ missing: [], intake: { mode: 'rolling', windowId: null, why: 'as-submitted' } });
    const { status, body } = await world.as(me).delete(`/drafts/${id}`);
    expect([status, body.code]).toEqual([409, 'ACT_NOT_PERMITTED']);
    expect((await world.as(me).get(`/drafts/${id}`)).status).toBe(200);
  });

  it('of a returned draft name the intake that it keeps, not the one that is open now [P10 P13 P26]', async () => {
    const [kept, cutOff] = [await begun(aForm({ name: '窗口内退回的成果' })), await begun(aForm({ name: '截止后退回的成果' }))];
    for (const [id, name, cutOffAt] of [
      [kept, '窗口内退回的成果', `${thisYear + 1}-06-30 16:00:00`],
      [cutOff, '截止后退回的成果', '2023-08-25 16:00:00'],
    ] as const) {
      await attach(id, 'standard', `${thisYear}-01-01`);
      await aSubmission(world, name, 'returned', id);
      await world.database.query("UPDATE submission SET mode = 'window', windowId = 'w-own', cutOffAt = ? WHERE draftId = ?", [
        cutOffAt,
        id,
      ]);
    }
    expect((await gaps(kept)).intake).toEqual({ mode: 'window', windowId: 'w-own', why: 'as-submitted' });
    expect((await gaps(cutOff)).intake).toEqual({ mode: 'rolling', windowId: null, why: 'as-submitted' });
  });
});

let serials = 0;

async function aSubmission({ database }: ServiceWorld, name: string, state: string, draftId = 'another-draft'): Promise<void> {
  serials += 1;
  const row: Record<string, unknown> = {
    serial: `2023-${String(serials).padStart(6, '0')}`,
    draftId,
    name,
    category: 'applied',
    ground: 'voluntary',
    achievedOn: '2023-05-16',
    registrationYear: 2023,
    mode: 'rolling',
    unitId: aUnit.id,
    organiserId: aUnit.organiserId,
    areaCode: aUnit.areaCode,
    submitterId: me.personId,
    unitOfOne: 0,
    routeId: 'R-city',
    routeVersion: 1,
    legs: '[]',
    paperRequired: 1,
    state,
    round: 1,
    dueProvisional: 0,
    withdrawalAsked: 0,
    firstSubmittedAt: '2023-08-10 02:00:00.000',
    fingerprint: fingerprintOf(name, aUnit.uscc),
    lastFact: 1,
    version: 1,
  };
  const columns = Object.keys(row);
  await database.query(`INSERT INTO submission (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, Object.values(row));
}
