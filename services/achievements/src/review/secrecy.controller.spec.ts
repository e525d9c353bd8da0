import { existsSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Caller, Evidence } from '@dengke/contract';
import { BusinessClock, Ledger } from '@dengke/service-kit';
import { ServiceWorld } from '../../testing/a-service';
import { atCity } from '../../testing/a-submission';
import { actAt, atDesk, completer } from '../../testing/desks';
import { AchievementsModule } from '../achievements.module';
import { SubmissionVersion } from '../acts/submission-version.entity';
import { DraftChange } from '../drafts/draft-change.entity';
import type { DraftPage } from '../drafts/drafts.dto';
import { seedAchievements } from '../seed';
import type { SubmissionList, SubmissionPage } from '../submissions/submissions.dto';
import { SubmittingService } from '../submitting/submitting.service';
import { SummarySheetsService } from '../windows/summary-sheets.service';
import { CollectionWindowRow } from '../windows/collection-window.entity';
import { SummarySheet } from '../windows/summary-sheet.entity';

const august = '2023-08-10T02:00:00.000Z';
const afterCutOff = '2023-08-26T02:00:00.000Z';
const clerk = atDesk('municipal', 'clerk');
const head = atDesk('department', 'head', 'superAdmin');
const suspicion = 'secrecy-mark';

