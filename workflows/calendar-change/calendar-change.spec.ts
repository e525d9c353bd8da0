import { reminderRoundWorkflowId } from '@dengke/contract';
import type { CalendarChangeResult } from '@dengke/contract';
import { Ledger } from '../testing/ledger';
import { nationalDay } from '../testing/spec-calendar';
import { applicationTimelineOf } from '../testing/timeline';
import { until } from '../testing/until';
import { World } from '../testing/world';

describe('an edition of the working-day calendar', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.on('2023-09-20T02:00:00Z', new Ledger({}, nationalDay));
  }, 60_000);
  afterEach(() => world.clear());
  afterAll(() => world.close());

  it('has every open deadline counted anew, page by page, in both services, also when one was away [P40 P41 P42]', async () => {
    const { calendar } = world.ledger;
    calendar.pages.submissions = [2, 0, 1];
    calendar.pages.applications = [1];
    world.ledger.faultOf = 'recountApplications';
    world.ledger.fault = new Error('connection refused');
    const change = await world.startCalendarChange(2);
    await until('accounts was asked', async () => world.ledger.faulted > 0);
    world.ledger.fault = null;

    const result = (await change.result()) as CalendarChangeResult;
    expect(result).toEqual({ submissions: 3, applications: 1 });
    expect(calendar.asked.map((line) => line.split(' ').filter((_, index) => index !== 2))).toEqual([
      ['submissions', '2', '-'],
      ['submissions', '2', '1'],
      ['submissions', '2', '2'],
      ['applications', '2', '-'],
    ]);
  });

  it('has an application’s due day counted anew from the day it was counted from [P40 P42]', async () => {
    const { applications } = world.ledger;
    const subject = 'organiserApplication/C1';
    const received = await world.now();
    await world.apply(subject, 'department');
    applications.calendar = { ...nationalDay, daysOff: [...nationalDay.daysOff, '2023-09-21', '2023-09-22'] };
    applications.recount(subject, received, await world.now());
    await world.rest();

    const due = applications.factsAfter(subject, 0).map(({ dueAt }) => dueAt);
    expect(applicationTimelineOf(applications.factsAfter(subject, 0)).map((line) => line.slice(17))).toEqual([
      'apply → received',
      'setDue → received',
      'recount → received',
      'setDue → received',
    ]);
    expect([due[1], due[3]]).toEqual(['2023-10-07T16:00:00.000Z', '2023-10-09T16:00:00.000Z']);
  });

  it('has the reminder round held on the day that it makes a working day, and not on the one it takes off [P40]', async () => {
    const { reminders } = world.ledger;
    reminders.calendar = nationalDay;
    await world.passTo('2023-09-28T02:00:00.000Z');
    await world.startRounds('2023-10-08T03:00:00.000Z');
    await world.passTo('2023-09-28T08:00:00.000Z');
    reminders.calendar = { daysOff: [...nationalDay.daysOff, '2023-10-07'], makeupDays: ['2023-09-30', '2023-10-08'] };
    await (await world.startCalendarChange(3)).result();
    for (const instant of ['2023-09-30T01:00:01.000Z', '2023-10-08T01:00:01.000Z']) {
      await world.passTo(instant);
      await until('the round is over', async () => !(await world.isBusy(reminderRoundWorkflowId)));
    }

    expect(reminders.rounds.map((round) => round.split(' ')[0])).toEqual(['2023-09-30', '2023-10-08']);
  });
});
