import type { Caller, Door, Evidence, Instant, Progress, RegistrationForm } from '@dengke/contract';
import { aPdf } from '@dengke/test-kit';
import { BusinessClock } from '@dengke/service-kit';
import { aForm, aUnit } from '../../testing/a-form';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import { AchievementsModule } from '../achievements.module';
import { ActsService } from '../acts/acts.service';
import { SubmissionVersion } from '../acts/submission-version.entity';
import { Submission } from '../acts/submission.entity';
import type { DraftPage, DraftView } from '../drafts/drafts.dto';
import { seedAchievements } from '../seed';
import { RefusedSubmission } from '../windows/refused-submission.entity';
import { SubmittingService } from './submitting.service';

const august = '2023-08-10T02:00:00.000Z';
const newYearsEve = '2023-12-31T15:59:59.999Z';
const newYear = '2023-12-31T16:00:00.000Z';
const me = someoneOf(aUnit.id);
const admin: Caller = { ...someoneOf(aUnit.id, 'admin'), position: { ...me.position, role: 'unitAdmin' } };
const city: Caller = {
  ...someoneOf('x', 'clerk'),
  position: { id: 'p', organisationId: 'org-changzhi-energy', organisationKind: 'municipal', role: 'manager' },
};
/** To the one thing that the returns here name. */
const mended = { answers: [{ item: '1-1', outcome: 'mended', words: '已重新扫描' } as const] };

