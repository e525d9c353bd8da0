import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endOfDay, workingCalendar } from '@dengke/calendar';
import type { CalendarDay } from '@dengke/calendar';
import { at, DeskWorld, submitter } from '../../testing/a-desk-world';
import { Deadline } from '../deadlines/deadline.entity';
import { DeadlinesService } from '../deadlines/deadlines.service';
import { LimitRule } from '../deadlines/limit-rule.entity';
import { WorkingDaysService } from '../deadlines/working-days.service';
import { OwnDeadlinesService } from './own-deadlines.service';
import { RemindersService } from './reminders.service';
import { rungOn } from './rungs';

const seed = JSON.parse(readFileSync(join(__dirname, '../../seed/calendar.json'), 'utf8')) as {
  version: number;
  coveredFrom: string;
  coveredTo: string;
  days: CalendarDay[];
};
const calendar = workingCalendar(seed);

describe('the reminder ladder', () => {
  const rung = (on: string, dueOn: string, startOn = '2023-08-01') => rungOn(calendar, on, { startOn, dueOn });

  it('has rungs 5, 3 and 1 working days before, on the day, and on each working day after', () => {
    const august = Array.from({ length: 31 }, (_, day) => `2023-08-${String(day + 1).padStart(2, '0')}`);
    const rungs = august.flatMap((on) =>
      rung(on, '2023-08-25', '2023-08-10') === null ? [] : [[on, rung(on, '2023-08-25', '2023-08-10')]],
    );
    expect(rungs).toEqual([
      ['2023-08-18', 'before-5'],
      ['2023-08-22', 'before-3'],
      ['2023-08-24', 'before-1'],
      ['2023-08-25', 'due-day'],
      ['2023-08-28', 'overdue-1'],
      ['2023-08-29', 'overdue-2'],
      ['2023-08-30', 'overdue-3'],
      ['2023-08-31', 'overdue-4'],
    ]);
  });

  it('counts over holidays and make-up days, and is silent on days off', () => {
    expect(rung('2023-10-07', '2023-10-10')).toBe('before-3');
    expect(rung('2023-10-08', '2023-10-09')).toBe('before-1');
    expect(rung('2023-09-29', '2023-10-09')).toBeNull();
    expect(rung('2023-10-01', '2023-09-28')).toBeNull();
  });

  it('does not remind of what began the same day', () => {
    expect(rung('2023-08-18', '2023-08-25', '2023-08-18')).toBeNull();
  });

  it('a due day that is no working day counts for the working day before it', () => {
    expect(rung('2023-08-25', '2023-08-26')).toBe('due-day');
    expect(rung('2023-08-28', '2023-08-26')).toBe('overdue-1');
  });
});

describe('past the calendar’s horizon', () => {
  it('the ladder goes on as the rounds do: an unknown weekday counts until its year is loaded [P40]', () => {
    expect(seed.coveredTo).toBe('2026-12-31');
    const rung = (on: string, dueOn: string) => rungOn(calendar, on, { startOn: '2026-12-20', dueOn });
    expect(rung('2027-01-04', '2027-01-05')).toBe('before-1');
    expect(rung('2027-01-05', '2027-01-05')).toBe('due-day');
    expect(rung('2027-01-06', '2027-01-05')).toBe('overdue-1');
    expect(rung('2027-01-09', '2027-01-05')).toBeNull();
  });
});

