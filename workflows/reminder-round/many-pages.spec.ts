import { reminderRoundWorkflowId } from '@dengke/contract';
import type { DueReminder } from '@dengke/contract';
import { Ledger } from '../testing/ledger';
import { nationalDay } from '../testing/spec-calendar';
import { until } from '../testing/until';
import { World } from '../testing/world';

const reminder = (which: number): DueReminder => ({
  ...{ deadlineId: `D${which}`, rung: 'due-day', subject: `submission/D${which}`, organisationId: null, dueOn: '2023-08-17' },
  personId: `clerk-${which % 7}`,
});

/** The pages here hold two each. */
describe('a round of more pages than one history shall hold', () => {
  let world: World;
  const all = Array.from({ length: 91 }, (_, which) => reminder(which));
  const told = () => world.ledger.reminders.digests.flatMap((line) => line.split(/: |, /).slice(1));

  beforeAll(async () => {
    const ledger = new Ledger({}, nationalDay);
    ledger.reminders.due.set('2023-08-17', all);
    for (let which = 0; which < 45; which += 1) {
      const running = { organisationId: null, personId: 'registrar', startOn: '2023-08-10', dueOn: '2023-08-17' };
      const subject = `organiserApplication/O${which}`;
      ledger.reminders.elsewhere.push({ ...running, deadlineId: `O${which}`, subject, rungs: { '2023-08-17': 'due-day' } });
    }
    world = await World.on('2023-08-16T02:00:00Z', ledger);
    await world.startRounds('2023-08-18T00:00:00.000Z');
    await world.passTo('2023-08-17T02:00:00.000Z');
    await until('the round is over', async () => ledger.reminders.rounds.length === 1);
  }, 120_000);
  afterAll(() => world.close());

  it('goes on in new runs where the one before stopped, and tells everything once, in one digest a person', () => {
    const digests = world.ledger.reminders.digests;
    expect(told().sort()).toEqual(
      [...all.map(({ deadlineId }) => `${deadlineId} due-day`), ...Array.from({ length: 45 }, (_, which) => `O${which} due-day`)].sort(),
    );
    expect(digests).toHaveLength(8);
    expect(world.ledger.reminders.rounds).toEqual(['2023-08-17 2023-08-17T01:00:00.000Z']);
  });

  it('holds no more than ten pages in one history', async () => {
    const runs: number[] = [];
    let runId: string | undefined;
    do {
      const { events = [] } = await world.client.workflow.getHandle(reminderRoundWorkflowId, runId).fetchHistory();
      const noted = events?.filter((event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'noteReminders') ?? [];
      runs.unshift(noted.length);
      runId = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
    } while (runId !== undefined);

    expect(runs).toEqual([10, 10, 10, 10, 10, 10, 9]);
  });
});