describe('submitting', () => {
  let world: ServiceWorld;
  let submitting: SubmittingService;
  let acts: ActsService;
  let clock: BusinessClock;
  let keys = 0;
  let names = 0;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'local');
    submitting = world.app.get(SubmittingService);
    acts = world.app.get(ActsService);
    clock = world.app.get(BusinessClock);
  });
  afterAll(() => world.end());

  const aDraft = async (form: Partial<RegistrationForm> = {}, issuedOn = '2023-05-16'): Promise<string> => {
    const { body } = await world.as(me).post<DraftView>('/drafts', { form: aForm({ name: `第${(names += 1)}项成果`, ...form }) });
    await world.upload<Evidence>(me, `/drafts/${body.id}/evidence`, [
      { name: 'kind', value: 'evaluation-certificate' },
      { name: 'number', value: '第1号' },
      { name: 'issuedOn', value: issuedOn },
      { name: 'file', value: aPdf(), fileName: '证书.pdf' },
    ]);
    return body.id;
  };
  const submit = (draftId: string, at: Instant = august, door?: Door, key = `submit-${(keys += 1)}`): Promise<Progress> =>
    clock.at(at, () => submitting.submit(me, key, draftId, door));
  const act = (who: Caller, serial: string, kind: 'release' | 'return' | 'withdraw', at: Instant) =>
    clock.at(at, () =>
      acts.byPerson(who, `act-${(keys += 1)}`, serial, kind, { reason: '附件不清', items: [{ field: 'evidence', remark: '重扫' }] }),
    );

  it('opens the unit’s stage, in the window that takes it, with its deadline [P10 P18 S28 S62]', async () => {
    const progress = await submit(await aDraft());
    expect(progress).toMatchObject({ state: 'in-review', stage: 'unit', deskId: aUnit.id, round: 1, mode: 'window', lastFact: 1 });
    expect(progress.dueAt).toBe('2023-08-17T16:00:00.000Z');
    expect(progress.serial).toMatch(/^2023-\d{6}$/);
  });

  it('gives the first answer to a repeated key, and one submission [P29]', async () => {
    const draft = await aDraft();
    const answers = await Promise.all(Array.from({ length: 8 }, () => submit(draft, august, undefined, 'same-submit')));
    expect(new Set(answers.map(({ serial }) => serial)).size).toBe(1);
    expect(await world.database.manager.countBy(Submission, { draftId: draft })).toBe(1);
  });

  it('lets one of 32 simultaneous submits of one achievement through [P19 S8 S50]', async () => {
    const drafts = await Promise.all(Array.from({ length: 32 }, (_, index) => aDraft({ name: index % 2 ? '同一 成果' : '同一成果' })));
    const outcomes = await Promise.allSettled(drafts.map((draft) => submit(draft)));
    const codes = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [(outcome.reason as { code: string }).code] : []));
    expect(codes).toHaveLength(31);
    expect(new Set(codes)).toEqual(new Set(['ALREADY_REGISTERED']));
  });

  it('refuses the same achievement by the other door, and takes it again once it is withdrawn [P19 S25 S50]', async () => {
    const first = await submit(await aDraft({ name: '两个渠道的成果' }), august, 'municipal');
    const second = await aDraft({ name: '两个渠道的成果' });
    await expect(submit(second, august, 'organiser')).rejects.toMatchObject({
      code: 'ALREADY_REGISTERED',
      details: { rule: 'P19 S8 S50' },
    });
    await clock.at(august, () => acts.byPerson(me, 'withdraw-it', first.serial, 'withdraw', {}));
    expect(await submit(second, august, 'organiser')).toMatchObject({ state: 'in-review' });
  });

  it('takes a draft off the list of drafts until its submission has ended without a registration [P27]', async () => {
    const begun = async () => (await world.as(me).get<DraftPage>('/drafts?limit=100')).body.items.map(({ id }) => id);
    const draft = await aDraft();
    expect(await begun()).toContain(draft);
    const { serial } = await submit(draft);
    expect(await begun()).not.toContain(draft);
    await act(admin, serial, 'return', august);
    expect(await begun()).not.toContain(draft);
    await act(me, serial, 'withdraw', august);
    expect(await begun()).toContain(draft);
  });

  it('refuses to mend an achievement into another that is submitted already, and leaves it with the completer [P19 P26]', async () => {
    await submit(await aDraft({ name: '先到的成果' }));
    const draft = await aDraft({ name: '后来的成果' });
    const { serial } = await submit(draft);
    await act(admin, serial, 'return', august);
    const { body } = await world.as(me).get<DraftView>(`/drafts/${draft}`);
    await world.as(me).put(`/drafts/${draft}`, { version: body.version, form: { ...body.form, name: '先到的 成果' } });

    await expect(clock.at(august, () => submitting.resubmit(me, 'resubmit-taken', serial, mended))).rejects.toMatchObject({
      code: 'ALREADY_REGISTERED',
    });
    expect(await world.database.manager.findOneByOrFail(Submission, { serial })).toMatchObject({
      state: 'returned',
      name: '后来的成果',
      round: 1,
    });
    expect(await world.database.manager.countBy(SubmissionVersion, { serial })).toBe(1);
  });

  it('stores nothing of what it refuses, but counts the refusal for the window by its code', async () => {
    const { manager } = world.database;
    const [submissions, refusals] = [await manager.count(Submission), await manager.countBy(RefusedSubmission, { windowId: 'h1-2023' })];
    const draft = await aDraft({ declarations: ['truthful'] });
    await expect(submit(draft)).rejects.toMatchObject({ code: 'DECLARATIONS_MISSING' });
    expect(await manager.count(Submission)).toBe(submissions);
    expect(await manager.countBy(RefusedSubmission, { windowId: 'h1-2023' })).toBe(refusals + 1);
  });

  it('counts a refusal once, however often the act is sent', async () => {
    const draft = await aDraft({ declarations: ['truthful'] });
    const counted = () => world.database.manager.countBy(RefusedSubmission, { windowId: 'h1-2023' });
    const refused = (key: string) => expect(submit(draft, august, undefined, key)).rejects.toMatchObject({ code: 'DECLARATIONS_MISSING' });
    const before = await counted();
    await Promise.all([refused('clicked-twice'), refused('clicked-twice')]);
    expect(await counted()).toBe(before + 1);

    await refused('tried-again');
    expect(await counted()).toBe(before + 2);
  });

  it.each([
    ['2023-12-31', newYearsEve, 2023],
    ['2024-01-01', '2024-01-02T02:00:00.000Z', 2024],
  ])('takes a result of %s submitted at %s for the year %i [P15 S7]', async (issuedOn, at, year) => {
    const { serial } = await submit(await aDraft({}, issuedOn), at);
    expect(await world.database.manager.findOneByOrFail(Submission, { serial })).toMatchObject({
      registrationYear: year,
      achievedOn: issuedOn,
    });
  });

  it('refuses last year’s result in rolling intake from midnight on [P15 S7]', async () => {
    await expect(submit(await aDraft({}, '2023-12-31'), newYear)).rejects.toMatchObject({ code: 'OUTSIDE_REGISTRATION_YEAR' });
  });

  it('keeps the year of its first submission through a return across 31 December [P15 P26]', async () => {
    const draft = await aDraft({}, '2023-12-20');
    const { serial } = await submit(draft, newYearsEve);
    await act(admin, serial, 'release', newYearsEve);
    await act(city, serial, 'return', newYear);
    const resumed = await clock.at('2024-01-03T02:00:00.000Z', () => submitting.resubmit(me, 'resubmit-1', serial, mended));

    expect(resumed).toMatchObject({ stage: 'municipal', deskId: 'org-changzhi-energy', round: 2 });
    expect((await world.database.manager.findOneByOrFail(Submission, { serial })).registrationYear).toBe(2023);
  });

  it('locks what was submitted: a later change of the draft leaves it, each round keeps its own with its digest [P27]', async () => {
    const draft = await aDraft({ summary: '第一稿' });
    const { serial } = await submit(draft);
    await act(admin, serial, 'return', august);
    const { body } = await world.as(me).get<DraftView>(`/drafts/${draft}`);
    await world.as(me).put(`/drafts/${draft}`, { version: body.version, form: { ...body.form, summary: '第二稿' } });
    await clock.at(august, () => submitting.resubmit(me, 'resubmit-2', serial, mended));

    const versions = await world.database.manager.find(SubmissionVersion, { where: { serial }, order: { round: 'ASC' } });
    expect(versions.map(({ round, form }) => [round, form.summary])).toEqual([
      [1, '第一稿'],
      [2, '第二稿'],
    ]);
    expect(versions[0]?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(versions[0]?.digest).not.toBe(versions[1]?.digest);
  });
});
