import { existsSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Caller, Evidence, Instant, PlainDate, Problem } from '@dengke/contract';
import { BusinessClock, databaseOptions, Ledger, migrateAsOwner, Disposing } from '@dengke/service-kit';
import { aDatabase, aPdf } from '@dengke/test-kit';
import { DataSource } from 'typeorm';
import { aForm } from '../../testing/a-form';
import { aKey, aRegistration, completer, registrar, withDocument } from '../../testing/a-registration';
import { ServiceWorld } from '../../testing/a-service';
import { aSubmission } from '../../testing/a-submission';
import { actAt, atDesk } from '../../testing/desks';
import { AchievementsModule } from '../achievements.module';
import { subjectOf } from '../acts/facts';
import { SubmissionVersion } from '../acts/submission-version.entity';
import { Correction } from '../corrections/correction.entity';
import type { CorrectionLine } from '../corrections/corrections.dto';
import { Draft } from '../drafts/draft.entity';
import type { DraftView } from '../drafts/drafts.dto';
import { EvidenceFile } from '../evidence/evidence.entity';
import { entities, migrations, procedures, writtenOnce } from '../schema';
import { seedAchievements } from '../seed';
import type { SubmissionPage } from '../submissions/submissions.dto';
import { SubmittingService } from '../submitting/submitting.service';
import { disposalSubject } from './kept-submissions';

const august = '2023-08-14T02:00:00.000Z';
const lastDay = '2028-08-14T15:59:59.000Z';
const nextDay = '2028-08-14T16:00:00.000Z';
const head: Caller = atDesk('department', 'head', 'superAdmin');

