import type { Caller, Evidence, Problem, Progress } from '@dengke/contract';
import { aCaller } from '@dengke/test-kit';
import { aKey, aRegistration, colleague, completer, examiner, registrar, withDocument } from '../../testing/a-registration';
import type { Registration } from '../../testing/a-registration';
import { actAt, atDesk } from '../../testing/desks';
import { ServiceWorld } from '../../testing/a-service';
import { aSubmission } from '../../testing/a-submission';
import { AchievementsModule } from '../achievements.module';
import { ActsService } from '../acts/acts.service';
import { SubmissionVersion } from '../acts/submission-version.entity';
import { Submission } from '../acts/submission.entity';
import type { VerificationDto } from '../certificates/certificates.dto';
import { Deadline } from '../deadlines/deadline.entity';
import type { DraftPage } from '../drafts/drafts.dto';
import type { KnownCompleter, KnownUnit } from '../drafts/known.dto';
import { HELD } from '../evidence/held-files';
import type { RegisterPageDto } from '../register/register.dto';
import { seedAchievements } from '../seed';
import type { SubmissionList, SubmissionPage } from '../submissions/submissions.dto';
import { SummarySheet } from '../windows/summary-sheet.entity';
import { SummarySheetsService } from '../windows/summary-sheets.service';
import type { CancellationView } from './cancellations.dto';

const monday = '2023-08-14T02:00:00.000Z';
const documentNumber = '晋密发〔2023〕7号';
const head = aCaller({ organisationId: 'org-sx-kjt', organisationKind: 'department', role: 'superAdmin' }, 'department-head');

