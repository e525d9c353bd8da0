import type { Caller, Problem, RegistrationForm } from '@dengke/contract';
import { stampText } from '@dengke/print';
import { BusinessClock, Ledger } from '@dengke/service-kit';
import { aSubmission } from '../../testing/a-submission';
import { aUnit } from '../../testing/a-form';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import { actAt, atDesk } from '../../testing/desks';
import { subjectOf } from '../acts/facts';
import { SubmissionVersion } from '../acts/submission-version.entity';
import { AchievementsModule } from '../achievements.module';
import type { DraftView } from '../drafts/drafts.dto';
import { seedAchievements } from '../seed';
import type { SubmissionPage } from '../submissions/submissions.dto';
import { SubmittingService } from '../submitting/submitting.service';
import type { EachPaper, PaperCheck } from './counter.dto';

const august = '2023-08-10T02:00:00.000Z';
const me = someoneOf(aUnit.id);
const releaser = atDesk('unit', 'admin');
const clerk = atDesk('municipal');
let keys = 0;

describe('a paper form at the counter', () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'local');
  });
  afterAll(() => world.end());

  /** What the code on the printed version says. */
  const codeOf = async (serial: string, round = 1) => {
    const { digest } = await world.database.manager.findOneByOrFail(SubmissionVersion, { serial, round });
    return { serial, version: round, digest };
  };
  const released = async (name: string): Promise<string> => {
    const { serial } = await aSubmission(world, me, name, august);
    await actAt(world, august, releaser, serial, 'release');
    await actAt(world, august, me, serial, 'handInPaper');
    return serial;
  };
  const mended = async (serial: string): Promise<void> => {
    await actAt(world, august, clerk, serial, 'return');
    const { draftId } = (await world.as(me).get<SubmissionPage>(`/submissions/${serial}`)).body;
    const { version, form } = (await world.as(me).get<DraftView>(`/drafts/${draftId}`)).body;
    await world.as(me).put(`/drafts/${draftId}`, { version, form: { ...(form as RegistrationForm), summary: '第二稿的简介' } });
    const answers = [{ item: '1-1', outcome: 'mended', words: '已重新扫描' } as const];
    await world.app
      .get(BusinessClock)
      .at(august, () => world.app.get(SubmittingService).resubmit(me, `again-${serial}`, serial, { answers }));
  };
  const checked = async (caller: Caller, scanned: string) =>
    world.as(caller).get<PaperCheck & Problem>(`/submissions/paper?scanned=${encodeURIComponent(scanned)}`);
  const receive = async (submissions: object[], key = `receive-papers-${(keys += 1)}`) =>
    (await world.as(clerk).post<EachPaper>('/submissions/receive-paper', { submissions }, { key })).body.items;

  it('is the same as what was submitted last, with what to read off it beside the screen [P27]', async () => {
    const serial = await released('第一项成果');
    const { body } = await checked(clerk, `${stampText(await codeOf(serial))}\r\n`);

    expect(body).toEqual({
      ...{ serial, verdict: 'same', version: 1, newest: 1, of: 1, fields: [], files: [] },
      ...{ name: '第一项成果', firstUnit: aUnit.name, firstCompleter: '甲某' },
    });
  });

  it('is an older version when it was mended since, and differs where that says otherwise [P27]', async () => {
    const serial = await released('第二项成果');
    await mended(serial);
    const { body } = await checked(clerk, stampText(await codeOf(serial)));

    expect(body).toMatchObject({ verdict: 'older', version: 1, newest: 2, of: 1 });
    expect(body.fields).toMatchObject([{ kind: 'changed', field: 'summary', label: '成果简介', after: '第二稿的简介' }]);
    expect((await checked(clerk, stampText(await codeOf(serial, 2)))).body.verdict).toBe('same');
  });

  it('is altered when its digest is none of this submission, or that of another version than it says [P27]', async () => {
    const serial = await released('第三项成果');
    await mended(serial);
    const code = await codeOf(serial);

    expect((await checked(clerk, stampText({ ...code, digest: '0'.repeat(64) }))).body).toMatchObject({
      verdict: 'altered',
      of: null,
      fields: [],
    });
    const relabelled = (await checked(clerk, stampText({ ...code, version: 2 }))).body;
    expect(relabelled).toMatchObject({ verdict: 'altered', version: 2, of: 1 });
    expect(relabelled.fields.map(({ field }) => field)).toEqual(['summary']);
    expect((await checked(clerk, stampText({ ...code, version: 9 }))).body.verdict).toBe('altered');
  });

  it('is nothing to those who do not see the submission, and no code at all is said to be none', async () => {
    const serial = await released('第四项成果');

    expect((await checked(someoneOf('unit-elsewhere'), stampText(await codeOf(serial)))).status).toBe(404);
    expect((await checked(clerk, 'https://example.org')).body).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('stays with its version: beside what is wanted of the one that stands [P27 P28]', async () => {
    const serial = await released('第九项成果');
    await receive([{ serial }]);
    const whole = async () => (await world.as(clerk).get<SubmissionPage>(`/submissions/${serial}`)).body;
    expect((await whole()).paperWay).toEqual({ from: 1, to: 2, handedIn: false, direct: null });
    await mended(serial);

    const { legs, paperWay } = await whole();
    expect(legs[1]).toMatchObject({
      paper: null,
      earlierPaper: [{ version: 1, handedInAt: august, receivedAt: expect.any(String) as unknown }],
    });
    expect(paperWay).toEqual({ from: 0, to: 1, handedIn: false, direct: null });
    await actAt(world, august, me, serial, 'handInPaper');
    await receive([{ serial, scanned: stampText(await codeOf(serial, 2)) }]);
    expect((await whole()).legs[1]).toMatchObject({ paper: { version: 2, handedInAt: august }, earlierPaper: [{ version: 1 }] });
  });

  it('is received with others in one act, each for itself: what was compared and is not the newest is refused; again it is as once [P27 P28 P29]', async () => {
    const [scanned, unscanned, older, altered] = [
      await released('第五项成果'),
      await released('第六项成果'),
      await released('第七项成果'),
      await released('第八项成果'),
    ];
    await mended(older);
    const submissions = [
      { serial: scanned, scanned: stampText(await codeOf(scanned)) },
      { serial: unscanned },
      { serial: older, scanned: stampText(await codeOf(older)) },
      { serial: altered, scanned: stampText(await codeOf(scanned)) },
    ];
    const items = await receive(submissions, 'receive-papers-at-once');

    expect(items.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['done', null],
      ['done', null],
      ['refused', 'PAPER_DIFFERS'],
      ['refused', 'PAPER_DIFFERS'],
    ]);
    expect((await receive(submissions, 'receive-papers-at-once')).map(({ outcome }) => outcome)).toEqual([
      'done',
      'done',
      'refused',
      'refused',
    ]);
    const leg = (await world.as(clerk).get<SubmissionPage>(`/submissions/${scanned}`)).body.legs[1];
    expect(leg?.paper?.receivedAt).not.toBeNull();
    const entries = await world.app.get(Ledger).entriesAfter(subjectOf(scanned), 0);
    expect(entries.filter(({ kind }) => kind === 'receivePaper')).toMatchObject([
      { by: clerk.personId, detail: { paperPosition: 1, paperVersion: 1 } },
    ]);
  });
});
