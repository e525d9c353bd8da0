import { randomUUID } from 'node:crypto';
import type { CalendarChange, Caller, Problem } from '@dengke/contract';
import { inTransaction, Writes } from '@dengke/service-kit';
import { aCaller, eventually } from '@dengke/test-kit';
import { at, DeskWorld, submitter } from '../../testing/a-desk-world';
import { ServiceWorld } from '../../testing/a-service';
import { movesWith, someApplications } from '../../testing/some-moves';
import type { Change } from '../acts/act-context';
import { Deadline } from '../deadlines/deadline.entity';
import { DeadlinesService } from '../deadlines/deadlines.service';
import { LimitRule } from '../deadlines/limit-rule.entity';
import { WorkingDaysService } from '../deadlines/working-days.service';
import { held } from '../objections/holding';
import { PublicityEntry } from '../publicity/publicity-entry.entity';
import { seedAchievements } from '../seed';
import type { CalendarPreview, CalendarView } from './calendar.dto';
import { CalendarModule } from './calendar.module';
import { CalendarService } from './calendar.service';
import { RecountingService } from './recounting.service';

/** Only the wall clock stands still. */
const goOn = [
  ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
  ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
];
const registrar: Caller = aCaller({ organisationId: 'org-sx-kjt', organisationKind: 'department', role: 'manager' }, 'registrar');
const clerk: Caller = aCaller({ organisationId: 'org-changzhi-energy', organisationKind: 'municipal', role: 'manager' }, 'clerk');

const aYear = (seenVersion: number, own: Partial<CalendarChange> = {}): CalendarChange => ({
  seenVersion,
  coveredTo: '2027-12-31',
  sourceNotice: '国务院办公厅关于2027年部分节假日安排的通知',
  days: [
    { date: '2026-12-31', kind: 'off', name: '元旦' },
    { date: '2027-01-01', kind: 'off', name: '元旦' },
    { date: '2027-01-03', kind: 'makeup', name: '元旦' },
  ],
  ...own,
});

