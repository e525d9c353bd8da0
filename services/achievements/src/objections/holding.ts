import { shanghaiDateOf } from '@dengke/calendar';
import { objectionStates } from '@dengke/contract';
import type { Instant, ObjectionState } from '@dengke/contract';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { ActContext, Change } from '../acts/act-context';
import { retention } from '../retention/retention';
import { Objection } from './objection.entity';

const openStates = (Object.keys(objectionStates) as ObjectionState[]).filter((state) => objectionStates[state].open);

/** Objections to a submission that somebody has still to answer or to decide. Read under the lock of the submission's ledger. */
export const openObjections = (manager: EntityManager, serial: string): Promise<Objection[]> =>
  manager.findBy(Objection, { serial, state: In(openStates) });

/** What the submission has come to an end without. */
export async function makeMoot(manager: EntityManager, others: readonly Objection[], at: Instant): Promise<void> {
  for (const { receipt, state } of others) {
    await manager.update(Objection, { receipt, state }, { state: 'moot', ...closed(at) });
  }
}

export const closed = (at: Instant): Pick<Objection, 'closedAt' | 'disposeOn'> => ({
  closedAt: at,
  disposeOn: retention.termOf('objection', shanghaiDateOf(at)).disposeOn,
});

/** From now on the registration waits for the registrar (P33). */
export const held = (at: Instant): Change => ({ submission: { heldAt: at }, wait: { for: 'objection' } });

/** Whom it concerns beside the unit: who registers, and the desks that let it pass. */
export function concerned({ legs }: Pick<ActContext['submission'], 'legs'>): { registrarId: string | null; reviewDeskIds: string[] } {
  const reviewing = legs.filter(({ kind }) => kind === 'municipal' || kind === 'organiser');
  const registrar = legs.find(({ kind }) => kind === 'department');
  return { registrarId: registrar?.organisationId ?? null, reviewDeskIds: reviewing.map(({ organisationId }) => organisationId) };
}

/**
 * What becomes of a hold once one objection is settled: it lasts while another is accepted, or waits for an answer after the end of publicity. Else
 * publicity goes on for the time that is left; where none is, its end registers at once.
 */
export function holdAfter({ submission, at }: Pick<ActContext, 'submission' | 'at'>, others: readonly Objection[]): Change {
  const { heldAt, publicityEndsAt } = submission;
  const hasEnded = publicityEndsAt !== null && at >= publicityEndsAt;
  const lasts = others.some(({ state }) => state === 'accepted' || hasEnded);
  return heldAt === null || lasts ? {} : { wait: { for: 'publicity-end' } };
}