describe('what is kept no longer than its term', () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'season');
  }, 60_000);
  afterAll(() => world.end());

  const at = <T>(instant: Instant, what: () => Promise<T>): Promise<T> => world.app.get(BusinessClock).at(instant, what);
  const disposing = () => world.app.get(Disposing, { strict: false });
  const ledger = () => world.app.get(Ledger);
  const dueOn = async (instant: Instant, id: string) => (await at(instant, () => disposing().due())).filter((due) => due.id === id);
  const blobOf = (sha256: string): string => join(world.filesDir, 'blobs', sha256.slice(0, 2), sha256);
  const page = async (serial: string) => (await world.as(completer).get<SubmissionPage>(`/submissions/${serial}`)).body;
  const versionOf = (serial: string) => world.database.manager.findOneByOrFail(SubmissionVersion, { serial, round: 1 });

  async function inVain(name: string): Promise<{ serial: string; draftId: string }> {
    const { serial } = await aSubmission(world, completer, name, august);
    await actAt(world, august, completer, serial, 'withdraw', { reason: '另行申报' });
    return { serial, draftId: (await page(serial)).draftId };
  }

  /** A draft with one piece of evidence, last changed in August 2023. */
  async function aDraft(name: string): Promise<{ id: string; piece: Evidence }> {
    const { id } = (await world.as(completer).post<DraftView>('/drafts', { form: aForm({ name }) })).body;
    const { body: piece } = await world.upload<Evidence>(completer, `/drafts/${id}/evidence`, [
      { name: 'kind', value: 'evaluation-certificate' },
      { name: 'number', value: '第1号' },
      { name: 'issuedOn', value: '2023-05-16' },
      { name: 'file', value: aPdf(`% ${id}`), fileName: `${name}.pdf` },
    ]);
    await changedIn(id, august);
    await utimes(blobOf(piece.sha256), 0, 0);
    return { id, piece };
  }
  async function changedIn(draftId: string, instant: Instant): Promise<void> {
    await world.database.manager.update(Draft, { id: draftId }, { changedAt: instant });
    await world.database.manager.update(EvidenceFile, { draftId }, { addedAt: instant });
  }

  describe('of a submission that came to nothing', () => {
    it('goes after the last day: forms, words, name and numbers; that it was, its digest and the chain stay', async () => {
      const { serial } = await inVain('期满处置的成果');
      expect((await page(serial)).retention).toEqual({
        years: 5,
        source: expect.stringContaining('[D]') as string,
        disposeOn: '2028-08-14',
      });
      const before = await versionOf(serial);
      expect(await dueOn(lastDay, serial)).toEqual([]);
      expect(await dueOn(nextDay, serial)).toEqual([{ kind: 'submission', id: serial, serial, disposeOn: '2028-08-14' }]);
      expect((await versionOf(serial)).form).toMatchObject({ name: '期满处置的成果' });

      const disposed = await at(nextDay, () => disposing().dispose());

      expect(disposed.map(({ id }) => id)).toContain(serial);
      expect(await versionOf(serial)).toEqual({ ...before, form: {}, evidence: [] });
      expect(await page(serial)).toMatchObject({
        name: null,
        form: null,
        evidence: [],
        disposedAt: nextDay,
        progress: { state: 'withdrawn' },
      });
      const refused = await world.as(completer).get<Problem>(`/submissions/${serial}/versions/1`);
      expect(refused).toMatchObject({ status: 410, body: { code: 'RETENTION_OVER' } });
      expect((await ledger().timeline(subjectOf(serial))).map(({ kind, text }) => [kind, text])).toEqual([
        ['submit', null],
        ['withdraw', null],
      ]);
      expect(await ledger().timeline(disposalSubject(serial))).toMatchObject([
        { kind: 'dispose', at: nextDay, detail: { kind: 'submission', years: 5 } },
      ]);
      expect(await ledger().verify(subjectOf(serial))).toBeNull();
      expect(await dueOn(nextDay, serial)).toEqual([]);
    });

    it('goes with its draft and its files, unless somebody goes on with them', async () => {
      const [gone, kept] = [await inVain('草稿同去的成果'), await inVain('草稿仍用的成果')];
      await changedIn(gone.draftId, august);
      await changedIn(kept.draftId, '2028-08-01T02:00:00.000Z');

      await at(nextDay, () => disposing().dispose());

      expect(await world.database.manager.existsBy(Draft, { id: gone.draftId })).toBe(false);
      expect(await world.database.manager.existsBy(EvidenceFile, { draftId: gone.draftId })).toBe(false);
      expect(await world.database.manager.existsBy(Draft, { id: kept.draftId })).toBe(true);
      expect(await world.database.manager.existsBy(EvidenceFile, { draftId: kept.draftId })).toBe(true);
    });

    it('stays while it is under way again from the same draft, and for ever when it was registered', async () => {
      const { draftId } = await inVain('再次申报的成果');
      const again = await at(august, () => world.app.get(SubmittingService, { strict: false }).submit(completer, aKey(), draftId));
      const { serial } = await aRegistration(world, '登记的成果', august);
      await changedIn(draftId, august);

      await at('2090-01-01T02:00:00.000Z', () => disposing().dispose());

      expect((await versionOf(again.serial)).form).toMatchObject({ name: '再次申报的成果' });
      expect(await world.database.manager.existsBy(Draft, { id: draftId })).toBe(true);
      expect((await versionOf(serial)).form).toMatchObject({ name: '登记的成果' });
      expect((await page(serial)).retention).toMatchObject({ years: null, disposeOn: null });
    });

    it('goes on the next day where it was classified [P17 S49]', async () => {
      const { serial } = await aSubmission(world, completer, '涉密的成果', august);
      await actAt(world, august, atDesk('unit', 'admin'), serial, 'suspect', { suspicion: 'other' });
      await world.as(head).post(`/submissions/${serial}/exclude`, {}, { key: aKey() });
      const [{ at: excludedAt } = { at: '' }] = (await ledger().timeline(subjectOf(serial))).slice(-1);

      expect(await dueOn(excludedAt, serial)).toEqual([]);
      expect(await dueOn('2090-01-01T02:00:00.000Z', serial)).toMatchObject([{ kind: 'excluded' }]);
      await at('2090-01-01T02:00:00.000Z', () => disposing().dispose());
      expect((await versionOf(serial)).form).toEqual({});
    });
  });

  it('goes of a draft that nobody submits, two years after its last change, and of its evidence', async () => {
    const { id, piece } = await aDraft('从未提交的成果');
    expect((await world.as(completer).get<DraftView>(`/drafts/${id}`)).body.disposeOn).toBe('2025-08-14');
    await world.database.manager.update(EvidenceFile, { id: piece.id }, { addedAt: '2023-09-01T02:00:00.000Z' });
    expect((await world.as(completer).get<DraftView>(`/drafts/${id}`)).body.disposeOn).toBe('2025-09-01');
    expect(await dueOn('2025-09-01T02:00:00.000Z', id)).toEqual([]);

    await at('2025-09-02T02:00:00.000Z', () => disposing().dispose());

    expect(await world.database.manager.existsBy(Draft, { id })).toBe(false);
    expect(existsSync(blobOf(piece.sha256))).toBe(false);
    expect(await ledger().timeline(`draft/${id}`)).toMatchObject([{ kind: 'dispose', detail: { kind: 'draft', disposeOn: '2025-09-01' } }]);
  });

  it('goes of evidence that was taken out of a draft, a year after, but not where a version of the register may name it [P27]', async () => {
    const { id, piece } = await aDraft('换过附件的成果');
    const registered = await aRegistration(world, '登记后附件仍存的成果', august);
    const { draftId } = await page(registered.serial);
    const removed: PlainDate = '2024-01-10';
    for (const where of [{ draftId: id }, { draftId }]) {
      await world.database.manager.update(EvidenceFile, where, { removedAt: `${removed}T02:00:00.000Z` });
    }

    expect(await dueOn('2025-01-10T02:00:00.000Z', piece.id)).toEqual([]);
    const disposed = await at('2025-01-11T02:00:00.000Z', () => disposing().dispose());

    expect(disposed.filter(({ kind }) => kind === 'removed-evidence')).toEqual([
      { kind: 'removed-evidence', id: piece.id, serial: null, disposeOn: '2025-01-10' },
    ]);
    expect(await world.database.manager.existsBy(EvidenceFile, { draftId })).toBe(true);
  });

  it('goes of a correction that was refused; one that was approved belongs to the register [P36]', async () => {
    const { serial } = await aRegistration(world, '有更正的成果', august);
    const decided: CorrectionLine[] = [];
    for (const act of ['refuse', 'approve']) {
      const parts = withDocument({ reason: '有误', changes: { completers: ['甲某', act] } });
      const { id } = (await world.upload<CorrectionLine>(completer, `/submissions/${serial}/corrections`, parts, aKey())).body;
      await world.as(registrar).post(`/corrections/${id}/${act}`, act === 'approve' ? undefined : { reason: '不符' }, { key: aKey() });
      await world.database.manager.update(Correction, { id }, { lastAt: august });
      decided.push(
        ...(await world.as(completer).get<CorrectionLine[]>(`/submissions/${serial}/corrections`)).body.filter((line) => line.id === id),
      );
    }
    expect(decided.map(({ state, disposeOn }) => [state, disposeOn])).toEqual([
      ['refused', '2028-08-14'],
      ['approved', null],
    ]);

    await at(nextDay, () => disposing().dispose());

    const left = await world.database.manager.findBy(Correction, { serial });
    expect(left.map(({ state }) => state)).toEqual(['approved']);
    expect((await ledger().timeline(`correction/${decided[0]!.id}`)).every(({ text }) => text === null)).toBe(true);
  });
});

