import type { Caller, CountedDay } from '@dengke/contract';
import { inTransaction } from '@dengke/service-kit';
import { at, DeskWorld, submitter } from '../../testing/a-desk-world';
import { CorrectionActsService } from '../corrections/correction-acts.service';
import type { CorrectionCommand } from '../corrections/correction-acts.service';
import { CorrectionTimeService } from '../corrections/correction-time.service';
import { Correction } from '../corrections/correction.entity';
import { Deadline } from '../deadlines/deadline.entity';
import { DeadlinesService } from '../deadlines/deadlines.service';
import { WorkingDaysService } from '../deadlines/working-days.service';
import type { Submission } from '../acts/submission.entity';
import { AccountService } from '../windows/account.service';
import { ConductService } from '../windows/conduct.service';
import { IntakeService } from '../windows/intake.service';
import { RefusalsService } from '../windows/refusals.service';
import { SummarySheet } from '../windows/summary-sheet.entity';
import { SummarySheetsService } from '../windows/summary-sheets.service';
import { LostDayService } from '../windows/lost-day.service';
import { WindowsActivities } from '../windows/windows.activities';
import { WindowsService } from '../windows/windows.service';
import { movesWith, someApplications } from '../../testing/some-moves';
import type { ExtendWindowDto } from './extending.dto';
import { ExtendingService } from './extending.service';

/** One that ends on the lost day, and one that does not. */
const applications = [someApplications({ startOn: '2023-08-16', dueOn: '2023-08-25' }), someApplications()];
const registrar: Caller = at('org-department', 'registrar');
const opened = '2023-08-07T02:00:00.000Z';
const cutOffAt = '2023-08-25T16:00:00.000Z';
const nextMorning = '2023-08-26T01:00:00.000Z';
const newCutOffAt = '2023-08-28T16:00:00.000Z';
const extension: ExtendWindowDto = {
  ...{
    seenVersion: 3,
    reason: '25日系统故障',
    downOn: '2023-08-25',
    cutOffOn: '2023-08-28',
    paperFrom: '2023-08-29',
    paperTo: '2023-08-31',
  },
};

function aCorrection(id: string, askedAt: string, due: CountedDay): [Correction, CorrectionCommand] {
  const row: Correction = {
    ...{
      id,
      serial: id === 'lost' ? '2023-000901' : '2023-000902',
      unitId: 'unit-a',
      deskId: 'org-department',
      registrationNumber: '9992023Y0001',
      changes: [],
    },
    ...{ document: { fileName: '说明.pdf', mediaType: 'application/pdf', bytes: 1, sha256: ''.padEnd(64, '0') }, askedBy: 'one', askedAt },
    ...{ state: 'asked', due, startOn: due.startOn, dueOn: due.dueOn, dueAt: due.dueAt, escalatedAt: null },
    ...{ certificateVersion: null, lastFact: 1, lastAt: askedAt, version: 1 },
  };
  return [row, { act: 'ask', id, by: registrar, at: askedAt, actId: `ask-${id}`, reason: '名称有误' }];
}

