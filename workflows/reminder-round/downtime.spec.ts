import { ApplicationFailure } from '@temporalio/common';
import { reminderRoundWorkflowId } from '@dengke/contract';
import type { DueReminder, Rung } from '@dengke/contract';
import { Ledger } from '../testing/ledger';
import { nationalDay } from '../testing/spec-calendar';
import { until } from '../testing/until';
import { World } from '../testing/world';

const clerk = (deadlineId: string, rung: Rung): DueReminder => ({
  ...{ deadlineId, rung, subject: `submission/${deadlineId}`, organisationId: null, personId: 'clerk', dueOn: '2023-08-22' },
});
/** Tried again shortly before its hour is over, instead of every ten seconds of two days. */
const away = ApplicationFailure.create({ message: 'notifications is away', nextRetryDelay: '50m' });

describe('the reminder round when notifications was away over two rounds', () => {
  let world: World;
  beforeAll(async () => {
    const ledger = new Ledger({}, nationalDay);
    const { due } = ledger.reminders;
    ledger.faultOf = 'noteReminders';
    due.set('2023-08-17', [clerk('D1', 'before-1'), clerk('D2', 'before-3'), clerk('D4', 'before-5')]);
    due.set('2023-08-18', [clerk('D1', 'due-day'), clerk('D3', 'before-1')]);
    due.set('2023-08-21', [clerk('D2', 'before-1'), clerk('D3', 'due-day')]);
    world = await World.on('2023-08-16T02:00:00Z', ledger);
    await world.startRounds('2023-08-22T00:00:00.000Z');

    ledger.fault = away;
    await world.passTo('2023-08-17T01:00:01.000Z');
    // On Thursday afternoon D1 is met: achievements lists it no more, for whatever day it is asked.
    due.set('2023-08-17', [clerk('D2', 'before-3'), clerk('D4', 'before-5')]);
    due.set('2023-08-18', [clerk('D3', 'before-1')]);
    for (const day of [18, 19, 20, 21]) {
      await world.passTo(`2023-08-${day}T01:30:00.000Z`);
    }
    ledger.fault = null;
    await world.passTo('2023-08-21T04:00:00.000Z');
    await until('the round is over', async () => !(await world.isBusy(reminderRoundWorkflowId)));
  }, 120_000);
  afterAll(() => world.close());

  it('sends what is still true, once, in the order of the ladder, and skips what was met meanwhile', () => {
    expect(world.ledger.faulted).toBeGreaterThan(0);
    expect(world.ledger.reminders.digests).toEqual(['2023-08-21 clerk: D2 before-1, D2 before-3, D3 before-1, D3 due-day, D4 before-5']);
    expect(world.ledger.reminders.rounds).toEqual(['2023-08-21 2023-08-21T01:00:00.000Z']);
  });

  it('then goes on as usual', async () => {
    await world.passTo('2023-08-22T00:30:00.000Z');
    await until(
      'the rounds are over',
      async () => (await world.client.workflow.getHandle(reminderRoundWorkflowId).describe()).status.name === 'COMPLETED',
    );
    expect(world.ledger.reminders.rounds).toHaveLength(1);
  });
});