describe('what somebody suspects to be classified', () => {
  let world: ServiceWorld;
  let names = 0;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'local');
  });
  afterAll(() => world.end());

  const suspected = async (): Promise<string> => {
    const serial = await atCity(world, august);
    const { status } = await world.as(clerk).post(`/submissions/${serial}/suspect`, { suspicion }, { key: `suspect-${serial}` });
    expect(status).toBe(200);
    return serial;
  };
  const pieceOf = async (serial: string): Promise<Evidence> => {
    const { evidence } = await world.database.manager.findOneByOrFail(SubmissionVersion, { serial, round: 1 });
    return evidence[0] as Evidence;
  };
  const contents = async (me: Caller, serial: string): Promise<number[]> => {
    const paths = [
      '/versions',
      '/versions/1',
      '/versions/1/workbook',
      '/changes',
      '/mending',
      '/check-list',
      `/evidence/${(await pieceOf(serial)).id}/file`,
    ];
    return Promise.all(paths.map(async (path) => (await world.download(me, `/submissions/${serial}${path}`)).status));
  };
  const page = async (me: Caller, serial: string) => (await world.as(me).get<SubmissionPage>(`/submissions/${serial}`)).body;

  it('is frozen for unit and desks: no form, file, version, name or draft; the department’s super administrator alone looks [P17]', async () => {
    const serial = await suspected();
    for (const me of [completer, clerk, atDesk('organiser'), atDesk('department')]) {
      expect(new Set(await contents(me, serial))).toEqual(new Set([403]));
      expect(await page(me, serial)).toMatchObject({ name: null, form: null, evidence: [], progress: { state: 'suspected', dueAt: null } });
    }
    const { draftId } = await page(completer, serial);
    const evidenceId = (await pieceOf(serial)).id;
    for (const path of ['', '/gaps', '/workbook', `/evidence/${evidenceId}/file`]) {
      expect((await world.download(completer, `/drafts/${draftId}${path}`)).status).toBe(403);
    }
    const drafts = (await world.as(completer).get<DraftPage>('/drafts?limit=100')).body;
    expect(drafts.items.map(({ id }) => id)).not.toContain(draftId);
    const list = (await world.as(clerk).get<SubmissionList>('/submissions')).body;
    expect(list.items.find((line) => line.serial === serial)).toMatchObject({ name: null, state: 'suspected' });

    expect(new Set(await contents(head, serial))).toEqual(new Set([200]));
    expect((await page(head, serial)).form).not.toBeNull();
  });

  it('takes a ground and no words with it, so that nothing classified gets into the record [P17]', async () => {
    const serial = await atCity(world, august);
    const post = (body: object) => world.as(clerk).post(`/submissions/${serial}/suspect`, body, { key: `words-${(names += 1)}-${serial}` });
    for (const body of [{}, { suspicion: 'because' }, { suspicion, reason: '其中第三节' }, { suspicion, opinion: '涉密' }]) {
      expect((await post(body)).status).toBe(422);
    }
  });

  it('is readable again once it is cleared', async () => {
    const serial = await suspected();
    await actAt(world, august, head, serial, 'clear', { reason: '经核查不涉密' });
    expect(new Set(await contents(clerk, serial))).toEqual(new Set([200]));
    expect(new Set(await contents(completer, serial))).toEqual(new Set([200]));
  });

  it('is frozen in what was submitted of the same draft before and withdrawn, and goes with it [P17 S49]', async () => {
    const withdrawn = await atCity(world, august);
    await actAt(world, august, clerk, withdrawn, 'open');
    await actAt(world, august, completer, withdrawn, 'askWithdrawal', { reason: '补充材料' });
    await actAt(world, august, clerk, withdrawn, 'consentWithdrawal');
    const { draftId } = await page(completer, withdrawn);
    const again = () => world.app.get(SubmittingService).submit(completer, `again-${draftId}`, draftId);
    const { serial } = await world.app.get(BusinessClock).at(august, again);
    await actAt(world, august, atDesk('unit', 'admin'), serial, 'release');
    expect(new Set(await contents(clerk, withdrawn))).toEqual(new Set([200]));

    await actAt(world, august, clerk, serial, 'suspect', { suspicion });
    for (const me of [completer, clerk]) {
      expect(new Set(await contents(me, withdrawn))).toEqual(new Set([403]));
      expect(await page(me, withdrawn)).toMatchObject({ name: null, form: null, evidence: [], progress: { state: 'withdrawn' } });
      const list = (await world.as(me).get<SubmissionList>('/submissions?limit=100')).body;
      expect(list.items.find((line) => line.serial === withdrawn)).toMatchObject({ name: null, state: 'withdrawn' });
    }
    expect(new Set(await contents(head, withdrawn))).toEqual(new Set([200]));

    await actAt(world, august, head, serial, 'exclude');
    for (const me of [completer, clerk, head]) {
      expect(new Set(await contents(me, withdrawn))).toEqual(new Set([403]));
    }
    expect((await world.app.get(Ledger).timeline(`submission/${withdrawn}`)).every(({ text }) => text === null)).toBe(true);
  });

  it('has no row on a summary sheet, neither when it is frozen nor on one frozen before [P14 P17]', async () => {
    const [before, later] = [await atCity(world, august), await atCity(world, august)];
    const organiser = atDesk('organiser');
    for (const serial of [before, later]) {
      await actAt(world, august, clerk, serial, 'recommend');
    }
    await actAt(world, august, organiser, before, 'suspect', { suspicion });
    const { manager } = world.database;
    await manager.query("UPDATE submission SET windowOutcome = 'carried-over' WHERE serial IN (?)", [[before, later]]);
    const window = await manager.findOneByOrFail(CollectionWindowRow, { id: 'h1-2023' });
    const sheets = world.app.get(SummarySheetsService);
    await sheets.freeze(manager, window, afterCutOff);
    const sheet = await manager.findOneByOrFail(SummarySheet, { windowId: 'h1-2023', organisationId: clerk.position.organisationId });
    expect(sheet.sheetRows.map(({ serial }) => serial)).toEqual([later]);

    const url = `/windows/h1-2023/summary-sheets/${clerk.position.organisationId}`;
    const bytes = async () => (await world.download(clerk, url)).content.length;
    const whole = await bytes();
    await manager.query("UPDATE submission SET state = 'suspected' WHERE serial = ?", [later]);
    expect(await bytes()).toBeLessThan(whole);
  });

  it('where it is excluded is readable for nobody any more, its draft and its log gone and its file off the disk; twice is as once [P17 S49]', async () => {
    const serial = await suspected();
    const { draftId } = await page(head, serial);
    const log = { draftId, version: 2, field: 'summary', former: { was: '原来的简介' }, changedBy: completer.personId, changedAt: august };
    await world.database.manager.insert(DraftChange, log);
    const piece = await pieceOf(serial);
    const blob = join(world.filesDir, 'blobs', piece.sha256.slice(0, 2), piece.sha256);
    expect(existsSync(blob)).toBe(true);
    // What other drafts hold with the same content stays; here nothing else does.
    await world.database.query('UPDATE evidence SET sha256 = ? WHERE sha256 = ? AND draftId <> ?', ['0'.repeat(64), piece.sha256, draftId]);
    await utimes(blob, 0, 0);
    const exclude = () => world.as(head).post(`/submissions/${serial}/exclude`, {}, { key: `exclude-${serial}` });

    const first = await exclude();
    expect(first.body).toMatchObject({ state: 'rejected' });
    expect((await exclude()).body).toEqual(first.body);
    const last = (await world.app.get(Ledger).timeline(`submission/${serial}`)).at(-1);
    expect(last).toMatchObject({ kind: 'exclude', by: head.personId, text: null, detail: { disposedEvidence: [piece.id] } });
    expect(existsSync(blob)).toBe(false);
    for (const me of [completer, clerk, head]) {
      expect(new Set(await contents(me, serial))).toEqual(new Set([403]));
      expect(await page(me, serial)).toMatchObject({ name: null, form: null });
    }
    expect((await world.as(completer).get(`/drafts/${draftId}`)).status).toBe(404);
    expect(await world.database.manager.countBy(DraftChange, { draftId })).toBe(0);
  });
});
