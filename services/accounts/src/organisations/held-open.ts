import type { EntityManager } from 'typeorm';

/** Holds an organisation as it is until the transaction ends: no change of the graphs closes or moves it meanwhile. @returns whether it is open */
export async function isHeldOpen(manager: EntityManager, id: string): Promise<boolean> {
  const open = await manager.query<unknown[]>('select 1 from organisation where id = ? and closedAt is null lock in share mode', [id]);
  return open.length > 0;
}
