import type { ActInput, Caller, EvidenceKind, Progress, RegistrationForm, SubmissionAct } from '@dengke/contract';
import { BusinessClock } from '@dengke/service-kit';
import { aCaller, aPdf } from '@dengke/test-kit';
import { allOk } from '../../testing/a-desk-world';
import { aForm, aUnit } from '../../testing/a-form';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import { AchievementsModule } from '../achievements.module';
import { ActsService } from '../acts/acts.service';
import type { DraftView, Gaps } from '../drafts/drafts.dto';
import { seedAchievements } from '../seed';
import type { TimelineLine } from '../submissions/submissions.dto';
import { SubmittingService } from '../submitting/submitting.service';
import type { DraftLikenesses, Likenesses } from './likenesses.dto';
import { TitleWatch } from './title-watch.service';

const august = '2023-08-10T02:00:00.000Z';
const me = someoneOf(aUnit.id);
const admin: Caller = { ...someoneOf(aUnit.id, 'admin'), position: { ...me.position, role: 'unitAdmin' } };
const at = (organisationId: string, organisationKind: 'municipal' | 'organiser' | 'ministry' | 'unit'): Caller =>
  aCaller({ organisationId, organisationKind, role: organisationKind === 'unit' ? 'unitAdmin' : 'manager' }, `${organisationId}-one`);
const city = at('org-changzhi-energy', 'municipal');
const organiser = at(aUnit.organiserId, 'organiser');
const passing = { findings: allOk };

