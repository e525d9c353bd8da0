import { DomainError } from '@dengke/service-kit';
import type { EntityManager } from 'typeorm';

/** What operators did to intake: a ledger of its own, whose last entry says how it stands. */
export const intakeSubject = 'operations/intake';
/** Kinds of its entries. */
export const intakeOrders = { pause: 'pauseIntake', resume: 'resumeIntake' } as const;

export async function isIntakePaused(manager: Pick<EntityManager, 'query'>): Promise<boolean> {
  const [last] = await manager.query<{ kind: string }[]>(
    'SELECT e.kind FROM ledger_head h JOIN ledger_entry e ON e.subject = h.subject AND e.number = h.lastNumber WHERE h.subject = ?',
    [intakeSubject],
  );
  return last?.kind === intakeOrders.pause;
}

/** Operators hold back what enters, as in an emergency; what has entered goes on. @throws DomainError INTAKE_PAUSED */
export async function refuseWhilePaused(manager: EntityManager): Promise<void> {
  if (await isIntakePaused(manager)) {
    throw new DomainError('INTAKE_PAUSED');
  }
}
