import type { Caller, Evidence, ItemAnswer, RegistrationForm } from '@dengke/contract';
import { BusinessClock, databaseOptions, migrateAsOwner } from '@dengke/service-kit';
import { aDatabase, aPdf } from '@dengke/test-kit';
import { DataSource } from 'typeorm';
import { aCompleter, aForm, aUnit } from '../../testing/a-form';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import { aSubmission } from '../../testing/a-submission';
import { AchievementsModule } from '../achievements.module';
import { ActsService } from '../acts/acts.service';
import type { DraftView } from '../drafts/drafts.dto';
import { entities, migrations, writtenOnce } from '../schema';
import { seedAchievements } from '../seed';
import type { SubmissionPage, TimelineLine } from '../submissions/submissions.dto';
import { SubmittingService } from '../submitting/submitting.service';
import type { Changes, MendingLine, VersionPage } from './versions.dto';

const august = '2023-08-10T02:00:00.000Z';
const me = someoneOf(aUnit.id);
const admin: Caller = { ...someoneOf(aUnit.id, 'admin'), position: { ...me.position, role: 'unitAdmin' } };

describe('what was submitted, round by round', () => {
  let world: ServiceWorld;
  let names = 0;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'local');
  });
  afterAll(() => world.end());

  const submitted = () => aSubmission(world, me, `第${(names += 1)}项成果`, august);
  const returned = (serial: string, items: { field: string; remark: string }[]) =>
    world.app
      .get(BusinessClock)
      .at(august, () =>
        world.app.get(ActsService).byPerson(admin, `return-${serial}-${(names += 1)}`, serial, 'return', { reason: '请补正', items }),
      );
  const resubmit = (serial: string, answers: ItemAnswer[]) =>
    world.app
      .get(BusinessClock)
      .at(august, () => world.app.get(SubmittingService).resubmit(me, `resubmit-${serial}-${(names += 1)}`, serial, { answers }));
  const mended = (item: string, words = '已补正'): ItemAnswer => ({ item, outcome: 'mended', words });
  const get = async <T>(path: string) => (await world.as(me).get<T>(path)).body;
  const changeDraft = async (serial: string, change: (form: RegistrationForm) => Partial<RegistrationForm>) => {
    const { draftId } = await get<SubmissionPage>(`/submissions/${serial}`);
    const { version, form } = await get<DraftView>(`/drafts/${draftId}`);
    const whole = form as RegistrationForm;
    await world.as(me).put(`/drafts/${draftId}`, { version, form: { ...whole, ...change(whole) } });
    return draftId;
  };

  it('resubmits only with a word to each item that the return named, once each, and to nothing else [P25 P27]', async () => {
    const { serial } = await submitted();
    await returned(serial, [
      { field: 'summary', remark: '请写明水平' },
      { field: 'units.0.name', remark: '与公章一致' },
    ]);
    const refused = { code: 'ITEMS_UNANSWERED' };
    const blank = [mended('1-1'), mended('1-2', ' \u3000')];
    await expect(resubmit(serial, [])).rejects.toMatchObject({ ...refused, details: { unanswered: ['1-1', '1-2'] } });
    await expect(resubmit(serial, blank)).rejects.toMatchObject({ ...refused, details: { unanswered: ['1-2'] } });
    await expect(resubmit(serial, [mended('1-1'), mended('1-1'), mended('1-2')])).rejects.toMatchObject(refused);
    await expect(resubmit(serial, [mended('1-1'), mended('1-2'), mended('9-9')])).rejects.toMatchObject({
      ...refused,
      details: { unknown: ['9-9'] },
    });
    expect(await resubmit(serial, [mended('1-1'), { item: '1-2', outcome: 'explained', words: '已与公章一致' }])).toMatchObject({
      round: 2,
      stage: 'unit',
    });
  });

  it('shows the desk each item with its answer and what changed there, in the numbering of the round that it judged [P27]', async () => {
    const { serial } = await submitted();
    await returned(serial, [
      { field: 'completers.0.contribution', remark: '请写具体' },
      { field: 'evidence', remark: '请重新扫描' },
      { field: 'name', remark: '请核对名称' },
    ]);
    const draftId = await changeDraft(serial, ({ completers }) => ({
      completers: [aCompleter({ name: '新增完成人', contribution: '测试' }), { ...completers[0]!, contribution: '提出方案并完成试验' }],
    }));
    await replaceEvidence(draftId);
    await resubmit(serial, [mended('1-1'), mended('1-2'), { item: '1-3', outcome: 'explained', words: '与证书一致' }]);

    const lines = await get<MendingLine[]>(`/submissions/${serial}/mending`);
    expect(lines.map(({ id, label, remark, answer }) => [id, label, remark, answer?.outcome])).toEqual([
      ['1-1', '对成果创造性贡献', '请写具体', 'mended'],
      ['1-2', '附件材料', '请重新扫描', 'mended'],
      ['1-3', '成果名称', '请核对名称', 'explained'],
    ]);
    expect(lines[0]?.fields).toMatchObject([{ kind: 'changed', field: 'completers.1.contribution', after: '提出方案并完成试验' }]);
    expect(lines[1]?.files.map(({ outcome }) => outcome)).toEqual(['same-content']);
    expect(lines[2]).toMatchObject({ fields: [], files: [] });
  });

  it('tells field by field and file by file what changed from one round to the next, also backwards [P27]', async () => {
    const { serial } = await submitted();
    await returned(serial, [{ field: 'summary', remark: '请补充' }]);
    await changeDraft(serial, () => ({ summary: '第二稿' }));
    await resubmit(serial, [mended('1-1')]);

    const { from, to, fields, files } = await get<Changes>(`/submissions/${serial}/changes`);
    expect({ from, to, files: files.map(({ outcome }) => outcome) }).toEqual({ from: 1, to: 2, files: ['kept'] });
    expect(fields).toEqual([
      { kind: 'changed', field: 'summary', label: '成果简介', before: aForm().summary, after: '第二稿', order: null },
    ]);
    const back = await get<Changes>(`/submissions/${serial}/changes?from=2&to=1`);
    expect(back.fields[0]).toMatchObject({ before: '第二稿', after: aForm().summary });
    expect((await get<VersionPage>(`/submissions/${serial}/versions/1`)).form.summary).toBe(aForm().summary);
    expect((await world.as(me).get(`/submissions/${serial}/versions/3`)).status).toBe(404);
  });

  it('gives what a return names an id, and takes no remark that points at nothing in the version judged [P25]', async () => {
    const { serial } = await submitted();
    for (const field of ['units.7.name', 'nonsense', 'units.0.nonsense', '0190b0a0-0000-7000-8000-000000000000']) {
      await expect(returned(serial, [{ field, remark: '在哪里' }])).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
    const [piece] = (await get<SubmissionPage>(`/submissions/${serial}`)).evidence;
    await returned(serial, [
      { field: piece?.id ?? '', remark: '扫描不清' },
      { field: 'projectNumber', remark: '请补填立项编号' },
    ]);
    const last = (await get<TimelineLine[]>(`/submissions/${serial}/timeline`)).at(-1);
    expect(last?.text).toMatchObject({ items: [{ id: '1-1', field: piece?.id }, { id: '1-2' }] });
  });

  it('is immutable: MariaDB refuses the service to change or remove a version [P27]', async () => {
    const schema = await aDatabase('locked');
    const databaseUrl = await schema.serviceUser();
    const config = { migrationUrl: schema.url, databaseUrl, profile: 'local' } as const;
    await migrateAsOwner(config, { entities, migrations, writtenOnce });
    const service = await new DataSource(databaseOptions(databaseUrl, [], [])).initialize();
    await service.query(
      `INSERT INTO submission_version (serial, round, form, evidence, digest, lockedAt)
       VALUES ('2023-000001', 1, '{}', '[]', '${''.padEnd(64, '0')}', '2023-08-10')`,
    );
    for (const sql of [
      'UPDATE submission_version SET form = "[]"',
      'DELETE FROM submission_version',
      'TRUNCATE TABLE submission_version',
    ]) {
      // 1142: command denied on this table
      await expect(service.query(sql)).rejects.toMatchObject({ driverError: { errno: 1142 } });
    }
    await service.destroy();
    await schema.drop();
  });

  async function replaceEvidence(draftId: string): Promise<void> {
    const { evidence } = await get<DraftView>(`/drafts/${draftId}`);
    await world.as(me).delete(`/drafts/${draftId}/evidence/${evidence[0]?.id}`);
    await world.upload<Evidence>(me, `/drafts/${draftId}/evidence`, [
      { name: 'kind', value: 'evaluation-certificate' },
      { name: 'number', value: '第2号' },
      { name: 'issuedOn', value: '2023-05-16' },
      { name: 'file', value: aPdf(), fileName: '证书.pdf' },
    ]);
  }
});