describe('a window whose cut-off day nobody could work on', () => {
  let world: DeskWorld;
  let windows: WindowsService;
  let account: AccountService;
  let conduct: ConductService;
  let extending: ExtendingService;
  let activities: WindowsActivities;
  let corrections: CorrectionTimeService;
  let keys = 0;
  const serials: Record<
    'waiting' | 'passed' | 'returned' | 'withdrawn' | 'early' | 'late' | 'tooOld' | 'suspected' | 'rolling' | 'inTime',
    string
  > = {} as never;

  const on = <T>(instant: string, work: () => Promise<T>): Promise<T> => world.clock.at(instant, work);
  const key = (): string => `key-of-registrar-${(keys += 1)}`;
  const extend = (own: Partial<ExtendWindowDto> = {}, id = 'h1-2023', instant = nextMorning) =>
    on(instant, () => extending.extend(registrar, key(), id, { ...extension, ...own }));
  const lead = async (act: 'open' | 'freeze' | 'startPaperDays' | 'close', instant: string) => {
    const facts = await conduct.factsAfter('h1-2023', 0);
    return conduct.lead(act, { windowId: 'h1-2023', after: facts.length, at: instant });
  };
  /** As the window's workflow does. */
  const tellAll = async (): Promise<void> => {
    for (let cursor: string | null = null, pages = 0; pages === 0 || cursor !== null; pages += 1) {
      cursor = (await activities.tellCutOffs({ windowId: 'h1-2023', at: nextMorning, cursor })).next;
    }
  };
  const deadlinesOf = (serial: string) =>
    world.database.manager.find(Deadline, { where: { serial, about: 'municipal' }, order: { id: 'ASC' } });
  const story = async () => (await conduct.factsAfter('h1-2023', 0)).map(({ act, state }) => `${act} ${state}`);
  const sheets = () => world.database.manager.find(SummarySheet, { where: { windowId: 'h1-2023' }, order: { organisationId: 'ASC' } });

  beforeAll(async () => {
    world = await DeskWorld.begin();
    const { database, ledger, clock, acts } = world;
    windows = new WindowsService(database, ledger, clock);
    account = new AccountService(database, new RefusalsService(database, new IntakeService()));
    conduct = new ConductService(database, ledger, acts, account, new SummarySheetsService(database, ledger, clock));
    const workingDays = new WorkingDaysService(database);
    const deadlines = new DeadlinesService(workingDays, database);
    const correctionActs = new CorrectionActsService(ledger);
    corrections = new CorrectionTimeService(database, ledger, correctionActs, deadlines, workingDays);
    extending = new ExtendingService(database, ledger, clock, windows, workingDays, movesWith(applications));
    activities = new WindowsActivities(conduct, new LostDayService(database, ledger, acts, workingDays, corrections));
    for (const [id, since] of [
      ['lost', '2023-08-11T02:00:00.000Z'],
      ['kept', '2023-08-10T02:00:00.000Z'],
    ] as const) {
      const due = await deadlines.count(database.manager, 'correction', since);
      await inTransaction(database, (manager) => correctionActs.begin(manager, ...aCorrection(id, since, due)));
    }
    await on('2023-08-06T18:00:00.000Z', () =>
      windows.announce(registrar, 'announce', {
        ...{ id: 'h1-2023', name: '2023年上半年', registrationYear: 2023, resultFrom: '2023-01-01', resultTo: '2023-06-30' },
        ...{ opensOn: '2023-08-07', cutOffOn: '2023-08-25', paperFrom: '2023-08-28', paperTo: '2023-08-30' },
        earlierCutOffs: [{ areaCode: '1402', cutOffOn: '2023-08-22' }],
      }),
    );
    const inWindow = (own: Partial<Submission> = {}) => ({ mode: 'window' as const, windowId: 'h1-2023', cutOffAt, ...own });
    serials.waiting = await world.reaches('org-province', opened, inWindow());
    serials.passed = await world.reaches('org-department', opened, inWindow());
    serials.returned = await world.reaches('org-city', opened, inWindow());
    serials.withdrawn = await world.reaches('org-city', opened, inWindow());
    serials.early = await world.reaches('org-city', opened, inWindow({ areaCode: '140200', cutOffAt: '2023-08-22T16:00:00.000Z' }));
    await world.act(at('org-city'), serials.returned, 'return', opened);
    await world.act(submitter, serials.withdrawn, 'withdraw', opened);
    // Ten working days end on the 25th, and on the 24th.
    serials.rolling = await world.reaches('org-city', '2023-08-11T02:00:00.000Z');
    serials.inTime = await world.reaches('org-city', '2023-08-10T02:00:00.000Z');
    await lead('open', opened);
    await lead('freeze', cutOffAt);
    serials.late = await world.reaches('org-city', '2023-08-25T17:00:00.000Z');
    serials.suspected = await world.reaches('org-city', '2023-08-25T17:00:00.000Z');
    await world.act(at('org-city'), serials.suspected, 'suspect', '2023-08-25T17:30:00.000Z', { suspicion: 'other' });
    serials.tooOld = await world.reaches('org-city', '2023-08-25T17:00:00.000Z', { achievedOn: '2022-12-31', registrationYear: 2022 });
  });
  afterAll(() => world.end());

  it('shows first whom another day concerns, by desks and names, and stores nothing [P11 P13]', async () => {
    const preview = await on(nextMorning, () => extending.preview('h1-2023', extension));
    const one = (serial: string) => ({ count: 1, serials: [serial], from: cutOffAt, to: newCutOffAt });
    expect(preview).toEqual({
      affected: expect.arrayContaining([
        { deskId: null, outcome: 'returned', ...one(serials.returned) },
        { deskId: null, outcome: 'withdrawn', ...one(serials.withdrawn) },
        { deskId: 'org-department', outcome: 'transmitted', ...one(serials.passed) },
        { deskId: 'org-province', outcome: 'carried-over', ...one(serials.waiting) },
      ]) as unknown,
      ...{ submissions: 4, entering: { count: 2, serials: [serials.late, serials.suspected] }, sheets: 2 },
      limits: [
        { about: 'municipal', from: '2023-08-25', to: '2023-08-28', provisional: false, count: 1, serials: [serials.rolling] },
        { about: 'correction', from: '2023-08-25', to: '2023-08-28', provisional: false, count: 1, serials: ['2023-000901'] },
        {
          about: 'new-organiser',
          from: '2023-08-25',
          to: '2023-08-28',
          provisional: false,
          count: 1,
          serials: ['organiserApplication/one'],
        },
      ],
    });
    expect(await story()).toEqual(['announce announced', 'open open', 'freeze cut-off']);
    expect(await world.row(serials.waiting)).toMatchObject({ windowOutcome: 'carried-over', mode: 'rolling' });
  });

  it.each<[string, Partial<ExtendWindowDto>, string]>([
    ['from a day that was no cut-off', { downOn: '2023-08-24' }, 'WINDOW_DATES_WRONG'],
    ['to a day that has passed', { cutOffOn: '2023-08-25' }, 'WINDOW_DATES_WRONG'],
    ['into its paper days', { paperFrom: '2023-08-28' }, 'WINDOW_DATES_WRONG'],
    ['that another has changed', { seenVersion: 1 }, 'VERSION_CONFLICT'],
  ])('is not extended %s', async (_, own, code) => {
    await expect(extend(own)).rejects.toMatchObject({ code });
  });

  it('is extended by one recorded act: everybody goes on in it, and what came since enters; each hears of it once [P11 P12 P13]', async () => {
    const before = await sheets();
    expect(await extend()).toMatchObject({ state: 'open', cutOffAt: newCutOffAt, version: 4, paperFrom: '2023-08-29' });
    for (const serial of [serials.waiting, serials.returned, serials.passed, serials.late, serials.suspected]) {
      expect(await world.row(serial)).toMatchObject({ windowId: 'h1-2023', mode: 'window', windowOutcome: null, cutOffAt: newCutOffAt });
    }
    expect(await world.row(serials.early)).toMatchObject({ windowOutcome: 'carried-over', cutOffAt: '2023-08-22T16:00:00.000Z' });
    expect(await world.row(serials.tooOld)).toMatchObject({ windowId: null, mode: 'rolling' });
    expect(await sheets()).toEqual([]);
    const [entry] = (await world.ledger.timeline('window/h1-2023')).slice(-1);
    expect(entry).toMatchObject({ kind: 'extend', by: registrar.personId, text: { reason: '25日系统故障' } });
    expect(entry?.detail['replacedSheets']).toEqual(
      Object.fromEntries(before.map(({ organisationId, digest }) => [organisationId, digest])),
    );

    for (let again = 0; again < 2; again += 1) {
      await tellAll();
    }
    expect((await world.story(serials.waiting)).slice(-2)).toEqual(['carryOver', 'moveCutOff']);
    const [told] = (await world.acts.factsAfter(serials.waiting, 0)).slice(-1);
    expect(told).toMatchObject({ mode: 'window', cutOffAt: newCutOffAt });
  });

  it('moves with it every limit that ended on the lost day, in the window or not, once, with the reason; no other, and none twice [P31 P32]', async () => {
    expect((await deadlinesOf(serials.rolling)).map(({ dueOn, state, extraDays }) => [dueOn, state, extraDays])).toEqual([
      ['2023-08-25', 'superseded', 0],
      ['2023-08-28', 'open', 1],
    ]);
    expect((await deadlinesOf(serials.inTime)).map(({ dueOn }) => dueOn)).toEqual(['2023-08-24']);
    expect((await world.story(serials.rolling)).slice(-2)).toEqual(['release', 'extend']);
    expect(await world.row(serials.rolling)).toMatchObject({ dueAt: newCutOffAt, escalatedAt: null, windowId: null });
    const [last] = (await world.ledger.timeline(`submission/${serials.rolling}`)).slice(-1);
    expect(last).toMatchObject({
      by: null,
      organisationId: 'org-department',
      text: { reason: '25日系统故障' },
      detail: { downOn: '2023-08-25' },
    });
  });

  it('moves corrections that ended on it too, once, by the recorded reason; and tells accounts by how many days [P31 P32]', async () => {
    const row = (id: string) => world.database.manager.findOneByOrFail(Correction, { id });
    expect(await row('lost')).toMatchObject({ dueOn: '2023-08-28', dueAt: newCutOffAt, due: { extraDays: 1, rule: { value: 10 } } });
    expect(await row('kept')).toMatchObject({ dueOn: '2023-08-24', lastFact: 1 });
    const timeline = await world.ledger.timeline('correction/lost');
    expect(timeline.map(({ kind, text }) => [kind, text?.['reason']])).toEqual([
      ['ask', '名称有误'],
      ['extend', '25日系统故障'],
    ]);
    await corrections.recount({ version: 99, at: nextMorning });
    expect(await row('lost')).toMatchObject({ dueOn: '2023-08-28', lastFact: 2 });
    expect(await activities.lostDay({ windowId: 'h1-2023', at: nextMorning })).toEqual({
      ...{ on: '2023-08-25', workdays: 1, days: 3, saidBy: 'window/h1-2023#4' },
    });
    expect(await activities.lostDay({ windowId: 'h1-2023', at: opened })).toBeNull();
  });

  it('what is suspected to be classified has the new cut-off at once, and hears of it when it is cleared [P13 P17]', async () => {
    expect((await world.story(serials.suspected)).slice(-1)).toEqual(['suspect']);
    const admin = at('org-department', 'head', 'superAdmin');
    await world.act(admin, serials.suspected, 'clear', '2023-08-28T02:00:00.000Z', { reason: '不涉密' });

    const [cleared] = (await world.acts.factsAfter(serials.suspected, 0)).slice(-1);
    expect(cleared).toMatchObject({ act: 'clear', mode: 'window', cutOffAt: newCutOffAt });
  });

  it('counts what is recommended by the new cut-off, settles and freezes once more, and its account comes out even [P12 P14]', async () => {
    await world.act(at('org-province'), serials.waiting, 'recommend', '2023-08-28T15:59:59.999Z');
    await lead('freeze', newCutOffAt);
    expect(await story()).toEqual(['announce announced', 'open open', 'freeze cut-off', 'extend open', 'freeze cut-off']);
    const { entered, outcomes, residual } = await account.of({ id: 'h1-2023', state: 'cut-off' });
    expect({ entered, residual, ...outcomes }).toMatchObject({
      ...{ entered: 7, residual: 0, transmitted: 2, 'carried-over': 3, returned: 1, withdrawn: 1, rejected: 0 },
    });
    expect((await world.story(serials.late)).slice(-2)).toEqual(['moveCutOff', 'carryOver']);
    expect((await sheets()).map(({ organisationId, rowCount }) => [organisationId, rowCount])).toEqual([
      ['org-city', 2],
      ['org-province', 2],
    ]);
    expect(await world.ledger.verify(`submission/${serials.waiting}`)).toBeNull();
  });

  it('is extended no more once it is closed', async () => {
    await lead('startPaperDays', '2023-08-28T16:00:00.000Z');
    await lead('close', '2023-08-31T16:00:00.000Z');
    const dto = { seenVersion: 7, downOn: '2023-08-28', cutOffOn: '2023-09-04', paperFrom: '2023-09-05', paperTo: '2023-09-06' };
    await expect(extend(dto, 'h1-2023', '2023-09-01T01:00:00.000Z')).rejects.toMatchObject({ code: 'WINDOW_CUT_OFF' });
  });
});
