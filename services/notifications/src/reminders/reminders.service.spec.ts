import { dueRow, rungsBefore } from '@dengke/contract';
import type { DueReminder, PlainDate, Rung } from '@dengke/contract';
import { Metrics } from '@dengke/service-kit';
import { aHouse, mailsSettled, withPeople } from '../../testing/a-house';
import type { House } from '../../testing/a-house';
import { Digest } from './digest.entity';
import { RemindersActivities } from './reminders.activities';
import { Reminder } from './reminder.entity';
import { RemindersService } from './reminders.service';
import type { NotedReminder } from './reminders.service';

const FRIDAY = '2023-08-18';
const MONDAY = '2023-08-21';
const nine = (on: PlainDate): string => `${on}T01:00:00.000Z`;

describe('the reminder round', () => {
  let house: House;
  let activities: RemindersActivities;

  beforeEach(async () => {
    house = await aHouse();
    await withPeople(house);
    activities = house.app.get(RemindersActivities);
  });
  afterEach(() => house.close());

  const atDesk = (deadlineId: string, organisationId: string, rung: Rung = 'before-5', dueOn = '2023-08-25'): DueReminder => ({
    ...{ deadlineId, rung, subject: `submission/CG-${deadlineId}`, organisationId, personId: null, dueOn },
  });
  const forPerson = (deadlineId: string, personId: string, rung: Rung = 'before-1'): DueReminder => ({
    ...atDesk(deadlineId, 'unit-coal', rung, '2023-08-21'),
    personId,
  });
  async function round(due: DueReminder[], on = FRIDAY): Promise<{ noted: number; people: number }> {
    const { noted } = await activities.noteReminders({ on, at: nine(on), due });
    return { noted, ...(await activities.sendDigests({ on, at: nine(on) })) };
  }
  const remindersOf = async (recipientId: string): Promise<NotedReminder[]> => {
    const service = house.app.get(RemindersService);
    const days = ['18', '21', '22', '24', '25', '28', '29'].map((day) => service.notedOn(`2023-08-${day}`));
    return (await Promise.all(days)).flat().filter((reminder) => reminder.recipientId === recipientId);
  };

  it('reminds all who hold the desk, or the one who has to mend, each with one digest a day; from the last day on the desk’s super administrator too [P31]', async () => {
    const told = await round([atDesk('1', 'changzhi'), atDesk('2', 'changzhi', 'due-day', FRIDAY), forPerson('3', 'liu')]);
    await mailsSettled(house);

    expect(told).toEqual({ noted: 6, people: 4 });
    const [mail, ...more] = house.sink.to('changzhi-1@demo.example');
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('待办提醒：今天到期1件，即将到期1件');
    expect(mail?.text).toContain('· 申报CG-1，2023年8月25日到期（还有5个工作日） http://dengke.example/submissions/CG-1');
    expect((await house.messages('liu')).map(({ kind, about }) => [kind, about])).toEqual([
      ['digest', { on: FRIDAY, overdue: 0, today: 0, soon: 1 }],
    ]);
    expect((await house.messages('changzhi-admin')).map(({ about }) => about)).toEqual([{ on: FRIDAY, overdue: 0, today: 1, soon: 0 }]);
  });

  it('tells a Prometheus what is due and in no digest yet, and what was sent by the part of the ladder', async () => {
    const told = async () => (await house.app.get(Metrics).text()).split('\n').filter((line) => line.startsWith('dengke_reminders_'));
    await activities.noteReminders({ on: FRIDAY, at: nine(FRIDAY), due: [atDesk('1', 'changzhi'), forPerson('3', 'liu', 'overdue-4')] });
    expect(await told()).toEqual(['dengke_reminders_due 3']);

    await activities.sendDigests({ on: FRIDAY, at: nine(FRIDAY) });
    await activities.sendDigests({ on: FRIDAY, at: nine(FRIDAY) });
    const sent = (before: number) => [
      `dengke_reminders_sent_total{rung="before"} ${before}`,
      'dengke_reminders_sent_total{rung="overdue"} 1',
    ];
    expect((await told()).sort()).toEqual(['dengke_reminders_due 0', ...sent(2)]);

    await activities.noteReminders({ on: FRIDAY, at: nine(FRIDAY), due: [forPerson('4', 'liu', 'due-day'), forPerson('5', 'kjt-1')] });
    await activities.sendDigests({ on: FRIDAY, at: nine(FRIDAY) });
    expect((await told()).sort()).toEqual(['dengke_reminders_due 1', ...sent(3)]);
  });

  it('says of a day past the calendar’s horizon that it is provisional [P40]', async () => {
    await round([{ ...atDesk('1', 'changzhi', 'before-3', '2027-01-07'), provisional: true }, atDesk('2', 'changzhi')], '2027-01-04');
    await mailsSettled(house);

    const [mail] = house.sink.to('changzhi-1@demo.example');
    expect(mail?.text).toContain('· 申报CG-1，2027年1月7日（暂定）到期（还有3个工作日）');
    expect(mail?.text).toContain('· 申报CG-2，2023年8月25日到期');
  });

  it('gathers applications of accounts with submissions in the one digest of a person', async () => {
    const subject = 'organiserApplication/01890000-0000-7000-8000-000000000001';
    const application = { ...forPerson(`${subject}@2023-08-22`, 'kjt-1', 'before-1'), subject, dueOn: '2023-08-22' };
    const told = await round([atDesk('1', 'kjt'), application]);
    await mailsSettled(house);

    expect(told).toEqual({ noted: 3, people: 2 });
    const [mail, ...more] = house.sink.to('kjt-1@demo.example');
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('待办提醒：即将到期2件');
    expect(mail?.text).toContain(
      '· 组织管理部门申请，2023年8月22日到期（还有1个工作日） http://dengke.example/organiser-applications/01890000-0000-7000-8000-000000000001',
    );
  });

  it('sends nothing twice when the round is retried, repeated, or doubled [P31]', async () => {
    const due = [atDesk('1', 'changzhi'), atDesk('2', 'sx-energy', 'overdue-1'), forPerson('3', 'liu')];
    await Promise.all([round(due), round(due), round([...due].reverse()), round(due)]);
    expect(await round(due)).toEqual({ noted: 0, people: 6 });
    await mailsSettled(house);

    expect(await house.database.manager.count(Reminder)).toBe(6);
    expect(await house.database.manager.count(Digest)).toBe(6);
    expect(house.sink.received.map(({ to }) => to).sort()).toEqual(
      ['changzhi-1', 'changzhi-2', 'liu', 'sx-energy-1', 'sx-energy-2', 'sx-energy-admin'].map((id) => `${id}@demo.example`),
    );
  });

  it('tells each rung of a deadline once: 5, 3 and 1 working days before, the day itself, and each day while overdue [P31]', async () => {
    const rungs: [Rung, PlainDate][] = [
      ...rungsBefore.map((days, i): [Rung, PlainDate] => [`before-${days}`, ['2023-08-18', '2023-08-22', '2023-08-24'][i] ?? '']),
      ['due-day', '2023-08-25'],
      ['overdue-1', '2023-08-28'],
      ['overdue-2', '2023-08-29'],
    ];
    for (const [rung, on] of rungs) {
      const people = rung.startsWith('before-') ? 2 : 3;
      expect(await round([atDesk('1', 'changzhi', rung)], on)).toEqual({ noted: people, people });
    }
    await mailsSettled(house);

    expect((await remindersOf('changzhi-1')).map(({ rung }) => rung)).toEqual([
      ...['before-5', 'before-3', 'before-1', 'due-day', 'overdue-1', 'overdue-2'],
    ]);
    expect((await remindersOf('changzhi-admin')).map(({ rung }) => rung)).toEqual(['due-day', 'overdue-1', 'overdue-2']);
    const subjects = house.sink.to('changzhi-1@demo.example').map(({ subject }) => subject.replace('待办提醒：', ''));
    expect(subjects.sort()).toEqual(['今天到期1件', '即将到期1件', '即将到期1件', '即将到期1件', '逾期1件', '逾期1件']);
  });

  it('takes a page as it travels, in rows, as one with the names of its fields', async () => {
    const due: DueReminder[] = [atDesk('1', 'changzhi', 'due-day', FRIDAY), { ...forPerson('3', 'liu'), provisional: true }];
    const noted = await activities.noteReminders({ on: FRIDAY, at: nine(FRIDAY), due: due.map(dueRow) });
    const again = await activities.noteReminders({ on: FRIDAY, at: nine(FRIDAY), due });

    expect([noted, again]).toEqual([{ noted: 4 }, { noted: 0 }]);
    expect(await house.database.manager.findBy(Reminder, { recipientId: 'liu' })).toMatchObject([{ rung: 'before-1', provisional: true }]);
  });

  it('keeps for the next working day what is noted after the day’s digest', async () => {
    await round([atDesk('1', 'changzhi')]);
    await round([atDesk('2', 'changzhi')]);
    await round([atDesk('1', 'changzhi', 'before-3')], MONDAY);

    expect((await remindersOf('changzhi-1')).map(({ deadlineId, digestOn }) => [deadlineId, digestOn])).toEqual([
      ['1', FRIDAY],
      ['2', MONDAY],
      ['1', MONDAY],
    ]);
    expect((await house.messages('changzhi-1')).map(({ about }) => about['soon'])).toEqual([1, 2]);
  });

  it('tells after days away each deadline once, by its latest rung, and says no number of days that was true on another day', async () => {
    const TUESDAY = '2023-08-22';
    const noted: [DueReminder[], PlainDate][] = [
      [[atDesk('1', 'changzhi', 'before-3', '2023-08-23'), atDesk('2', 'changzhi', 'before-1', MONDAY)], FRIDAY],
      [[atDesk('2', 'changzhi', 'due-day', MONDAY), atDesk('3', 'changzhi', 'before-1', TUESDAY)], MONDAY],
      [[atDesk('2', 'changzhi', 'overdue-1', MONDAY), atDesk('3', 'changzhi', 'due-day', TUESDAY)], TUESDAY],
    ];
    for (const [due, on] of noted) {
      await activities.noteReminders({ on, at: nine(on), due });
    }
    await activities.sendDigests({ on: TUESDAY, at: nine(TUESDAY) });
    await mailsSettled(house);

    const [mail, ...more] = house.sink.to('changzhi-1@demo.example');
    expect([mail?.subject, more]).toEqual(['待办提醒：逾期1件，今天到期1件，即将到期1件', []]);
    expect(mail?.text.match(/^· .*?）/gm)).toEqual([
      '· 申报CG-2，2023年8月21日到期（已逾期1个工作日）',
      '· 申报CG-3，2023年8月22日到期（今天）',
      '· 申报CG-1，2023年8月23日到期（即将到期）',
    ]);
    expect((await remindersOf('changzhi-1')).map(({ deadlineId, rung, digestOn }) => `${deadlineId} ${rung} ${digestOn}`)).toEqual(
      ['1 before-3', '2 before-1', '2 due-day', '3 before-1', '2 overdue-1', '3 due-day'].map((line) => `${line} ${TUESDAY}`),
    );
  });

  it('lists once what was due on another day before, by its last one', async () => {
    const due = (rung: Rung, day: PlainDate) => ({ ...atDesk(`1@${day}`, 'changzhi', rung, day), subject: 'submission/CG-1' });
    await activities.noteReminders({ on: FRIDAY, at: nine(FRIDAY), due: [due('due-day', FRIDAY)] });
    await round([due('before-1', '2023-08-22')], MONDAY);
    await mailsSettled(house);

    const [mail] = house.sink.to('changzhi-1@demo.example');
    expect(mail?.text.match(/^· .*?）/gm)).toEqual(['· 申报CG-1，2023年8月22日到期（还有1个工作日）']);
  });

  it('gathers many deadlines in one digest and lists the most urgent', async () => {
    const due = Array.from({ length: 30 }, (_, i) =>
      atDesk(String(i), 'changzhi', i < 3 ? 'overdue-2' : 'before-3', i < 3 ? '2023-08-16' : '2023-08-23'),
    );
    await round(due);
    await mailsSettled(house);

    const [mail] = house.sink.to('changzhi-1@demo.example');
    expect(mail?.subject).toBe('待办提醒：逾期3件，即将到期27件');
    expect(mail?.text.match(/· 申报/g)).toHaveLength(20);
    expect(mail?.text).toContain('另有10件');
    expect(mail?.text).not.toMatch(/1\d{10}/);
  });

  it('is listed for the season, for the services of the house only', async () => {
    await round([forPerson('3', 'liu')]);

    const listed = await house.http.house(house.config.serviceSecret).get(`/internal/reminders?on=${FRIDAY}`);
    expect(listed.body).toEqual([{ deadlineId: '3', rung: 'before-1', recipient: 'liu', on: FRIDAY, digestOn: FRIDAY }]);
    expect((await house.http.anonymous.get(`/internal/reminders?on=${FRIDAY}`)).status).toBe(401);
    const counted = await house.http.house(house.config.serviceSecret).get('/internal/messages/count');
    expect(counted.body).toMatchObject({ messages: 1, reminders: 1, digests: 1 });
  });
});
