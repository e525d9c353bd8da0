import { apart, inTransaction } from '@dengke/service-kit';
import { eventually } from '@dengke/test-kit';
import type { EntityManager } from 'typeorm';
import { aHouse, withPeople } from '../../testing/a-house';
import type { House } from '../../testing/a-house';
import { AppendOnlyReminders20270112000000 } from '../migrations/20270112-append-only-reminders';
import { Digest } from './digest.entity';
import { RemindersActivities } from './reminders.activities';
import { RemindersService } from './reminders.service';
import { UntoldService } from './untold.service';

const FRIDAY = '2023-08-18';
const MONDAY = '2023-08-21';
const round = (on: string) => ({ on, at: `${on}T01:00:00.000Z` });
const reminder = (deadlineId: string, personId = 'liu') => ({
  ...({ deadlineId, rung: 'before-1', subject: `submission/CG-${deadlineId}`, organisationId: null, personId, dueOn: MONDAY } as const),
});

describe('what is still to be told', () => {
  let house: House;
  let activities: RemindersActivities;

  beforeEach(async () => {
    house = await aHouse();
    await withPeople(house);
    activities = house.app.get(RemindersActivities);
  });
  afterEach(() => house.close());

  const note = (ids: readonly string[], on = FRIDAY) => activities.noteReminders({ ...round(on), due: ids.map((id) => reminder(id)) });
  const told = async (...days: string[]): Promise<string[]> => {
    const noted = await Promise.all(days.map((day) => house.app.get(RemindersService).notedOn(day)));
    return noted.flat().map(({ deadlineId, digestOn }) => `${deadlineId} ${digestOn}`);
  };
  const markIs = async (): Promise<number> =>
    (await house.database.query<{ toldUpTo: number }[]>('SELECT toldUpTo FROM digest_mark'))[0]?.toldUpTo ?? -1;

  it('waits for those who are noting, so that no row appears behind what was told', async () => {
    let sent: Promise<unknown> = Promise.resolve();
    let isOver = false;
    await inTransaction(house.database, async (manager) => {
      await noteSlowly(manager, '1');
      await apart(async () => {
        await note(['2']);
        sent = activities.sendDigests(round(FRIDAY)).finally(() => (isOver = true));
        await eventually(async () => isOver || (await isWaiting()));
      });
    });
    await sent;

    expect(await house.database.manager.findBy(Digest, { personId: 'liu' })).toMatchObject([{ digestOn: FRIDAY, reminders: 2 }]);
  });

  const noteSlowly = async (manager: EntityManager, deadlineId: string): Promise<void> => {
    await house.app.get(UntoldService).holdForNoting(manager);
    await manager.query(
      'INSERT INTO reminder (deadlineId, rung, recipientId, remindedOn, subject, dueOn, notedAt) VALUES (?, "before-1", "liu", ?, "submission/CG-1", ?, ?)',
      [deadlineId, FRIDAY, MONDAY, new Date(round(FRIDAY).at)],
    );
  };
  const isWaiting = async (): Promise<boolean> => {
    const waiting = await house.database.query<unknown[]>(
      "SELECT 1 FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID() AND info LIKE '%digest_mark%FOR UPDATE' AND time_ms > 300",
    );
    return waiting.length > 0;
  };

  it('looks no further back once everybody is told, and for whoever had his digest before, as far as that', async () => {
    await note(['1', '2']);
    await activities.sendDigests(round(FRIDAY));
    const first = await markIs();
    await note(['3']);
    await activities.sendDigests(round(FRIDAY));
    const withOneLeft = await markIs();
    await activities.sendDigests(round(MONDAY));

    expect([first, withOneLeft]).toEqual([2, 2]);
    expect(await markIs()).toBeGreaterThan(2);
    expect(await told(FRIDAY)).toEqual([`1 ${FRIDAY}`, `2 ${FRIDAY}`, `3 ${MONDAY}`]);
  });

  it('tells nothing of a later day, and tells it then', async () => {
    await note(['1']);
    await note(['2'], MONDAY);
    await activities.sendDigests(round(FRIDAY));
    const onFriday = await told(FRIDAY, MONDAY);
    await activities.sendDigests(round(MONDAY));

    expect(onFriday).toEqual([`1 ${FRIDAY}`, '2 null']);
    expect(await told(FRIDAY, MONDAY)).toEqual([`1 ${FRIDAY}`, `2 ${MONDAY}`]);
  });

  it('knows after the migration what was told before it, row by row', async () => {
    const migration = new AppendOnlyReminders20270112000000();
    await note(['1', '2', '3']);
    await activities.sendDigests(round(FRIDAY));
    await note(['4']);
    const runner = house.database.createQueryRunner();
    await migration.down(runner);
    // As it could be before: a row that was not told stands before one that was.
    await runner.query("UPDATE reminder SET digestOn = NULL WHERE deadlineId = '2'");
    await migration.up(runner);
    await runner.release();
    const before = await told(FRIDAY);
    await note(['5'], MONDAY);
    await activities.sendDigests(round(MONDAY));

    expect(before.sort()).toEqual([`1 ${FRIDAY}`, '2 null', `3 ${FRIDAY}`, '4 null']);
    expect((await told(FRIDAY, MONDAY)).sort()).toEqual([`1 ${FRIDAY}`, `2 ${MONDAY}`, `3 ${FRIDAY}`, `4 ${MONDAY}`, `5 ${MONDAY}`]);
  });
});