describe('the locked versions', () => {
  it('are emptied by the database alone, and only where the ledger says so and there never was a number [P27]', async () => {
    const schema = await aDatabase('erasing');
    const databaseUrl = await schema.serviceUser();
    await migrateAsOwner({ migrationUrl: schema.url, databaseUrl, profile: 'local' }, { entities, migrations, writtenOnce, procedures });
    const service = await new DataSource(databaseOptions(databaseUrl, entities, [])).initialize();
    const record = (subject: string, kind: string, detail: string) =>
      service.query(
        `INSERT INTO ledger_entry (subject, number, kind, actId, at, detail, previousHash, hash) VALUES (?, 1, ?, ?, '2023-08-10', ?, '', '')`,
        [subject, kind, kind, detail],
      );
    const erased = async (serial: string): Promise<boolean> => {
      await service.query('CALL erase_versions(?)', [serial]);
      return Object.keys((await service.manager.findOneByOrFail(SubmissionVersion, { serial })).form).length === 0;
    };
    for (const serial of ['2023-000001', '2023-000002']) {
      await service.query(
        `INSERT INTO submission_version (serial, round, form, formSchema, evidence, digest, lockedAt)
         VALUES (?, 1, '{"name":"成果"}', 'applied-2023', '[]', '', '2023-08-10')`,
        [serial],
      );
    }
    await record('submission/2023-000001', 'submit', '{"registrationNumber":null}');
    await record('submission/2023-000002', 'register', '{"registrationNumber":"999202300001"}');

    expect(await erased('2023-000001')).toBe(false);
    await record(disposalSubject('2023-000001'), 'dispose', '{}');
    await record(disposalSubject('2023-000002'), 'dispose', '{}');
    expect(await erased('2023-000001')).toBe(true);
    expect(await erased('2023-000002')).toBe(false);
    await expect(service.query('DROP PROCEDURE erase_versions')).rejects.toMatchObject({ driverError: { errno: 1370 } });
    await service.destroy();
    await schema.drop();
  });
});