describe('deadlines and rounds on the seeded calendar', () => {
  let world: DeskWorld;
  let reminders: RemindersService;
  let deadlines: DeadlinesService;
  beforeAll(async () => {
    world = await DeskWorld.begin();
    const workingDays = new WorkingDaysService(world.database);
    deadlines = new DeadlinesService(workingDays, world.database);
    reminders = new RemindersService(world.database, workingDays, deadlines);
  });
  afterAll(() => world.end());

  it.each([
    ['2023-08-24T02:00:00.000Z', '2023-08-25T01:00:00.000Z'],
    ['2023-08-25T00:59:59.999Z', '2023-08-25T01:00:00.000Z'],
    ['2023-08-25T01:00:00.000Z', '2023-08-28T01:00:00.000Z'],
    ['2023-09-28T02:00:00.000Z', '2023-10-07T01:00:00.000Z'],
    ['2023-10-07T02:00:00.000Z', '2023-10-08T01:00:00.000Z'],
  ])('after %s the next round is %s: nine o’clock of a working day in Shanghai', async (after, next) => {
    expect((await reminders.nextRound(after)).at).toBe(next);
  });

  it('a day past the horizon is said to be provisional wherever it is reminded of, and a cut-off before it is not [P40]', async () => {
    const since = '2026-12-24T02:00:00.000Z';
    const window = { mode: 'window' as const, windowId: 'w', cutOffAt: '2027-01-05T16:00:00.000Z' };
    const [free, bound] = [await world.reaches('org-city', since), await world.reaches('org-city', since, window)];
    const { due } = await reminders.due('2027-01-04', null);
    const of = (serial: string) => due.filter(({ subject }) => subject === `submission/${serial}`);

    expect(of(free)).toEqual([expect.objectContaining({ dueOn: '2027-01-07', provisional: true })]);
    expect(of(bound)).toEqual([expect.not.objectContaining({ provisional: true })]);
    const own = await new OwnDeadlinesService(world.database).of('nobody', ['org-city']);
    expect([free, bound].map((serial) => own.find(({ subject }) => subject === `submission/${serial}`)?.provisional)).toEqual([
      true,
      false,
    ]);
  });

  it('a stage’s deadline comes from the limit row in force, with its explanation, and is stored [P31 P32 P39 P42]', async () => {
    const serial = await world.reaches('org-city', '2023-09-22T02:00:00.000Z');
    const [unit, municipal] = await deadlines.of(world.database.manager, serial);
    expect(unit).toMatchObject({ about: 'unit', state: 'met', limitId: 'limit-unit' });
    expect(municipal).toMatchObject({
      about: 'municipal',
      state: 'open',
      startOn: '2023-09-22',
      dueOn: '2023-10-12',
      provisional: false,
      calendarVersion: seed.version,
    });
    expect(municipal?.skipped.map(({ date }) => date)).toEqual(expect.arrayContaining(['2023-09-29', '2023-10-06']));
    expect((await world.row(serial)).dueAt).toBe(municipal?.dueAt);
  });

  it('what runs keeps the limit it started with; a new row counts from its day on [P32]', async () => {
    const { manager } = world.database;
    const serial = await world.reaches('org-city', '2023-08-07T02:00:00.000Z');
    await manager.update(LimitRule, { id: 'limit-municipal' }, { effectiveTo: '2025-12-31' });
    await manager.insert(LimitRule, {
      id: 'limit-municipal-2026',
      about: 'municipal',
      value: 3,
      unit: 'workdays',
      effectiveFrom: '2026-01-01',
      effectiveTo: null,
      source: '试行',
      scope: '*',
    });

    expect(await manager.findOneByOrFail(Deadline, { serial, state: 'open' })).toMatchObject({
      limitId: 'limit-municipal',
      dueOn: '2023-08-21',
    });
    expect(await deadlines.limitOn(manager, 'municipal', '2025-12-31T15:59:59.999Z')).toMatchObject({ value: 10 });
    expect(await deadlines.limitOn(manager, 'municipal', '2025-12-31T16:00:00.000Z')).toMatchObject({ value: 3 });
    await manager.delete(LimitRule, { id: 'limit-municipal-2026' });
    await manager.update(LimitRule, { id: 'limit-municipal' }, { effectiveTo: null });
  });

  it.each([
    ['2023-08-11T08:00:00.000Z', '2023-08-22'],
    ['2023-09-22T02:00:00.000Z', '2023-10-09'],
    ['2023-09-28T15:59:59.999Z', '2023-10-13'],
  ])('an organiser’s application received %s is due at the end of %s, seven working days after [P9 P39 P40 S60]', async (since, dueOn) => {
    const due = await deadlines.count(world.database.manager, 'new-organiser', since);
    expect(due).toMatchObject({ dueOn, dueAt: endOfDay(dueOn), provisional: false, rule: { value: 7, unit: 'workdays' } });
  });

  it('tells on which rung the deadlines of another service stand, and leaves out those on none', async () => {
    const waiting = [
      {
        deadlineId: 'A',
        subject: 'organiserApplication/1',
        organisationId: null,
        personId: 'p',
        startOn: '2023-08-11',
        dueOn: '2023-08-22',
      },
      {
        deadlineId: 'B',
        subject: 'organiserApplication/2',
        organisationId: null,
        personId: 'p',
        startOn: '2023-08-11',
        dueOn: '2023-08-24',
      },
      {
        deadlineId: 'C',
        subject: 'organiserApplication/3',
        organisationId: null,
        personId: 'p',
        startOn: '2023-08-11',
        dueOn: '2023-08-16',
      },
    ];
    const due = await reminders.dueElsewhere('2023-08-17', waiting);
    expect(due).toEqual([
      { deadlineId: 'A', subject: 'organiserApplication/1', organisationId: null, personId: 'p', dueOn: '2023-08-22', rung: 'before-3' },
      { deadlineId: 'B', subject: 'organiserApplication/2', organisationId: null, personId: 'p', dueOn: '2023-08-24', rung: 'before-5' },
      { deadlineId: 'C', subject: 'organiserApplication/3', organisationId: null, personId: 'p', dueOn: '2023-08-16', rung: 'overdue-1' },
    ]);
    expect(await reminders.dueElsewhere('2023-08-19', waiting)).toEqual([]);
  });

  it('counts the day of what has none by its limit and today’s calendar: letters are signed for within three working days [P32 P39]', async () => {
    const receipt = { deadlineId: 'R', subject: 'notice/1', organisationId: 'o', personId: null };
    const on = (day: string) => reminders.dueElsewhere(day, [{ ...receipt, startOn: '2023-09-27', dueOn: null, limit: 'receipt' }]);

    expect(await on('2023-09-28')).toEqual([]);
    expect(await on('2023-10-07')).toEqual([{ ...receipt, dueOn: '2023-10-08', rung: 'before-1' }]);
    expect(await on('2023-10-09')).toEqual([{ ...receipt, dueOn: '2023-10-08', rung: 'overdue-1' }]);
  });

  it('past the calendar’s horizon a deadline is provisional, and says so [P40]', async () => {
    const serial = await world.reaches('org-city', '2026-12-25T02:00:00.000Z');
    expect(await world.act(at('org-city'), serial, 'open', '2026-12-25T03:00:00.000Z')).toMatchObject({ dueProvisional: true });
  });

  it('past the horizon a round is held as any other [P40]', async () => {
    const serial = await world.reaches('org-city', '2026-12-28T02:00:00.000Z');
    const { on } = await reminders.nextRound('2027-01-07T02:00:00.000Z');
    const { due } = await reminders.due(on, null);
    expect(on).toBe('2027-01-08');
    expect(due).toContainEqual(expect.objectContaining({ subject: `submission/${serial}`, rung: 'before-1', dueOn: '2027-01-11' }));
  });

  it('reminds a desk to the earlier of limit and cut-off, a completer in person, and nobody of what is over', async () => {
    const inWindow = { mode: 'window', windowId: 'h1-2023', cutOffAt: '2023-08-25T16:00:00.000Z' } as const;
    const waiting = await world.reaches('org-city', '2023-08-17T02:00:00.000Z', inWindow);
    const returned = await world.reaches('org-city', '2023-08-11T02:00:00.000Z');
    await world.act(at('org-city'), returned, 'return', '2023-08-11T02:00:00.000Z');
    const over = await world.reaches('org-city', '2023-08-17T02:00:00.000Z', inWindow);
    await world.act(submitter, over, 'withdraw', '2023-08-17T03:00:00.000Z');

    const { due } = await reminders.due('2023-08-18', null);
    const mine = due.filter(({ subject }) => [waiting, returned, over].some((serial) => subject.endsWith(serial)));
    expect(mine.map(({ subject, rung, organisationId, personId, dueOn }) => ({ subject, rung, organisationId, personId, dueOn }))).toEqual(
      expect.arrayContaining([
        { subject: `submission/${waiting}`, rung: 'before-5', organisationId: 'org-city', personId: null, dueOn: '2023-08-25' },
        { subject: `submission/${returned}`, rung: 'before-5', organisationId: null, personId: submitter.personId, dueOn: '2023-08-25' },
      ]),
    );
    expect(mine).toHaveLength(2);
  });

  it('reminds by each rung of the limit’s own day what was bound by a cut-off before, and is carried over', async () => {
    const window = { mode: 'window', windowId: 'h1-2023', cutOffAt: '2023-08-25T16:00:00.000Z' } as const;
    const serial = await world.reaches('org-city', '2023-08-17T02:00:00.000Z', window);
    const rungsOn = async (...days: string[]) => {
      const rounds = await Promise.all(days.map(async (on) => (await reminders.due(on, null)).due));
      return rounds.flat().filter(({ subject }) => subject.endsWith(serial));
    };
    const bound = await rungsOn('2023-08-22', '2023-08-24', '2023-08-25');
    await world.byTime('carryOver', serial, '2023-08-25T16:00:00.000Z');
    const own = await rungsOn('2023-08-28', '2023-08-30', '2023-08-31');

    const rungs = ['before-3', 'before-1', 'due-day'];
    expect([bound.map(({ rung }) => rung), own.map(({ rung }) => rung)]).toEqual([rungs, rungs]);
    expect(new Set([...bound, ...own].map(({ deadlineId, rung }) => `${deadlineId} ${rung}`)).size).toBe(6);
  });

  it('shows one person what waits at his desks and for himself, by the day that binds, and nobody else’s [P40]', async () => {
    const own = new OwnDeadlinesService(world.database);
    const inWindow = { mode: 'window', windowId: 'h1-2023', cutOffAt: '2023-08-25T16:00:00.000Z' } as const;
    const waiting = await world.reaches('org-city', '2023-08-17T02:00:00.000Z', inWindow);
    const late = await world.reaches('org-city', '2026-12-25T02:00:00.000Z');
    const returned = await world.reaches('org-city', '2023-08-11T02:00:00.000Z');
    await world.act(at('org-city'), returned, 'return', '2023-08-11T02:00:00.000Z');
    const of = async (person: string, desks: string[]) =>
      (await own.of(person, desks))
        .filter(({ subject }) => [waiting, late, returned].some((serial) => subject.endsWith(serial)))
        .map(({ subject, dueOn, provisional }) => [subject, dueOn, provisional]);

    expect(await of('somebody', ['org-city', 'org-province'])).toEqual([
      [`submission/${waiting}`, '2023-08-25', false],
      [`submission/${late}`, '2027-01-08', true],
    ]);
    expect(await of(submitter.personId, [])).toEqual([[`submission/${returned}`, '2023-08-25', false]]);
    expect(await of('somebody', ['org-province'])).toEqual([]);
  });
});
