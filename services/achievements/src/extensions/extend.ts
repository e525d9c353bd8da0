import { DomainError } from '@dengke/service-kit';
import type { EntityManager } from 'typeorm';
import { Not } from 'typeorm';
import type { ActHandler } from '../acts/act-context';
import { Deadline } from '../deadlines/deadline.entity';

/**
 * The present wait goes on by a new row, the old one stays; who was late is late no more. Publicity ends on the day that was published: there only an
 * objection is waited for. @throws DomainError ACT_NOT_PERMITTED where nobody is, INVALID_INPUT where it would be late all the same
 */
export const extended =
  (longer: (manager: EntityManager, open: Deadline) => Promise<Deadline>): ActHandler =>
  async ({ manager, submission, at, input }) => {
    const where = { serial: submission.serial, state: 'open' as const, about: Not('publicity' as const) };
    const from = await manager.findOne(Deadline, { where, order: { id: 'DESC' } });
    if (from === null) {
      throw new DomainError('ACT_NOT_PERMITTED');
    }
    const to = await longer(manager, from);
    if (to.dueAt <= at) {
      throw new DomainError('INVALID_INPUT', { fields: [{ field: 'days', reason: 'stillLate' }] });
    }
    return {
      recounted: [{ from: { ...from, endedAt: at }, to }],
      submission: { dueAt: to.dueAt, dueProvisional: to.provisional, escalatedAt: null },
      detail: { deadlineId: to.id, days: to.extraDays - from.extraDays, previousDueOn: from.dueOn, dueOn: to.dueOn },
      text: { reason: input.reason },
    };
  };
