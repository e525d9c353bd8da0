import { changeOne, DomainError } from '@dengke/service-kit';
import type { EntityManager } from 'typeorm';
import { CollectionWindowRow } from '../windows/collection-window.entity';
import { EarlierCutOffRow } from '../windows/earlier-cut-off.entity';
import type { Dated } from './cut-offs';

/** Alone, where it is to be changed: whatever is just entering it comes first. @throws DomainError NOT_FOUND */
export async function heldWindow(manager: EntityManager, id: string): Promise<CollectionWindowRow> {
  const isActing = manager.queryRunner?.isTransactionActive === true;
  const window = await manager.findOne(CollectionWindowRow, { where: { id }, ...(isActing && { lock: { mode: 'pessimistic_write' } }) });
  if (window === null) {
    throw new DomainError('NOT_FOUND');
  }
  return window;
}

/** @throws DomainError VERSION_CONFLICT */
export async function storeDates(manager: EntityManager, { window, earlier }: Dated, seenVersion: number): Promise<void> {
  const { id, opensAt, cutOffOn, cutOffAt, paperFrom, paperTo, state } = window;
  const changed = manager.createQueryBuilder().update(CollectionWindowRow).set({ opensAt, cutOffOn, cutOffAt, paperFrom, paperTo, state });
  await changeOne(changed.where({ id, version: seenVersion }));
  await manager.delete(EarlierCutOffRow, { windowId: id });
  if (earlier.length > 0) {
    await manager.insert(EarlierCutOffRow, earlier);
  }
}
