import type { RegistrationForm } from '@dengke/contract';
import { aForm } from '../../testing/a-form';
import { ServiceWorld } from '../../testing/a-service';
import { atCity } from '../../testing/a-submission';
import { actAt, atDesk, completer, inOrder } from '../../testing/desks';
import { AchievementsModule } from '../achievements.module';
import type { DraftView } from '../drafts/drafts.dto';
import { seedAchievements } from '../seed';
import type { SubmissionPage, TimelineLine } from '../submissions/submissions.dto';
import { BusinessClock } from '@dengke/service-kit';
import { SubmittingService } from '../submitting/submitting.service';
import type { MendingLine, VersionPage } from '../versions/versions.dto';

const august = '2023-08-10T02:00:00.000Z';
const later = '2023-08-24T02:00:00.000Z';
const clerk = atDesk('municipal', 'clerk');
const toMend = { reason: '附件不清，且摘要过短', items: [{ field: 'summary', remark: '请写明水平' }] };
const outOfScope = inOrder.map((one) => (one.item === 'inScope' ? { ...one, answer: 'not' as const, remark: '不属于登记范围' } : one));

/** What public trackers of other workflow products tell of exactly this job (docs/review.md lists them all). */
describe('defects that other products had', () => {
  let world: ServiceWorld;
  let names = 0;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'local');
  });
  afterAll(() => world.end());

  const get = async <T>(path: string, me = completer) => (await world.as(me).get<T>(path)).body;
  const page = (serial: string) => get<SubmissionPage>(`/submissions/${serial}`);
  const timeline = (serial: string) => get<TimelineLine[]>(`/submissions/${serial}/timeline`);
  const resubmit = (serial: string) =>
    world.app
      .get(BusinessClock)
      .at(later, () =>
        world.app
          .get(SubmittingService)
          .resubmit(completer, `again-${serial}`, serial, { answers: [{ item: '1-1', outcome: 'explained', words: '已写明' }] }),
      );

  it('a return loses no value, not of fields that the reviewer cannot edit either (steedos-platform#3545)', async () => {
    const serial = await atCity(world, august);
    const { draftId } = await page(serial);
    const before = (await get<DraftView>(`/drafts/${draftId}`)).form as RegistrationForm;
    await actAt(world, august, clerk, serial, 'return', toMend);

    const after = (await get<DraftView>(`/drafts/${draftId}`)).form as RegistrationForm;
    expect(after).toEqual(before);
    expect(Object.keys(after).sort()).toEqual(Object.keys(aForm()).sort());
    expect((await get<VersionPage>(`/submissions/${serial}/versions/1`)).form).toEqual(before);
  });

  it('a stage that returned shows as returned, not as opened (steedos/workflow#1376)', async () => {
    const serial = await atCity(world, august);
    await actAt(world, august, clerk, serial, 'open');
    await actAt(world, august, clerk, serial, 'return', toMend);
    const { legs, progress } = await page(serial);
    expect(legs.find(({ kind }) => kind === 'municipal')).toMatchObject({ decision: 'return', decidedAt: august });
    expect(progress.state).toBe('returned');
  });

  it('a rejection leaves its trace: who, when, why, and what was judged (OpenAuth.Core#10)', async () => {
    const serial = await atCity(world, august);
    await actAt(world, august, clerk, serial, 'reject', { reason: '不属于登记范围', findings: outOfScope });
    expect((await timeline(serial)).at(-1)).toMatchObject({
      ...{ act: 'reject', by: clerk.personId, organisationId: clerk.position.organisationId, at: august },
      text: { reason: '不属于登记范围', check: { conformity: { passed: false } } },
    });
    expect((await page(serial)).form).toMatchObject({ category: 'applied' });
  });

  it.each([
    ['municipal', 1],
    ['organiser', 2],
    ['department', 3],
  ] as const)(
    '%s returns to the applicant and gets it back directly, past no other desk (loonflow#483, ruoyi-vue-pro#847 #167)',
    async (kind, passed) => {
      const serial = await atCity(world, august);
      for (const before of (['municipal', 'organiser'] as const).slice(0, passed - 1)) {
        await actAt(world, august, atDesk(before), serial, 'recommend');
      }
      await actAt(world, august, atDesk(kind, 'clerk'), serial, 'return', toMend);
      expect((await page(serial)).progress).toMatchObject({ state: 'returned', deskId: null });
      expect(await resubmit(serial)).toMatchObject({ state: 'in-review', stage: kind });
    },
  );

  it('a decision that is not taken says why, none does nothing silently (objectui#3126)', async () => {
    const serial = await atCity(world, august);
    for (const [path, body, code] of [
      ['reject', { findings: outOfScope }, 'REASON_MISSING'],
      ['reject', { reason: '不属于登记范围' }, 'CHECK_INCOMPLETE'],
      ['recommend', {}, 'CHECK_INCOMPLETE'],
      ['return', { reason: '请补正' }, 'INVALID_INPUT'],
    ] as const) {
      const answer = await world.as(clerk).post(`/submissions/${serial}/${path}`, body, { key: `why-${(names += 1)}-${serial}` });
      expect(answer.body).toMatchObject({ code });
    }
    expect((await page(serial)).progress).toMatchObject({ stage: 'municipal', state: 'in-review' });
  });

  it('the applicant reads reason and remarks inside the system, item by item (pkp-lib#3187, hotcrp#419)', async () => {
    const serial = await atCity(world, august);
    await actAt(world, august, clerk, serial, 'return', toMend);
    expect((await timeline(serial)).at(-1)?.text).toMatchObject({ reason: toMend.reason, items: [{ id: '1-1', remark: '请写明水平' }] });
    expect(await get<MendingLine[]>(`/submissions/${serial}/mending`)).toMatchObject([
      { id: '1-1', label: '成果简介', remark: '请写明水平', answer: null },
    ]);
  });

  it('two different acts never read alike in the history (pkp-lib#4042)', async () => {
    const serial = await atCity(world, august);
    await actAt(world, august, clerk, serial, 'open');
    await actAt(world, august, clerk, serial, 'claim');
    await actAt(world, august, clerk, serial, 'recommend');
    await actAt(world, august, clerk, serial, 'recall');
    await actAt(world, august, clerk, serial, 'return', toMend);
    await resubmit(serial);
    const lines = (await timeline(serial)).filter(({ act }) => act !== 'carryOver');
    expect(lines.map(({ act }) => act)).toEqual(['submit', 'release', 'open', 'claim', 'recommend', 'recall', 'return', 'resubmit']);
  });

  it('what is sent again has a due date of its own, not the old one that has passed (pkp-lib#4789)', async () => {
    const serial = await atCity(world, august);
    const { dueAt } = (await page(serial)).progress;
    await actAt(world, august, clerk, serial, 'return', toMend);
    const resumed = await resubmit(serial);
    const [first, last] = [dueAt ?? '', (await get<{ about: string; dueAt: string }[]>(`/submissions/${serial}/deadlines`)).at(-1)];
    expect(last?.about).toBe('municipal');
    expect((last?.dueAt ?? '') > first).toBe(true);
    expect((resumed.dueAt ?? '') > later).toBe(true);
  });

  it('a double click and a retry register once: one number, one entry (awbw#2465)', async () => {
    const serial = await atCity(world, august);
    const body = { findings: inOrder };
    const click = () => world.as(clerk).post(`/submissions/${serial}/recommend`, body, { key: `double-${serial}` });
    const answers = await Promise.all([click(), click(), click()]);
    expect(new Set(answers.map(({ body: answer }) => JSON.stringify(answer))).size).toBe(1);
    expect((await timeline(serial)).filter(({ act }) => act === 'recommend')).toHaveLength(1);
  });
});
