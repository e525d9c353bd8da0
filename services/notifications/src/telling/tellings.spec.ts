import { submissionActs } from '@dengke/contract';
import type { StageKind, SubmissionAct } from '@dengke/contract';
import { aHouse, hasOrganisation, hasPerson, mailsSettled, standingAt, withPeople } from '../../testing/a-house';
import type { House } from '../../testing/a-house';
import { tellings } from './tellings';

describe('what a fact means to whom', () => {
  let house: House;
  let last = 0;

  beforeAll(async () => {
    house = await aHouse();
    await withPeople(house);
  });
  afterAll(() => house.close());

  /** Achievements tells one fact of a new submission; gives who heard what. */
  async function told(act: string, stage: StageKind | null, more: { detail?: Record<string, unknown>; by?: string } = {}) {
    const serial = `CG2023-${(last += 1)}`;
    const detail = { ...standingAt(stage), ...more.detail };
    house.achievements.tells({ subject: `submission/${serial}`, kind: act, organisationId: more.by ?? null, detail });
    await house.atRest();
    const rows = await house.database.query<{ recipientId: string; subject: string }[]>(
      'SELECT recipientId, subject FROM message WHERE eventKey = ? ORDER BY recipientId',
      [`submission/${serial}#1`],
    );
    return { serial, people: rows.map(({ recipientId }) => recipientId), sentence: rows[0]?.subject ?? '' };
  }

  it('has a line for every act there is', () => {
    expect(Object.keys(tellings).sort()).toEqual([...submissionActs].sort());
  });

  it('a submission reaches the administrators of its unit', async () => {
    const { people, sentence, serial } = await told('submit', 'unit', { by: 'unit-coal' });

    expect(people).toEqual(['ma']);
    expect(sentence).toBe(`申报${serial}已送达漳岭煤业，请在2023年8月25日前办理`);
  });

  it('what must be done before the cut-off says so, where the limit is later [P12]', async () => {
    const { sentence } = await told('submit', 'unit', {
      detail: { dueAt: '2023-08-30T16:00:00.000Z', cutOffAt: '2023-08-25T16:00:00.000Z' },
    });

    expect(sentence).toMatch(/请在2023年8月25日前办理$/);
  });

  it.each([
    [
      'provisional where the limit’s day is, and the cut-off comes no earlier',
      '2023-08-25T16:00:00.000Z',
      /请在2023年8月25日（暂定）前办理$/,
    ],
    ['settled where the cut-off comes first, whatever the limit’s day is', '2023-08-30T16:00:00.000Z', /请在2023年8月25日前办理$/],
  ])('the day that it names is %s [P40]', async (_, dueAt, words) => {
    const detail = { dueAt, dueProvisional: true, cutOffAt: '2023-08-25T16:00:00.000Z' };
    expect((await told('submit', 'unit', { detail })).sentence).toMatch(words);
  });

  it('a release and a recommendation reach the people at the next desk, the super administrator only where nobody else is', async () => {
    expect((await told('release', 'municipal', { by: 'unit-coal' })).people).toEqual(['changzhi-1', 'changzhi-2', 'liu']);
    expect((await told('recommend', 'organiser', { by: 'changzhi' })).people).toEqual(['liu', 'sx-energy-1', 'sx-energy-2']);
  });

  it('paper on its way is told to the desk that it goes to, wherever the submission is by then [P28]', async () => {
    const onItsWay = await told('handInPaper', 'department', { by: 'unit-coal', detail: { paperDeskId: 'changzhi' } });

    expect(onItsWay.people).toEqual(['changzhi-1', 'changzhi-2']);
    expect(onItsWay.sentence).toBe(`申报${onItsWay.serial}的纸质材料已交出，请签收`);
  });

  it('a return reaches the completer and the co-workers, with the way to its reason and not the reason [P25]', async () => {
    const { people, serial } = await told('return', null, { by: 'changzhi', detail: { state: 'returned', reason: '附件不清' } });
    await mailsSettled(house);

    expect(people).toEqual(['cai', 'liu', 'ma']);
    const mail = house.sink.to('liu@demo.example').find(({ subject }) => subject.includes(serial));
    expect(mail?.subject).toBe(`申报${serial}已被长治市能源局退回，请查看退回原因，修改后重新提交`);
    expect(mail?.text).toContain(`http://dengke.example/submissions/${serial}`);
    expect(mail?.text).toContain('某liu，您好');
    expect(mail?.text).not.toContain('附件不清');
  });

  it('what is carried over at the cut-off is told to the applicant, and that it keeps its year, place and deadlines [P13]', async () => {
    const { people, serial } = await told('carryOver', 'municipal');
    const [notice] = (await house.messages('liu')).filter(({ about }) => about['serial'] === serial);
    await mailsSettled(house);

    expect(people).toContain('liu');
    expect(notice?.subject).toContain('已转为常态化受理，登记年度、办理环节和期限不变');
    expect(house.sink.to('liu@demo.example').some(({ subject }) => subject.includes(serial))).toBe(true);
  });

  it.each<[StageKind, string[]]>([
    ['municipal', ['sx-energy-1', 'sx-energy-2']],
    ['organiser', ['kjt-1', 'kjt-2']],
    ['department', ['kjt-admin']],
    ['ministry', ['most-admin']],
  ])('a late %s desk is made known above it, and to nobody else [P31]', async (stage, expected) => {
    expect((await told('escalate', stage, { detail: { dueAt: null } })).people).toEqual(expected);
  });

  it('silence after a return is made known to the unit’s administrator [P31]', async () => {
    expect((await told('escalate', null, { detail: { state: 'returned', informedOrganisationId: 'unit-coal' } })).people).toEqual(['ma']);
  });

  it('a registration is told to submitter and unit with its number', async () => {
    const detail = { state: 'registered', registrationNumber: '9992023Y0001' };
    const approved = await told('approve', null, { by: 'kjt', detail });

    expect(approved.people).toEqual(['liu', 'ma']);
    expect(approved.sentence).toContain('登记号9992023Y0001');
    expect((await told('register', null, { detail })).people).toEqual(['liu', 'ma']);
    expect((await told('approve', null, { by: 'kjt', detail: { state: 'in-publicity' } })).people).toEqual(['liu']);
  });

  it.each<[SubmissionAct, StageKind | null, string[]]>([
    ['acknowledge', null, ['liu']],
    ['reject', null, ['liu', 'ma']],
    ['withdraw', null, ['liu', 'ma']],
    ['reportUp', 'ministry', ['most-1', 'most-2']],
    ['returnReport', 'department', ['kjt-1', 'kjt-2']],
    ['urge', 'organiser', ['sx-energy-1', 'sx-energy-2']],
    ['open', 'organiser', []],
    ['reroute', 'organiser', ['liu', 'sx-energy-1', 'sx-energy-2']],
    ['reroute', null, ['liu']],
    ['takeOver', 'municipal', ['changzhi-1', 'changzhi-2', 'liu']],
  ])('%s reaches whom it concerns', async (act, stage, expected) => {
    expect((await told(act, stage, { by: 'kjt' })).people).toEqual(expected);
  });

  it('a suspicion of secrecy reaches the department’s super administrator; submitter and unit hear that it is stopped, not why [P17]', async () => {
    const detail = { state: 'suspected', suspicion: 'secrecy-mark', informedOrganisationId: 'kjt' };
    const { people, sentence } = await told('suspect', 'municipal', { by: 'changzhi', detail });

    expect(people).toEqual(['kjt-admin', 'liu', 'ma']);
    expect(sentence).not.toContain('secrecy-mark');
    expect((await told('clear', 'municipal', { by: 'kjt' })).people).toEqual(['changzhi-1', 'changzhi-2', 'liu']);
    expect((await told('exclude', null, { by: 'kjt' })).people).toEqual(['liu', 'ma']);
  });

  it.each<[SubmissionAct, string[]]>([
    ['hold', ['changzhi-1', 'changzhi-2', 'kjt-1', 'kjt-2', 'liu', 'ma']],
    ['declineObjection', ['kjt-1', 'kjt-2']],
    ['overrule', ['changzhi-1', 'changzhi-2', 'kjt-1', 'kjt-2', 'liu', 'ma']],
    ['uphold', ['changzhi-1', 'changzhi-2', 'kjt-1', 'kjt-2', 'liu', 'ma']],
  ])('an objection’s %s reaches the unit, the desks that let it pass, and the registrar [P33]', async (act, expected) => {
    const detail = { state: 'in-publicity', held: true, registrarId: 'kjt', reviewDeskIds: ['changzhi'] };

    expect((await told(act, null, { detail })).people).toEqual(expected);
  });

  it('a late objection is made known to the registrar’s own superior [P31 P33]', async () => {
    const { people, sentence } = await told('escalate', null, {
      detail: { state: 'in-publicity', held: true, dueAt: null, informedOrganisationId: 'kjt' },
    });

    expect(people).toEqual(['kjt-admin']);
    expect(sentence).toContain('公示异议逾期未处理');
  });

  it('one who was handed a stage, or a submission of one who has left, hears of it', async () => {
    expect((await told('reassign', 'municipal', { detail: { toPersonId: 'changzhi-2' } })).people).toEqual(['changzhi-2']);
    expect((await told('handOver', null, { detail: { toPersonId: 'cai' } })).people).toEqual(['cai']);
  });

  it('whom a form names hears that his entry waits, his unit’s administrators for a unit, and where to see it and nothing else [P22 P23]', async () => {
    hasOrganisation(house, 'unit-partner', 'unit', '某研究院');
    hasPerson(house, 'pan', { 'unit-partner': ['unit', 'unitAdmin'] });
    await house.atRest();
    const asked = ['unit/unit-partner', 'person/cai', 'person/liu'];
    const { people, serial } = await told('submit', 'unit', { by: 'unit-coal', detail: { asked } });
    await mailsSettled(house);

    expect(people).toEqual(['cai', 'ma', 'pan']);
    const [message] = (await house.messages('pan')).filter(({ about }) => about['serial'] === serial);
    expect(message).toMatchObject({
      kind: 'submission.named',
      subject: `申报${serial}列有您或您单位的署名，请在其完成单位放行前核对，确认或提出异议`,
    });
    expect(house.sink.to('pan@demo.example').find(({ subject }) => subject.includes(serial))?.text).toContain(`/entries/${serial}`);
    expect((await told('resubmit', 'unit', { detail: { asked: ['person/cai'] } })).people).toEqual(['cai', 'ma']);
    expect((await told('settleDispute', 'unit', { by: 'unit-coal', detail: { entry: 'person/cai' } })).people).toEqual(['cai', 'liu']);
  });

  it('a kind nobody knows yet is passed over', async () => {
    expect((await told('celebrate', 'municipal')).people).toEqual([]);
    expect((await told('submit', 'unit')).people).toEqual(['ma']);
  });

  it('many arrivals of one day are many messages and one mail a person', async () => {
    const at = '2023-09-05T08:00:00.000Z';
    ['A', 'B', 'C'].forEach((name) =>
      house.achievements.tells({ subject: `submission/day-${name}`, kind: 'release', at, detail: standingAt('municipal') }),
    );
    await house.atRest();
    await mailsSettled(house);

    expect((await house.messages('changzhi-1')).filter((message) => message.at === at)).toHaveLength(3);
    expect(house.sink.to('changzhi-1@demo.example').filter(({ date }) => date === at)).toHaveLength(1);
  });
});
