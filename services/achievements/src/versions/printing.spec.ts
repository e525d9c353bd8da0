import type { Caller, RegistrationForm } from '@dengke/contract';
import { BusinessClock } from '@dengke/service-kit';
import { fontsOf, pagesOf } from '@dengke/test-kit';
import { aSubmission } from '../../testing/a-submission';
import { aUnit } from '../../testing/a-form';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import { actAt, atDesk } from '../../testing/desks';
import { AchievementsModule } from '../achievements.module';
import type { DraftView } from '../drafts/drafts.dto';
import { Organisation } from '../organisations/organisation.entity';
import { seedAchievements } from '../seed';
import type { SubmissionPage } from '../submissions/submissions.dto';
import { SubmittingService } from '../submitting/submitting.service';
import type { VersionPage } from './versions.dto';

const august = '2023-08-10T02:00:00.000Z';
const me = someoneOf(aUnit.id);
const flat = (text: string): string => text.replace(/\s/g, '');

describe('the paper form', () => {
  let world: ServiceWorld;
  let serial: string;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'local');
    const bureau = {
      kind: 'municipal',
      unitKind: null,
      areaCode: '1404',
      path: '/',
      closed: false,
      successorId: null,
      version: 1,
    } as const;
    await world.database.manager.insert(Organisation, { ...bureau, id: 'org-changzhi-energy', name: '长治市能源局' });
    ({ serial } = await aSubmission(world, me, '煤层气抽采新技术', august));
  });
  afterAll(() => world.end());

  const printed = (caller: Caller, round = 1) => world.download(caller, `/submissions/${serial}/versions/${round}/form`);
  const read = async (caller: Caller, round = 1) => flat(pagesOf((await printed(caller, round)).content).join(''));

  it('says what the version says, with the same bytes each time, and names the desks of its route [P27 S28 S29]', async () => {
    const { body } = await world.as(me).get<VersionPage>(`/submissions/${serial}/versions/1`);
    const first = await printed(me);
    const words = flat(pagesOf(first.content).join(''));

    const { name, summary, contactPhone, units, completers } = body.form;
    for (const said of [
      serial,
      name,
      summary,
      contactPhone,
      units[0]?.email ?? '',
      completers[0]?.contribution ?? '',
      body.evidence[0]?.fileName ?? '',
    ]) {
      expect(words).toContain(flat(said));
    }
    expect(words).toContain(`内容摘要（SM3）：${body.digest}`);
    expect(words).toContain('推荐单位意见长治市能源局');
    expect((await printed(me)).content.equals(first.content)).toBe(true);
    expect(fontsOf(first.content).every(({ embedded, subset }) => embedded && subset)).toBe(true);
    expect(first.headers['content-disposition']).toContain(`${serial}-1.pdf`);
  });

  it('is as little another unit’s as the version is, and there is none of a round that was not', async () => {
    expect((await printed(someoneOf('unit-elsewhere'))).status).toBe(404);
    expect((await printed(me, 2)).status).toBe(404);
  });

  it('comes from what was submitted, never from the draft; each round has its own, and the earlier one stays as it was [P27]', async () => {
    const before = await printed(me);
    await actAt(world, august, atDesk('unit', 'admin'), serial, 'return');
    const { draftId } = (await world.as(me).get<SubmissionPage>(`/submissions/${serial}`)).body;
    const draft = (await world.as(me).get<DraftView>(`/drafts/${draftId}`)).body;
    await world
      .as(me)
      .put(`/drafts/${draftId}`, { version: draft.version, form: { ...(draft.form as RegistrationForm), summary: '第二稿的简介' } });
    expect((await printed(me)).content.equals(before.content)).toBe(true);
    expect((await printed(me, 2)).status).toBe(404);

    const answers = [{ item: '1-1', outcome: 'mended', words: '已重新扫描' } as const];
    await world.app
      .get(BusinessClock)
      .at(august, () => world.app.get(SubmittingService).resubmit(me, 'resubmit-printed', serial, { answers }));
    expect(await read(me, 2)).toContain('第二稿的简介');
    expect((await printed(me)).content.equals(before.content)).toBe(true);
  });

  it('has no telephone for a desk that has passed it on, and says that it is no copy to hand in [P38]', async () => {
    await actAt(world, august, atDesk('unit', 'admin'), serial, 'release');
    expect(await read(atDesk('municipal'), 2)).toContain('0355-0000001');
    await actAt(world, august, atDesk('municipal'), serial, 'recommend');

    const passed = await read(atDesk('municipal'), 2);
    expect(passed).toContain('联系方式已隐去，仅供查阅');
    expect(passed).not.toContain('0355-000000');
  });

  it('is previewed of a draft by its own unit alone, marked so on each page and without what one hands in [P27]', async () => {
    const draft = await world.as(me).post<DraftView>('/drafts', { form: { name: '尚未提交的成果', secrecy: 'public' } });
    const path = `/drafts/${draft.body.id}/preview`;
    const pages = pagesOf((await world.download(me, path)).content).map(flat);
    const elsewhere = await world.as(someoneOf('unit-elsewhere')).get(path);

    expect(pages.filter((page) => !page.includes('预览'))).toEqual([]);
    expect(pages.join('')).toContain('尚未提交的成果');
    expect(elsewhere.status).toBe(404);
  });
});
