import type { Caller } from '@dengke/contract';
import { aPng } from '@dengke/test-kit';
import { aKey, aRegistration, colleague, completer, isReported, registrar, withDocument } from '../../testing/a-registration';
import type { Registration } from '../../testing/a-registration';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import { aUnit } from '../../testing/a-form';
import { AchievementsModule } from '../achievements.module';
import { Submission } from '../acts/submission.entity';
import { Certificate } from '../certificates/certificate.entity';
import { fingerprintOf } from '../drafts/fingerprint';
import type { RegisterEntryDto, RegisterPageDto } from '../register/register.dto';
import { RemindersService } from '../reminders/reminders.service';
import { seedAchievements } from '../seed';
import { CorrectionActsService } from './correction-acts.service';
import { CorrectionTimeService } from './correction-time.service';
import { Correction } from './correction.entity';
import type { CorrectionProgress } from './correction-facts';
import type { CorrectionLine, CorrectionPage } from './corrections.dto';

const monday = '2023-08-14T02:00:00.000Z';
const reason = '证书名称有误';

describe('a correction of what is registered', () => {
  let world: ServiceWorld;
  let names = 0;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'season');
  });
  afterAll(() => world.end());

  const registration = (): Promise<Registration> => aRegistration(world, `煤层气成果之${(names += 1)}`, monday);
  const ask = (serial: string, changes: unknown, me: Caller = completer, key = aKey(), fields: object = { reason }) =>
    world.upload<CorrectionProgress>(me, `/submissions/${serial}/corrections`, withDocument({ ...fields, changes }), key);
  const asked = async (serial: string, changes: unknown): Promise<string> => (await ask(serial, changes)).body.id;
  const decide = (id: string, act: string, me: Caller = registrar, body: object = { reason }) =>
    world
      .as(me)
      .post<CorrectionProgress & { code?: string }>(`/corrections/${id}/${act}`, act === 'approve' ? undefined : body, { key: aKey() });
  const rowOf = (serial: string) => world.database.manager.findOneByOrFail(Submission, { serial });
  const versions = (serial: string) => world.database.manager.find(Certificate, { where: { serial }, order: { version: 'ASC' } });
  const story = async (id: string) =>
    (await world.app.get(CorrectionActsService, { strict: false }).factsAfter(id, 0)).map(({ act, state }) => `${act} → ${state}`);

  const remindedOf = async (id: string, on: string) =>
    (await world.app.get(RemindersService, { strict: false }).due(on, null)).due.filter(({ subject }) => subject.endsWith(id));

  it('is asked for by the unit with reason, document, old and new values, and has a limit of working days [P32 P36 P39]', async () => {
    const { serial, number } = await registration();
    const { status, body } = await ask(serial, { name: '更正后的名称', completers: ['甲某', '乙某'] });
    const page = (await world.as(registrar).get<CorrectionPage>(`/corrections/${body.id}`)).body;

    expect({ status, body }).toMatchObject({ status: 201, body: { serial, state: 'asked', lastFact: 1 } });
    expect(page).toMatchObject({
      ...{ registrationNumber: number, unitId: aUnit.id, document: { fileName: '说明.pdf', mediaType: 'application/pdf' } },
      limitSource: expect.stringContaining('本系统默认值') as string,
      due: { rule: { value: 10, unit: 'workdays' }, startOn: expect.any(String) as string, skipped: expect.any(Array) as unknown[] },
      changes: [
        { field: 'name', from: expect.stringContaining('煤层气成果') as string, to: '更正后的名称' },
        { field: 'completers', from: ['甲某'], to: ['甲某', '乙某'] },
      ],
      timeline: [{ act: 'ask', by: completer.personId, text: { reason } }],
    });
    expect((await world.as(registrar).get<CorrectionLine[]>('/corrections')).body.map(({ id }) => id)).toContain(body.id);
    expect((await world.as(completer).get<CorrectionLine[]>(`/submissions/${serial}/corrections`)).body).toHaveLength(1);
    expect((await world.download(registrar, `/corrections/${body.id}/document`)).headers['content-type']).toBe('application/pdf');
  });

  it('once approved is a new version of the certificate; number and day stay, the name leads to another fingerprint [P19 P34 P36]', async () => {
    const { serial, number, approvedOn } = await registration();
    const before = await rowOf(serial);
    const id = await asked(serial, { name: '更正后的名称之二' });
    const approved = await decide(id, 'approve');

    expect(approved).toMatchObject({ status: 200, body: { id, state: 'approved', dueAt: null } });
    const after = await rowOf(serial);
    expect(after).toMatchObject({ name: '更正后的名称之二', registrationNumber: number, approvedOn, state: before.state });
    expect(after.fingerprint).toBe(fingerprintOf('更正后的名称之二', aUnit.uscc));
    expect((await versions(serial)).map(({ version, standing, name }) => [version, standing, name])).toEqual([
      [1, 'superseded', before.name],
      [2, 'valid', '更正后的名称之二'],
    ]);
    const { body: timeline } = await world.as(completer).get<{ act: string }[]>(`/submissions/${serial}/timeline`);
    expect(timeline.at(-1)).toMatchObject({ act: 'correct', by: registrar.personId, state: before.state });
    expect(await story(id)).toEqual(['ask → asked', 'approve → approved']);
  });

  it('is what the public register says from that moment on, and is found by; what is not published stays out [P36 P38]', async () => {
    const { serial, number } = await registration();
    const one = async () => (await world.anonymous.get<RegisterEntryDto>(`/register/${number}`)).body;
    const found = async (query: string) =>
      (await world.anonymous.get<RegisterPageDto>(`/register?${query}`)).body.items.map((entry) => entry.number);
    const before = await one();
    const units = [
      { name: '长治市漳岭煤业集团有限公司', uscc: aUnit.uscc },
      { name: '某大学', uscc: '91330100799655058B' },
    ];
    const id = await asked(serial, { name: '更正后可查的名称', units, completers: ['甲某', '新某'], studyTo: '2023-05' });
    expect(await one()).toEqual(before);

    await decide(id, 'approve');

    const names = { name: '更正后可查的名称', firstUnit: '长治市漳岭煤业集团有限公司', units: ['长治市漳岭煤业集团有限公司', '某大学'] };
    expect(await one()).toEqual({ ...before, ...names, completers: ['甲某', '新某'] });
    expect(await found('name=更正后可查')).toEqual([number]);
    expect(await found('completer=新某&unit=某大学')).toEqual([number]);
    expect(await found(`name=${encodeURIComponent(before.name)}`)).toEqual([]);
    await decide(await asked(serial, { studyTo: '2023-04' }), 'approve');
    expect(await one()).toMatchObject(names);
  });

  it('is possible still when the ministry has taken the report in [P36]', async () => {
    const { serial } = await registration();
    await isReported(world, serial, monday);
    const id = await asked(serial, { studyTo: '2023-05' });

    expect(await decide(id, 'approve')).toMatchObject({ status: 200, body: { state: 'approved' } });
    expect(await rowOf(serial)).toMatchObject({ state: 'reported' });
    expect((await versions(serial)).at(-1)).toMatchObject({ version: 2, studyTo: '2023-05', standing: 'valid' });
  });

  it('is refused with a reason, or withdrawn by the unit until it is decided, and then changes nothing [P36]', async () => {
    const { serial } = await registration();
    const refused = await asked(serial, { name: '不予更正的名称' });
    expect((await decide(refused, 'refuse', registrar, {})).body.code).toBe('REASON_MISSING');
    expect(await decide(refused, 'refuse')).toMatchObject({ status: 200, body: { state: 'refused' } });
    const withdrawn = await asked(serial, { name: '撤回的名称' });
    expect(await decide(withdrawn, 'withdraw', colleague, {})).toMatchObject({ status: 200, body: { state: 'withdrawn' } });

    expect((await decide(withdrawn, 'approve')).body.code).toBe('CORRECTION_DECIDED');
    expect(await versions(serial)).toHaveLength(1);
  });

  it('waits alone: a second one of the same registration is refused, also at the same time, and follows once the first is over', async () => {
    const { serial } = await registration();
    const both = await Promise.all([ask(serial, { name: '并发之一' }), ask(serial, { name: '并发之二' }, colleague)]);

    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.map(({ body }) => (body as { code?: string }).code)).toContain('CORRECTION_OPEN');
    await decide(both.find(({ status }) => status === 201)?.body.id ?? '', 'refuse');
    expect((await ask(serial, { name: '并发之三' })).status).toBe(201);
  });

  it('answers a repeated request as the first time, and refuses its key with another document', async () => {
    const { serial } = await registration();
    const key = aKey();
    const first = await ask(serial, { name: '同一请求' }, completer, key);

    expect((await ask(serial, { name: '同一请求' }, completer, key)).body).toEqual(first.body);
    const other = withDocument({ reason, changes: { name: '同一请求' } }, aPng(), '说明.png');
    expect((await world.upload(completer, `/submissions/${serial}/corrections`, other, key)).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it.each<[string, unknown, string]>([
    ['nothing that is another', {}, 'NOTHING_CORRECTED'],
    ['a blank name', { name: '　' }, 'INVALID_INPUT'],
    ['another first unit', { units: [{ name: '另一单位', uscc: '91110108551385082Q' }] }, 'INVALID_INPUT'],
    [
      'a code that is none',
      {
        units: [
          { name: aUnit.name, uscc: aUnit.uscc },
          { name: '乙', uscc: '1' },
        ],
      },
      'INVALID_INPUT',
    ],
    ['an end before the beginning', { studyTo: '2020-01' }, 'INVALID_INPUT'],
    ['the number', { registrationNumber: '9992023Y0001' }, 'INVALID_INPUT'],
    ['no JSON', '{', 'MALFORMED'],
  ])('with %s is refused', async (_, changes, code) => {
    const { serial } = await registration();

    expect((await ask(serial, changes)).body).toMatchObject({ code });
  });

  it('needs a document that nobody edits, and a reason', async () => {
    const { serial } = await registration();
    const text = withDocument({ reason, changes: { name: '无效附件' } }, Buffer.from('文本'), '说明.txt');

    expect((await world.upload(completer, `/submissions/${serial}/corrections`, text, aKey())).body.code).toBe('FILE_TYPE_REFUSED');
    expect((await ask(serial, { name: '无理由' }, completer, aKey(), {})).body).toMatchObject({ code: 'INVALID_INPUT' });
    expect((await ask(serial, { name: '空理由' }, completer, aKey(), { reason: '　' })).body).toMatchObject({ code: 'REASON_MISSING' });
  });

  it('is the unit’s to ask and the department’s to decide; to others it is not there [P30 P36]', async () => {
    const { serial } = await registration();
    const stranger = someoneOf('unit-elsewhere');
    const city: Caller = {
      ...registrar,
      position: { ...registrar.position, organisationId: 'org-changzhi-energy', organisationKind: 'municipal' },
    };

    expect((await ask(serial, { name: '别人的' }, stranger)).status).toBe(404);
    const id = await asked(serial, { name: '审批权限' });
    expect((await decide(id, 'approve', stranger)).status).toBe(403);
    expect((await world.as(stranger).get(`/corrections/${id}`)).status).toBe(404);
    expect((await decide(id, 'approve', city)).body.code).toBe('NOT_ALLOWED');
    const own: Caller = { ...registrar, personId: completer.personId };
    expect((await decide(id, 'approve', own)).body.code).toBe('OWN_SUBMISSION');
    expect((await versions(serial)).length).toBe(1);
  });

  it('does not take the name of another registered achievement [P19]', async () => {
    const [one, other] = [await registration(), await registration()];
    const { name } = await rowOf(other.serial);
    const id = await asked(one.serial, { name });

    expect((await decide(id, 'approve')).body.code).toBe('ALREADY_REGISTERED');
    expect(await versions(one.serial)).toHaveLength(1);
    expect(await story(id)).toEqual(['ask → asked']);
  });

  it('is asked for once it is registered, not before [P36]', async () => {
    const { serial } = await registration();
    await world.database.manager.update(Submission, { serial }, { state: 'in-review' });

    expect((await ask(serial, { name: '尚未登记' })).body).toMatchObject({ code: 'ACT_NOT_PERMITTED' });
  });

  it('is escalated once when its day has passed, and not before; a decision that came first is answered [P31]', async () => {
    const { serial } = await registration();
    const id = await asked(serial, { name: '逾期的更正' });
    const acts = world.app.get(CorrectionActsService, { strict: false });
    const { dueAt } = (await acts.factsAfter(id, 0))[0] ?? { dueAt: null };

    const time = world.app.get(CorrectionTimeService, { strict: false });
    await expect(time.escalate({ id, after: 1, at: monday })).rejects.toMatchObject({ code: 'NOT_YET_DUE' });
    const late = { id, after: 1, at: dueAt ?? '' };
    expect(await time.escalate(late)).toMatchObject([{ act: 'escalate', state: 'asked', dueAt: null, by: null }]);
    expect(await time.escalate(late)).toHaveLength(1);
    expect(await story(id)).toEqual(['ask → asked', 'escalate → asked']);
  });

  it('is in the reminder round of its last day, for the department’s desk, until it is decided [P31]', async () => {
    const { serial } = await registration();
    const { id } = (await ask(serial, { name: '催办更正' })).body;
    const { dueOn } = await world.database.manager.findOneByOrFail(Correction, { id });

    expect(await remindedOf(id, dueOn)).toEqual([
      {
        ...{ deadlineId: `correction/${id}@${dueOn}`, subject: `correction/${id}` },
        rung: 'due-day',
        organisationId: 'org-sx-kjt',
        personId: null,
        dueOn,
      },
    ]);
    await decide(id, 'refuse');
    expect(await remindedOf(id, dueOn)).toEqual([]);
  });

  it('has its day counted anew, once, when another edition of the calendar is loaded [P32 P40 P42]', async () => {
    const { serial } = await registration();
    const { body } = await ask(serial, { name: '历法变更' });
    const { dueOn } = await world.database.manager.findOneByOrFail(Correction, { id: body.id });
    const [before] = await remindedOf(body.id, dueOn);
    await world.database.query('INSERT INTO calendar_day SELECT 2, day, kind, name, sourceNotice FROM calendar_day WHERE version = 1');
    await world.database.query("REPLACE INTO calendar_day VALUES (2, ?, 'off', '应急', '省政府通知')", [dueOn]);
    await world.database.query(
      "INSERT INTO calendar_version SELECT 2, coveredFrom, coveredTo, loadedAt, '省政府通知' FROM calendar_version",
    );
    const time = world.app.get(CorrectionTimeService, { strict: false });
    await time.recount({ version: 2, at: monday });
    const moved = await world.database.manager.findOneByOrFail(Correction, { id: body.id });
    const [after] = await remindedOf(body.id, moved.dueOn);

    expect([before?.rung, after?.rung]).toEqual(['due-day', 'due-day']);
    expect(after?.deadlineId).not.toBe(before?.deadlineId);
    expect(moved.dueOn > dueOn).toBe(true);
    expect(moved.due).toMatchObject({
      calendarVersion: 2,
      skipped: expect.arrayContaining([expect.objectContaining({ date: dueOn })]) as unknown,
    });
    expect(await time.recount({ version: 2, at: monday })).toBe(0);
    expect(await story(body.id)).toEqual(['ask → asked', 'recount → asked']);
  });

  it('goes by another limit when the department says so, with a reason, and keeps it when the days are counted anew [P32 P42]', async () => {
    const { serial } = await registration();
    const { body } = await ask(serial, { name: '按新期限' });
    const { dueOn } = await world.database.manager.findOneByOrFail(Correction, { id: body.id });
    const limit = { about: 'correction', scope: '*', value: 3, unit: 'workdays', effectiveFrom: '2030-01-01', source: '省科技厅通知' };
    const { body: set } = await world.as(registrar).post<{ id: string }>('/limits', limit, { key: aKey() });
    const key = aKey();
    const move = (serials: string[]) =>
      world.as(registrar).post<{ outcome: string }[]>(`/limits/${set.id}/moves`, { serials, reason }, { key });
    const outcomes = [await move([serial, '2023-999999']), await move([serial, '2023-999999'])].map((answer) =>
      answer.body.map(({ outcome }) => outcome),
    );
    const moved = await world.database.manager.findOneByOrFail(Correction, { id: body.id });
    await world.app.get(CorrectionTimeService, { strict: false }).recount({ version: 9, at: monday });

    expect(outcomes).toEqual([
      ['done', 'refused'],
      ['done', 'refused'],
    ]);
    expect(moved.dueOn < dueOn).toBe(true);
    expect(moved.due.rule).toEqual({ value: 3, unit: 'workdays', source: '省科技厅通知' });
    expect(await story(body.id)).toEqual(['ask → asked', 'moveLimit → asked']);
    expect(await world.database.manager.findOneByOrFail(Correction, { id: body.id })).toMatchObject({
      dueOn: moved.dueOn,
      dueAt: moved.dueAt,
    });
  });
});