describe('loading an edition of the working-day calendar', () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await ServiceWorld.begin(CalendarModule);
    await seedAchievements(world.database, 'local');
    jest.useFakeTimers({ doNotFake: [...goOn], now: Date.parse('2026-11-28T02:00:00Z') });
  });
  afterAll(async () => {
    jest.useRealTimers();
    await world.end();
  });

  const load = (change: CalendarChange, key: string = randomUUID(), caller = registrar) =>
    world.as(caller).post<CalendarPreview & Problem>('/calendar/editions', change, { key });
  const preview = (change: CalendarChange, caller = registrar) =>
    world.as(caller).post<CalendarPreview & Problem>('/calendar/previews', change);
  const inForce = async (year = 2027) => (await world.as(clerk).get<CalendarView>(`/calendar?year=${year}`)).body;
  const faultsOf = async (change: CalendarChange) =>
    ((await preview(change)).body.details as { fields: { field: string; reason: string }[] }).fields.map(
      ({ field, reason }) => `${field} ${reason}`,
    );

  it('is tried out first and stores nothing, then is one recorded act that a repeated key does not repeat [P40 P41]', async () => {
    const { version, coveredTo } = await inForce();
    expect(coveredTo).toBe('2026-12-31');
    const tried = await preview(aYear(version));
    expect(tried.body).toMatchObject({ version: version + 1, firstChange: '2026-12-31', moved: 0 });
    expect((await inForce()).version).toBe(version);

    const key = randomUUID();
    const [first, again] = [await load(aYear(version), key), await load(aYear(version), key)];
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect(await inForce()).toMatchObject({
      version: version + 1,
      coveredTo: '2027-12-31',
      days: [
        { date: '2027-01-01', kind: 'off', name: '元旦', sourceNotice: '国务院办公厅关于2027年部分节假日安排的通知' },
        { date: '2027-01-03', kind: 'makeup', name: '元旦' },
      ],
    });
    const entries: unknown = await world.database.query('SELECT kind, byPersonId FROM ledger_entry WHERE subject = ?', ['calendar']);
    expect(entries).toEqual([{ kind: 'load', byPersonId: 'registrar' }]);
  });

  it('is a conflict when another came first, and of two at once one is in force', async () => {
    const { version } = await inForce();
    expect((await load(aYear(version - 1))).body).toMatchObject({ code: 'VERSION_CONFLICT', details: { current: { version } } });
    const day = (date: string): CalendarChange => ({
      seenVersion: version,
      coveredTo: '2027-12-31',
      sourceNotice: '省政府通知',
      days: [{ date, kind: 'off', name: '应急' }],
    });
    const both = await Promise.all([load(day('2027-03-01')), load(day('2027-03-02'))]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await inForce()).version).toBe(version + 1);
  });

  it('leaves the past, comes by whole years, none of them without a day off, and changes something', async () => {
    const { version } = await inForce();
    const change = (own: Partial<CalendarChange>): CalendarChange => aYear(version, { days: [], ...own });
    expect(await faultsOf(change({}))).toEqual(['days nothingChanges']);
    expect(await faultsOf(change({ coveredTo: '2026-12-31' }))).toEqual(['coveredTo nearer']);
    expect(await faultsOf(change({ coveredTo: '2028-06-30' }))).toEqual(['coveredTo wholeYears']);
    expect(await faultsOf(change({ coveredTo: '2029-12-31', days: [{ date: '2028-01-01', kind: 'off', name: '元旦' }] }))).toEqual([
      'days noDayOff',
    ]);
    const wrong: CalendarChange['days'] = [
      { date: '2026-11-27', kind: 'off', name: '补' },
      { date: '2028-01-03', kind: 'off', name: '元旦' },
      { date: '2027-01-05', kind: 'makeup', name: '春节' },
      { date: '2027-01-06', kind: 'off', name: ' ' },
    ];
    expect(await faultsOf(change({ days: wrong }))).toEqual([
      'days[0] pastDay',
      'days[1] beyondCoverage',
      'days[2] weekday',
      'days[3] nameless',
    ]);
    expect((await preview(aYear(version), clerk)).status).toBe(403);
    expect((await load(aYear(version), randomUUID(), clerk)).status).toBe(403);
  });
});