describe('what is like another achievement', () => {
  let world: ServiceWorld;
  let keys = 0;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'local');
  });
  afterAll(() => world.end());

  const compared = () => world.app.get(TitleWatch, { strict: false }).step();
  const aDraft = async (form: Partial<RegistrationForm>, number = `证${(keys += 1)}`, kind: EvidenceKind = 'intellectual-property') => {
    const { body } = await world.as(me).post<DraftView>('/drafts', { form: aForm(form) });
    await world.upload(me, `/drafts/${body.id}/evidence`, [
      { name: 'kind', value: kind },
      { name: 'number', value: number },
      { name: 'issuedOn', value: '2023-05-16' },
      { name: 'file', value: aPdf(), fileName: '证书.pdf' },
    ]);
    return body.id;
  };
  const submitted = async (name: string, number?: string): Promise<string> => {
    const draft = await aDraft({ name }, number);
    const submitting = world.app.get(SubmittingService, { strict: false });
    return (await world.app.get(BusinessClock).at(august, () => submitting.submit(me, `submit-${draft}`, draft))).serial;
  };
  const act = (who: Caller, serial: string, kind: SubmissionAct, input: ActInput = {}): Promise<Progress> =>
    world.app
      .get(BusinessClock)
      .at(august, () => world.app.get(ActsService, { strict: false }).byPerson(who, `act-${(keys += 1)}-of`, serial, kind, input));
  /** Submitted, compared and released: it lies at the city's desk. */
  const atCity = async (name: string, number?: string): Promise<string> => {
    const serial = await submitted(name, number);
    await compared();
    await act(admin, serial, 'release');
    return serial;
  };
  const shown = async (serial: string, who = city): Promise<Likenesses> => {
    const { status, body } = await world.as(who).get<Likenesses>(`/submissions/${serial}/likenesses`);
    expect(status).toBe(200);
    return body;
  };

  it('says that names are not compared until they are [P19]', async () => {
    const draft = await aDraft({ name: '矿井水深度处理装置' });
    const before = await world.as(me).get<DraftLikenesses>(`/drafts/${draft}/likenesses`);
    await compared();
    const after = await world.as(me).get<DraftLikenesses>(`/drafts/${draft}/likenesses`);

    expect([before.body.namesCompared, after.body.namesCompared]).toEqual([false, true]);
  });

  it('is shown to a desk side by side: near names with their score and common part, same numbers [P19]', async () => {
    const first = await submitted('低浓度瓦斯蓄热氧化供热关键技术研究', 'ZL 2021 1 0000001.7');
    const second = await atCity('低濃度瓦斯蓄熱氧化供熱技術', 'ZL202110000001.7');
    const { own, items, namesCompared } = await shown(second);

    expect(namesCompared).toBe(true);
    expect(own).toMatchObject({ serial: second, units: [aUnit.name], completers: ['甲某'] });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      other: { serial: first, name: '低浓度瓦斯蓄热氧化供热关键技术研究', category: 'applied', registrationYear: 2023, state: 'in-review' },
      warns: true,
      judgement: null,
      reasons: [
        { code: 'SAME_NUMBER', kind: 'intellectual-property', number: '2021100000017' },
        { code: 'NEAR_NAME', common: ['低浓度瓦斯蓄热氧化供热', '技术'] },
      ],
    });
    expect(items[0]?.score).toBeGreaterThanOrEqual(75);
  });

  it('is shown without content while the other is suspected of being classified, also to its own unit [P17]', async () => {
    const other = await atCity('井下定位信标自校准方法');
    const serial = await atCity('井下定位信标自校准方法研究');
    await act(city, other, 'suspect', { suspicion: 'other' });

    const { items } = await shown(serial);
    expect(items).toMatchObject([{ other: { serial: other, name: '', units: [], completers: [], state: 'suspected' }, reasons: [] }]);
    const draft = await aDraft({ name: '井下定位信标自校准方法改进' });
    await compared();
    const { body } = await world.as(me).get<DraftLikenesses>(`/drafts/${draft}/likenesses`);
    const told = body.items.find((one) => one.serial === other);
    expect(told).toMatchObject({ name: '', firstUnit: '', state: 'suspected', reasons: [{ code: 'NEAR_NAME', common: [] }] });
  });

  it('is not passed on before it is judged; one reason for all shown is enough, and later desks read it [P19]', async () => {
    const first = await submitted('采空区光纤测温预警系统');
    const second = await atCity('采空区光纤测温预警系统研制');
    await expect(act(city, second, 'recommend', passing)).rejects.toMatchObject({
      code: 'LIKENESSES_UNJUDGED',
      details: { others: [first] },
    });
    const different = { different: [first], reason: '测温对象和布设方式不同' };
    expect(await act(city, second, 'recommend', { ...passing, likenesses: different })).toMatchObject({ stage: 'organiser' });

    const { items } = await shown(second, organiser);
    expect(items[0]?.judgement).toMatchObject({ serial: second, verdict: 'different', by: city.personId, reason: different.reason });
    expect((await act(organiser, second, 'recommend', passing)).stage).toBe('department');
  });

  it('once judged a duplicate is not passed on by any desk, but returned, or passed after the verdict is corrected [P19 S8 S50]', async () => {
    const first = await submitted('焦化废水零排放成套工艺');
    const second = await atCity('焦化废水零排放成套工艺开发');
    await expect(act(city, second, 'judgeLikeness', { other: first, verdict: 'duplicate' })).rejects.toMatchObject({
      code: 'REASON_MISSING',
    });
    await act(city, second, 'judgeLikeness', { other: first, verdict: 'duplicate', reason: '与前一项为同一成果' });
    await expect(act(city, second, 'recommend', { ...passing, likenesses: { different: [first], reason: '不同' } })).rejects.toMatchObject({
      code: 'LIKENESS_DUPLICATE',
      details: { others: [first] },
    });

    await act(city, second, 'judgeLikeness', { other: first, verdict: 'different', reason: '复核：处理对象不同' });
    expect((await act(city, second, 'recommend', passing)).stage).toBe('organiser');
    expect((await shown(second)).items[0]?.judgement).toMatchObject({ verdict: 'different', reason: '复核：处理对象不同' });
  });

  it('judged a duplicate holds up that one alone, and nothing once the other has gone [P19]', async () => {
    const first = await atCity('大型铸件残余应力消除工艺');
    const second = await atCity('大型铸件残余应力消除工艺研究');
    await act(city, second, 'judgeLikeness', { other: first, verdict: 'duplicate', reason: '同一成果' });

    const items = [{ field: 'name', remark: '与已申报成果重复' }];
    await act(city, first, 'return', { reason: '附件不清', items });
    await act(me, first, 'withdraw', { reason: '撤回' });
    expect((await act(city, second, 'recommend', passing)).stage).toBe('organiser');
  });

  it('is open again when it comes back under another name, and stays judged when it does not [P19 P26]', async () => {
    const first = await submitted('煤基碳材料连续化制备工艺');
    const draft = await aDraft({ name: '煤基碳材料连续化制备工艺研究' });
    const submitting = world.app.get(SubmittingService, { strict: false });
    const { serial } = await world.app.get(BusinessClock).at(august, () => submitting.submit(me, `submit-${draft}`, draft));
    await act(admin, serial, 'release');
    await compared();
    let round = 0;
    const backAs = async (name: string) => {
      round += 1;
      await act(city, serial, 'return', { reason: '请修改', items: [{ field: 'name', remark: '名称不规范' }] });
      const { body } = await world.as(me).get<DraftView>(`/drafts/${draft}`);
      await world.as(me).put(`/drafts/${draft}`, { version: body.version, form: { ...body.form, name } });
      const answers = [{ item: `${round}-1`, outcome: 'mended' as const, words: '已修改名称' }];
      await world.app.get(BusinessClock).at(august, () => submitting.resubmit(me, `again-${(keys += 1)}`, serial, { answers }));
      await compared();
    };
    await act(city, serial, 'judgeLikeness', { other: first, verdict: 'different', reason: '原料不同' });
    await backAs('煤基碳材料连续化制备工艺研究');
    expect((await shown(serial)).items[0]?.judgement?.verdict).toBe('different');

    await backAs('煤基碳材料连续化制备工艺开发');
    expect((await shown(serial)).items[0]).toMatchObject({ other: { serial: first }, warns: true, judgement: null });
    await backAs('城镇燃气管网泄漏声学定位');
    expect((await shown(serial)).items).toEqual([]);
  });

  it('is judged only by the desk that holds it, and only what is like it [P19 P30]', async () => {
    const first = await submitted('飞轮储能并网控制器');
    const second = await atCity('飞轮储能并网控制器研制');
    const other = await submitted('上党中药材追溯平台');
    const input = { verdict: 'different', reason: '不同' } as const;

    await expect(act(city, second, 'judgeLikeness', { ...input, other })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(act(organiser, second, 'judgeLikeness', { ...input, other: first })).rejects.toMatchObject({
      code: 'STAGE_ALREADY_DECIDED',
    });
    const completerAtCity = { ...city, personId: me.personId };
    await expect(act(completerAtCity, second, 'judgeLikeness', { ...input, other: first })).rejects.toMatchObject({
      code: 'OWN_SUBMISSION',
    });
    await act(city, second, 'claim');
    const colleague = { ...city, personId: 'colleague' };
    await expect(act(colleague, second, 'judgeLikeness', { ...input, other: first })).rejects.toMatchObject({ code: 'CLAIMED_BY_ANOTHER' });
  });

  it('leaves ids in the ledger and the reason beside it, which the unit does not read [P19]', async () => {
    const first = await submitted('矿山提升机智能制动装置');
    const second = await atCity('矿山提升机智能制动装置开发');
    await act(city, second, 'judgeLikeness', { other: first, verdict: 'different', reason: '制动原理不同' });
    const [entry] = await world.database.query<{ detail: object }[]>(
      "SELECT detail FROM ledger_entry WHERE subject = ? AND kind = 'judgeLikeness'",
      [`submission/${second}`],
    );
    expect(entry?.detail).toMatchObject({ other: first, verdict: 'different' });
    expect(JSON.stringify(entry)).not.toContain('制动');

    const words = async (who: Caller) => {
      const { body } = await world.as(who).get<TimelineLine[]>(`/submissions/${second}/timeline`);
      return body.find((line) => line.act === 'judgeLikeness')?.text;
    };
    expect([await words(city), await words(admin)]).toEqual([{ reason: '制动原理不同' }, null]);
  });

  it('is for the desks that review it: neither its unit nor the ministry nor anybody else sees it', async () => {
    const serial = await atCity('山区分布式光伏消纳方法');
    for (const who of [admin, at('org-most', 'ministry'), at('org-elsewhere', 'municipal')]) {
      expect((await world.as(who).get(`/submissions/${serial}/likenesses`)).status).toBe(404);
    }
    expect((await world.as(me).get(`/submissions/${serial}/likenesses`)).status).toBe(403);
  });

  it('is told the completer of his own unit’s and of registered ones alone, and among the doubts [P19]', async () => {
    const own = await submitted('磷酸铁锂储能舱热失控预警装置', 'ZL202110000009.8');
    const theirs = await submitted('磷酸铁锂储能舱热失控预警装置研究');
    await world.database.query("UPDATE submission SET unitId = 'unit-elsewhere' WHERE serial = ?", [theirs]);
    await compared();
    const draft = await aDraft({ name: '磷酸铁锂储能舱热失控预警装置开发' }, 'ZL202110000009.8');
    const likenesses = async () => (await world.as(me).get<DraftLikenesses>(`/drafts/${draft}/likenesses`)).body;
    expect((await likenesses()).items.map(({ serial }) => serial)).toEqual([own]);

    await world.database.query("UPDATE submission SET state = 'registered', registrationNumber = '9992023Y0001' WHERE serial = ?", [
      theirs,
    ]);
    const { items } = await likenesses();
    expect(items.map(({ serial, registrationNumber }) => [serial, registrationNumber])).toEqual([
      [own, null],
      [null, '9992023Y0001'],
    ]);
    const { doubtful } = (await world.as(me).get<Gaps>(`/drafts/${draft}/gaps`)).body;
    expect(doubtful.filter(({ rule }) => rule === 'P19')).toEqual([
      { code: 'SAME_NUMBER', field: expect.stringMatching(/^evidence\..+\.number$/) as string, rule: 'P19' },
      { code: 'NEAR_NAME', field: 'name', rule: 'P19' },
    ]);
  });
});
