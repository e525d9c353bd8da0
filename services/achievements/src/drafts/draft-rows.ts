import { DomainError } from '@dengke/service-kit';
import type { EntityManager } from 'typeorm';
import { Draft } from './draft.entity';
import type { DraftForm } from './draft.entity';
import { refuseSealed } from './submitted-drafts';

/** A draft of the unit; to others it does not exist. @throws DomainError NOT_FOUND */
export async function ownDraft(manager: EntityManager, id: string, unitId: string): Promise<Draft> {
  const draft = found(await manager.findOneBy(Draft, { id, unitId }));
  await refuseSealed(manager, id);
  return draft;
}

export async function lockedDraft(manager: EntityManager, id: string, unitId: string): Promise<Draft> {
  const draft = found(await manager.findOne(Draft, { where: { id, unitId }, lock: { mode: 'pessimistic_write' } }));
  await refuseSealed(manager, id);
  return draft;
}

function found(draft: Draft | null): Draft {
  if (draft === null) {
    throw new DomainError('NOT_FOUND');
  }
  return draft;
}

/** Secrecy is declared before anything is stored (P17, S49), and a draft is made for the unit of who writes it (P18). */
export function mayBeStored({ secrecy, units }: DraftForm, unitId: string): void {
  if (secrecy !== 'public') {
    throw new DomainError(secrecy === undefined ? 'SECRECY_NOT_DECLARED' : 'CLASSIFIED_EXCLUDED', { rule: 'P17 S49', field: 'secrecy' });
  }
  const firstUnitId = units?.[0]?.unitId;
  if (firstUnitId !== undefined && firstUnitId !== unitId) {
    throw new DomainError('NOT_FIRST_UNIT', { rule: 'P18 S27 S61', field: 'units.0.unitId' });
  }
}