describe('open deadlines', () => {
  let world: DeskWorld;
  beforeAll(async () => {
    world = await DeskWorld.begin();
  });
  afterAll(() => world.end());

  /** An edition in which these days are off too, loaded as `CalendarService` stores it. */
  async function offFrom(version: number, ...days: string[]): Promise<RecountingService> {
    const { database } = world;
    await database.query('INSERT INTO calendar_day SELECT ?, day, kind, name, sourceNotice FROM calendar_day WHERE version = ?', [
      version,
      version - 1,
    ]);
    for (const day of days) {
      await database.query("INSERT INTO calendar_day VALUES (?, ?, 'off', '应急', '省政府通知')", [version, day]);
    }
    await database.query(
      "INSERT INTO calendar_version SELECT ?, coveredFrom, coveredTo, loadedAt, '省政府通知' FROM calendar_version WHERE version = ?",
      [version, version - 1],
    );
    return new RecountingService(database, world.acts, new WorkingDaysService(database));
  }

  const rows = (serial: string) => world.database.manager.find(Deadline, { where: { serial }, order: { id: 'ASC' } });

  it('are counted anew, once, by a new row beside the old one; what did not move stays as it is [P32 P40 P42]', async () => {
    const [moved, kept] = [
      await world.reaches('org-city', '2023-08-07T02:00:00.000Z'),
      await world.reaches('org-city', '2023-08-28T02:00:00.000Z'),
    ];
    const recounting = await offFrom(2, '2023-08-18', '2023-08-21');
    const page = { version: 2, at: '2023-08-10T02:00:00.000Z', cursor: null };
    expect((await recounting.page(page)).moved).toBe(1);
    expect((await recounting.page(page)).moved).toBe(0);

    const [, old, fresh] = await rows(moved);
    expect(old).toMatchObject({ state: 'superseded', dueOn: '2023-08-21', endedAt: page.at, supersededBy: fresh?.id, calendarVersion: 1 });
    expect(fresh).toMatchObject({ state: 'open', dueOn: '2023-08-23', calendarVersion: 2, startOn: old?.startOn, limitId: old?.limitId });
    expect(await world.row(moved)).toMatchObject({ dueAt: '2023-08-23T16:00:00.000Z' });
    expect((await world.story(moved)).at(-1)).toBe('recount');
    expect(await world.ledger.verify(`submission/${moved}`)).toBeNull();
    expect((await rows(kept)).at(-1)).toMatchObject({ state: 'open', calendarVersion: 1 });
    expect((await world.story(kept)).at(-1)).toBe('release');
  });

  it('that are being counted while an edition is loaded are counted first, so that it finds them [P42]', async () => {
    const { database } = world;
    const workingDays = new WorkingDaysService(database);
    const deadlines = new DeadlinesService(workingDays, database);
    let counts = (): void => undefined;
    const counting = new Promise<void>((resolve) => (counts = resolve));
    const loads = counting.then(() =>
      inTransaction(database, async (other) => {
        await workingDays.held(other);
        expect(await other.existsBy(Deadline, { serial: 'meanwhile' })).toBe(true);
      }),
    );
    await inTransaction(database, async (manager) => {
      const writes = new Writes(manager);
      await deadlines.start(writes, { serial: 'meanwhile', about: 'unit', round: 1, since: '2023-08-07T02:00:00.000Z' });
      counts();
      await eventually(async () => {
        const waiting = await manager.query<unknown[]>(
          "SELECT 1 FROM information_schema.PROCESSLIST WHERE db = DATABASE() AND info LIKE '%calendar_version%FOR UPDATE' AND time_ms > 50",
        );
        return waiting.length > 0;
      });
      await writes.flush();
    });
    await loads;
  });

  it.each([
    ['no more when their day moves on', 3, ['2023-09-14', '2023-09-15'], '2023-09-15', '2023-09-19', '2023-09-18', false],
    ['still when it has passed too', 4, ['2023-09-18'], '2023-09-19', '2023-09-20', '2023-09-21', true],
  ])('that were late are late %s [P31 P42]', async (_, version, off, dueOn, movedTo, today, isLate) => {
    const late = `${dueOn}T16:00:00.000Z`;
    const serial = await world.reaches('org-city', '2023-09-01T02:00:00.000Z');
    await world.byTime('escalate', serial, late);
    await (await offFrom(version, ...off)).page({ version, at: `${today}T02:00:00.000Z`, cursor: null });

    const standing = isLate ? { dueAt: null, escalatedAt: late } : { dueAt: `${movedTo}T16:00:00.000Z`, escalatedAt: null };
    expect(await world.row(serial)).toMatchObject(standing);
    expect((await rows(serial)).at(-1)).toMatchObject({ state: 'open', dueOn: movedTo });
  });

  it('that end while others are being counted anew hold up none of them', async () => {
    const { database, acts } = world;
    const [withdrawn, kept] = [
      await world.reaches('org-city', '2023-10-16T02:00:00.000Z'),
      await world.reaches('org-city', '2023-10-16T02:00:00.000Z'),
    ];
    await offFrom(5, '2023-10-20');
    const workingDays = new WorkingDaysService(database);
    const inForce = workingDays.current.bind(workingDays);
    const at = '2023-10-17T02:00:00.000Z';
    jest.spyOn(workingDays, 'current').mockImplementationOnce(async (manager) => {
      await world.act(submitter, withdrawn, 'withdraw', at);
      return inForce(manager);
    });
    await new RecountingService(database, acts, workingDays).page({ version: 5, at, cursor: null });

    expect((await world.story(withdrawn)).at(-1)).toBe('withdraw');
    expect((await rows(kept)).at(-1)).toMatchObject({ state: 'open', dueOn: '2023-10-31', calendarVersion: 5 });
  });

  it('of December move when the notice of the next year settles its last days: counted anew from the earliest changed day [P40 P41]', async () => {
    const { database, ledger, clock, acts } = world;
    const workingDays = new WorkingDaysService(database);
    const december = someApplications({ startOn: '2026-12-22', dueOn: '2026-12-31' });
    const calendar = new CalendarService(database, ledger, clock, workingDays, movesWith([december]));
    const serial = await world.reaches('org-city', '2026-12-17T02:00:00.000Z');
    expect((await rows(serial)).at(-1)).toMatchObject({ dueOn: '2026-12-31', provisional: false });

    const { version } = await workingDays.current(database.manager);
    const at = '2026-12-18T02:00:00.000Z';
    const moved = expect.objectContaining({ from: '2026-12-31', to: '2027-01-03', provisional: false, serials: [serial] }) as unknown;
    const theirs = expect.objectContaining({ about: 'new-organiser', from: '2026-12-31', to: '2027-01-03' }) as unknown;
    const loaded = await clock.at(at, () => calendar.load(registrar, 'load-2027', aYear(version)));
    expect(loaded).toMatchObject({ firstChange: '2026-12-31', moves: expect.arrayContaining([moved, theirs]) as unknown });
    await new RecountingService(database, acts, workingDays).page({ version: loaded.version, at, cursor: null });
    expect((await rows(serial)).slice(-2)).toMatchObject([
      { state: 'superseded', dueOn: '2026-12-31' },
      { state: 'open', dueOn: '2027-01-03', provisional: false, startOn: '2026-12-17', calendarVersion: loaded.version },
    ]);
  });

  it('of publicity move with the day that is published and until which objections come in time, also while one holds it [P33 P40]', async () => {
    const { manager } = world.database;
    const before = await manager.findOneByOrFail(LimitRule, { about: 'publicity' });
    await manager.update(LimitRule, { about: 'publicity' }, { value: 5, unit: 'workdays' });
    const [free, heldOne] = [
      await world.reaches('org-department', '2023-11-06T02:00:00.000Z'),
      await world.reaches('org-department', '2023-11-06T02:00:00.000Z'),
    ];
    for (const serial of [free, heldOne]) {
      await world.act(at('org-department'), serial, 'approve', '2023-11-06T02:00:00.000Z');
    }
    const hold = (): Change => held('2023-11-07T02:00:00.000Z');
    const of = { findings: [] };
    await world.clock.at('2023-11-07T02:00:00.000Z', () =>
      world.acts.byPerson(at('org-department', 'two'), 'hold-it', heldOne, 'hold', of, hold),
    );
    const [{ version }] = await manager.query<[{ version: number }]>('SELECT MAX(version) AS version FROM calendar_version');
    const recounting = await offFrom(Number(version) + 1, '2023-11-10');
    await recounting.page({ version: Number(version) + 1, at: '2023-11-08T02:00:00.000Z', cursor: null });

    const endsAt = '2023-11-14T16:00:00.000Z';
    for (const serial of [free, heldOne]) {
      expect(await manager.findOneByOrFail(PublicityEntry, { serial })).toMatchObject({ toOn: '2023-11-14' });
      expect(await world.row(serial)).toMatchObject({ publicityEndsAt: endsAt });
      expect((await world.story(serial)).filter((act) => act === 'recount')).toHaveLength(1);
    }
    expect(await world.row(free)).toMatchObject({ dueAt: endsAt });
    expect(await world.row(heldOne)).toMatchObject({ dueAt: '2023-11-29T16:00:00.000Z' });
    await manager.update(LimitRule, { about: 'publicity' }, { value: before.value, unit: before.unit });
  });
});