describe('a registration that is classified', () => {
  let world: ServiceWorld;
  let names = 0;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'season');
  });
  afterAll(() => world.end());

  const registration = (name = `涉密成果之${(names += 1)}`): Promise<Registration> => aRegistration(world, name, monday);
  const cancel = (serial: string, me: Caller = registrar, key = aKey()) =>
    world.as(me).post<Progress & Problem>(`/submissions/${serial}/cancel-classified`, { documentNumber }, { key });
  const rowOf = (serial: string) => world.database.manager.findOneByOrFail(Submission, { serial });
  const suspect = async (serial: string): Promise<void> => {
    await world.database.manager.update(Submission, { serial }, { stage: 'department', position: 3, deskId: 'org-sx-kjt' });
    const { status } = await world.as(examiner).post(`/submissions/${serial}/suspect`, { suspicion: 'defence' }, { key: aKey() });
    expect(status).toBe(200);
  };

  it('is cancelled by the number of a document, without a file and without words; of its page stay number, mark and day [P17 P36 S49]', async () => {
    const { serial, number } = await registration('登记后认定涉密的成果');
    expect((await cancel(serial)).body).toMatchObject({ state: 'cancelled', stage: null, registrationNumber: number });

    const { body: view } = await world.as(completer).get<CancellationView>(`/submissions/${serial}/cancellation`);
    expect(view).toMatchObject({ ground: 'classified', documentNumber, document: null });
    expect((await world.download(completer, `/submissions/${serial}/cancellation/document`)).status).toBe(404);
    const cancelledOn = expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string;
    expect((await world.anonymous.get(`/register/${number}`)).body).toEqual({ number, cancelledOn });
    expect((await world.anonymous.get<RegisterPageDto>('/register?name=登记后认定涉密')).body.items).toEqual([]);
    const { body: verified } = await world.anonymous.get<VerificationDto>(`/certificates/${number}/verification`);
    expect(verified).toMatchObject({ outcome: 'cancelled', cancelledOn, certificate: null });
  });

  it('is read by nobody any more, form, files, certificate and draft; its files stay where they are [P17]', async () => {
    const { serial, number } = await registration();
    const { evidence } = await world.database.manager.findOneByOrFail(SubmissionVersion, { serial });
    const [piece] = evidence as [Evidence];
    const { draftId } = await rowOf(serial);
    world.accountsKnows(`/api/v1/organisations/${completer.position.organisationId}/people`, []);
    const known = async (): Promise<(string | null)[]> => {
      const lists = [
        world.as(completer).get<KnownUnit[]>('/drafts/known/units'),
        world.as(completer).get<KnownCompleter[]>('/drafts/known/completers'),
      ];
      return (await Promise.all(lists)).flatMap(({ body }) => body.map((row) => row.draftId));
    };
    expect(await known()).toContain(draftId);
    await cancel(serial);
    expect(await known()).not.toContain(draftId);
    const { body: drafts } = await world.as(completer).get<DraftPage>('/drafts?limit=100');
    expect(drafts.items.map(({ id }) => id)).not.toContain(draftId);

    for (const me of [completer, colleague, examiner, registrar, head]) {
      const { body } = await world.as(me).get<SubmissionPage>(`/submissions/${serial}`);
      expect(body).toMatchObject({ name: null, form: null, evidence: [] });
      for (const path of ['/versions/1', `/evidence/${piece.id}/file`, '/certificate', '/certificates']) {
        expect((await world.download(me, `/submissions/${serial}${path}`)).status).toBe(403);
      }
      const { body: timeline } = await world.as(me).get<{ text: unknown }[]>(`/submissions/${serial}/timeline`);
      expect(timeline.every(({ text }) => text === null)).toBe(true);
      const { body: found } = await world.as(me).get<SubmissionList>(`/submissions?number=${number}`);
      expect(found.items).toMatchObject([{ serial, name: null, state: 'cancelled' }]);
    }
    expect((await world.download(completer, `/drafts/${draftId}`)).status).toBe(403);
    const { sha256 } = piece;
    expect(await world.database.query(HELD, [sha256, sha256, sha256, sha256, sha256])).toHaveLength(1);
  });

  it('closes with it, for good, what was submitted of the same draft before: form, certificate, objections and rows of sheets [P14 P17 P36]', async () => {
    const [before, { serial }] = [await registration(), await registration()];
    const fields = { ground: 'fraud', reason: '经查实，弄虚作假' };
    expect((await world.upload(registrar, `/submissions/${before.serial}/cancel`, withDocument(fields), aKey())).status).toBe(200);
    const { manager } = world.database;
    await manager.update(Submission, { serial: before.serial }, { draftId: (await rowOf(serial)).draftId });
    const row = {
      position: 1,
      name: '汇总表上的名称',
      firstUnit: '',
      firstCompleter: '甲某',
      contact: '0355-0000001',
      serial: before.serial,
    };
    const sheet = { windowId: 'h1-2023', organisationId: 'org-changzhi-energy' };
    await manager.insert(SummarySheet, { ...sheet, sheetRows: [row], rowCount: 1, digest: '0'.repeat(64), frozenAt: monday });
    const rows = async () =>
      (await world.app.get(SummarySheetsService, { strict: false }).standing(manager, sheet.windowId, sheet.organisationId))?.rows;
    const statuses = async (): Promise<number[]> => {
      const reads: [Caller, string][] = [
        ...[head, completer].map((me): [Caller, string] => [me, '/versions/1']),
        [completer, '/certificates'],
        [completer, '/objections'],
      ];
      return Promise.all(reads.map(async ([me, path]) => (await world.download(me, `/submissions/${before.serial}${path}`)).status));
    };
    expect([await statuses(), await rows()]).toEqual([[200, 200, 200, 200], [row]]);

    await cancel(serial);
    expect([await statuses(), await rows()]).toEqual([[403, 403, 403, 403], []]);
    const { body } = await world.as(head).get<SubmissionPage>(`/submissions/${before.serial}`);
    expect(body).toMatchObject({ name: null, form: null, evidence: [] });
    expect(await rowOf(before.serial)).toMatchObject({ excluded: false });
  });

  it('leaves nothing to be read without an account of what was registered of the same draft before and cancelled, nor does a suspicion [P17 P36]', async () => {
    const name = '先登记后注销、再次登记的成果';
    const [before, { serial }] = [await registration(name), await registration()];
    const fields = { ground: 'fraud', reason: '经查实，弄虚作假' };
    expect((await world.upload(registrar, `/submissions/${before.serial}/cancel`, withDocument(fields), aKey())).status).toBe(200);
    const { draftId } = await rowOf(serial);
    await world.database.manager.update(Submission, { serial: before.serial }, { draftId });
    const told = async (): Promise<string> => {
      const paths = [`/register/${before.number}`, `/register?name=${name}`, `/certificates/${before.number}/verification`];
      const answers = await Promise.all(paths.map((path) => world.anonymous.get(path)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      return JSON.stringify(answers.map(({ body }) => body));
    };
    expect((await told()).split(name)).toHaveLength(4);
    await world.app.get(ActsService, { strict: false }).byWorkflow('reportUp', { serial, after: 5, at: monday });
    await actAt(world, monday, atDesk('ministry'), serial, 'suspect', { suspicion: 'other' });
    expect(await told()).not.toContain(name);
    await actAt(world, monday, head, serial, 'clear', { reason: '经核查不涉密' });
    expect((await told()).split(name)).toHaveLength(4);
    await cancel(serial);
    expect(await told()).not.toContain(name);
    expect((await world.anonymous.get<object>(`/register/${before.number}`)).body).toEqual({
      number: before.number,
      cancelledOn: expect.any(String) as string,
    });
  });

  it('is cancelled on that ground alone while it is suspected, which ends the suspicion: nothing is due any more [P17 P36]', async () => {
    const { serial, number } = await registration();
    await suspect(serial);
    const fields = { ground: 'fraud', reason: '经查实，弄虚作假' };
    const other = await world.upload<Problem>(registrar, `/submissions/${serial}/cancel`, withDocument(fields), aKey());
    expect([other.status, other.body.code]).toEqual([409, 'ACT_NOT_PERMITTED']);
    expect((await world.anonymous.get(`/register/${number}`)).status).toBe(404);

    expect((await cancel(serial)).body).toMatchObject({ state: 'cancelled', dueAt: null });
    expect((await world.anonymous.get(`/register/${number}`)).body).toMatchObject({ number });
    expect(await rowOf(serial)).toMatchObject({ excluded: true, daysLeft: null });
    const states = (await world.database.manager.findBy(Deadline, { serial })).map(({ state }) => state);
    expect(states).not.toContain('paused');
    expect(states).not.toContain('open');
  });

  it('is another person’s to cancel than who approved it, once; it is no obstacle, and its number is not given again [P19 P34 P36]', async () => {
    const first = await registration('改密后重报的成果');
    await suspect(first.serial);
    expect((await cancel(first.serial, examiner)).body.code).toBe('SECOND_STAGE');
    expect((await cancel(first.serial, completer)).status).toBe(403);
    const key = aKey();
    const { body } = await cancel(first.serial, registrar, key);
    expect((await cancel(first.serial, registrar, key)).body).toEqual(body);
    expect((await cancel(first.serial)).body.code).toBe('ACT_NOT_PERMITTED');

    expect((await registration('改密后重报的成果')).number).not.toBe(first.number);
  });

  it('without a number is excluded instead, and not cancelled [P36 S49]', async () => {
    const { serial } = await aSubmission(world, completer, `涉密成果之${(names += 1)}`, monday);
    await world.database.manager.update(Submission, { serial }, { state: 'suspected' });
    const { status, body } = await cancel(serial);
    expect([status, body.code]).toEqual([409, 'ACT_NOT_PERMITTED']);
    expect(await rowOf(serial)).toMatchObject({ state: 'suspected', excluded: false });
  });

  it('has the ground only here, and wants the number', async () => {
    const { serial } = await registration();
    const fields = { ground: 'classified', reason: '涉密' };
    expect((await world.upload<Problem>(registrar, `/submissions/${serial}/cancel`, withDocument(fields), aKey())).body.code).toBe(
      'INVALID_INPUT',
    );
    const none = await world
      .as(registrar)
      .post<Problem>(`/submissions/${serial}/cancel-classified`, { documentNumber: '' }, { key: aKey() });
    expect(none.body.code).toBe('INVALID_INPUT');
    expect(await rowOf(serial)).toMatchObject({ state: 'registered' });
  });
});
