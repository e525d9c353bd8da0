import { reminderRoundWorkflowId } from '@dengke/contract';
import type { DueReminder, Rung } from '@dengke/contract';
import { Ledger } from '../testing/ledger';
import { nationalDay } from '../testing/spec-calendar';
import { refusal } from '../testing/submission-ledger';
import { until } from '../testing/until';
import { World } from '../testing/world';

const reminder = (deadlineId: string, rung: Rung, personId: string): DueReminder => ({
  deadlineId,
  rung,
  subject: `submission/${deadlineId}`,
  organisationId: null,
  personId,
  dueOn: '2023-10-09',
});

/** Ten days are played once; each specification looks at its part. */
describe('the reminder round', () => {
  let world: World;
  const atEight: string[] = [];

  beforeAll(async () => {
    const ledger = new Ledger({}, nationalDay);
    ledger.faultOf = 'sendDigests';
    const { due } = ledger.reminders;
    due.set('2023-09-28', [
      reminder('D1', 'before-3', 'clerk'),
      reminder('D2', 'before-3', 'clerk'),
      reminder('D3', 'before-3', 'registrar'),
    ]);
    due.set('2023-10-07', [reminder('D1', 'before-3', 'clerk')]);
    due.set('2023-10-08', [reminder('D1', 'before-1', 'clerk')]);
    due.set('2023-10-09', [reminder('D1', 'due-day', 'clerk')]);
    const running = { organisationId: null, startOn: '2023-09-22', dueOn: '2023-10-09' };
    ledger.reminders.elsewhere.push(
      {
        ...running,
        deadlineId: 'O1',
        subject: 'organiserApplication/O1',
        personId: 'registrar',
        rungs: { '2023-09-28': 'before-5', '2023-10-08': 'before-1' },
      },
      { ...running, deadlineId: 'O2', subject: 'organiserApplication/O2', personId: 'registrar', rungs: { '2023-10-08': 'before-1' } },
      { ...running, deadlineId: 'O3', subject: 'organiserApplication/O3', personId: 'registrar', rungs: {} },
    );
    due.set('2023-10-10', [reminder('D1', 'overdue-1', 'clerk'), reminder('D3', 'overdue-1', 'registrar')]);
    world = await World.on('2023-09-27T02:00:00Z', ledger);
    await world.startRounds('2023-10-11T00:00:00.000Z');

    for (const day of ['09-28', '09-29', '09-30', '10-01', '10-06', '10-07', '10-08', '10-09', '10-10']) {
      await world.passTo(`2023-${day}T00:59:00.000Z`);
      atEight.push(`${day}: ${ledger.reminders.rounds.length}`);
      ledger.fault = day === '10-09' ? refusal('UNEXPECTED') : null;
      await world.passTo(`2023-${day}T01:00:01.000Z`);
      await until(`the round of ${day} is over`, async () => !(await world.isBusy(reminderRoundWorkflowId)));
    }
    await until(
      'the rounds are over',
      async () => (await world.client.workflow.getHandle(reminderRoundWorkflowId).describe()).status.name === 'COMPLETED',
    );
  }, 120_000);
  afterAll(() => world.close());

  it('is held at nine in Shanghai on every working day, over the National Day holiday and its make-up days [P39]', () => {
    expect(world.ledger.reminders.rounds).toEqual([
      '2023-09-28 2023-09-28T01:00:00.000Z',
      '2023-10-07 2023-10-07T01:00:00.000Z',
      '2023-10-08 2023-10-08T01:00:00.000Z',
      '2023-10-10 2023-10-10T01:00:00.000Z',
    ]);
    expect(atEight).toEqual(['09-28: 0', '09-29: 1', '09-30: 1', '10-01: 1', '10-06: 1', '10-07: 1', '10-08: 2', '10-09: 3', '10-10: 3']);
  });

  it('sends each person one digest a day, of submissions and applications alike, and no rung of a deadline twice [P31]', () => {
    expect(world.ledger.reminders.digests).toEqual([
      '2023-09-28 clerk: D1 before-3, D2 before-3',
      '2023-09-28 registrar: D3 before-3, O1 before-5',
      '2023-10-08 clerk: D1 before-1',
      '2023-10-08 registrar: O1 before-1, O2 before-1',
      '2023-10-10 clerk: D1 due-day, D1 overdue-1',
      '2023-10-10 registrar: D3 overdue-1',
    ]);
  });

  it('is held again the next day when one was refused, and then tells what was left', () => {
    expect(world.ledger.faulted).toBe(1);
    expect(world.ledger.reminders.digests.filter((line) => line.includes('due-day'))).toEqual([
      '2023-10-10 clerk: D1 due-day, D1 overdue-1',
    ]);
  });
});
