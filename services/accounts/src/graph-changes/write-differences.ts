import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Appointment, Instant } from '@dengke/contract';
import { changeOne, toDatabase } from '@dengke/service-kit';
import { Organisation } from '../organisations/organisation.entity';
import { Unit } from '../organisations/unit.entity';
import type { PicturedNode, PicturedPosition } from '../routes/graph-picture';
import type { Route } from '../routes/route-resolution';
import type { Differences } from './effects';

export type Granted = Appointment & { positionId: string };

/**
 * Writes a worked-out change row by row, each compared and set. Positions end before their organisation closes: the database lets nobody
 * hold one in a closed one.
 */
export async function writeDifferences(manager: EntityManager, differences: Differences, at: Instant): Promise<Granted[]> {
  const { created, changed, ended, revoked, routes } = differences;
  const granted = differences.granted.map((appointment) => ({ ...appointment, positionId: uuidv7() }));
  for (const node of created) {
    await insertNode(manager, node);
  }
  for (const position of ended) {
    await endPosition(manager, position, at);
  }
  for (const { before, after } of changed) {
    await changeNode(manager, before, after, at);
  }
  for (const position of granted) {
    await grantPosition(manager, position, ended, at);
  }
  for (const personId of revoked) {
    const now = [toDatabase(at), personId];
    await changeOne(manager, 'update credential set revokedAt = ?, version = version + 1 where personId = ? and revokedAt is null', now);
    await manager.query('delete from session where personId = ?', [personId]);
  }
  for (const route of routes) {
    await changeDesks(manager, route);
  }
  return granted;
}

async function insertNode(manager: EntityManager, { unit, closed: _, ...node }: PicturedNode): Promise<void> {
  await manager.insert(Organisation, { ...node, closedAt: null });
  if (unit !== null) {
    await manager.insert(Unit, { organisationId: node.id, ...unit });
  }
}

/** With the position its sessions end. */
async function endPosition(manager: EntityManager, { id }: PicturedPosition, at: Instant): Promise<void> {
  const now = toDatabase(at);
  await changeOne(manager, 'update held_position set endedAt = ? where id = ? and (endedAt is null or endedAt > ?)', [now, id, now]);
  await manager.query('delete from session where positionId = ?', [id]);
}

/** What was set for the position that somebody leaves for this one goes along: nobody gains a right by a merge (P7). */
async function grantPosition(manager: EntityManager, granted: Granted, ended: readonly PicturedPosition[], at: Instant): Promise<void> {
  const { positionId, personId, organisationId, role } = granted;
  await manager.query('insert into held_position (id, personId, organisationId, role, grantedAt) values (?)', [
    [positionId, personId, organisationId, role, toDatabase(at)],
  ]);
  const left = ended.find((position) => position.personId === personId && position.role === role);
  if (left !== undefined) {
    await manager.query(
      'insert into position_right (positionId, name, granted, since) select ?, name, granted, since from position_right where positionId = ?',
      [positionId, left.id],
    );
  }
}

async function changeNode(manager: EntityManager, before: PicturedNode, after: PicturedNode, at: Instant): Promise<void> {
  const { id, version } = before;
  const { unit, closed, ...node } = after;
  const closing = closed && !before.closed ? { closedAt: at } : {};
  await changeOne(
    manager
      .createQueryBuilder()
      .update(Organisation)
      .set({ ...node, ...closing })
      .where('id = :id and version = :version', { id, version }),
  );
  if (unit !== null) {
    await manager.update(Unit, { organisationId: id }, unit);
  }
}

async function changeDesks(manager: EntityManager, { id, version, legs }: Route): Promise<void> {
  await changeOne(manager, 'update review_route set version = version + 1 where id = ? and version = ?', [id, version]);
  for (const [at, { holder }] of legs.entries()) {
    await manager.query('update route_leg set holder = ? where routeId = ? and number = ?', [holder, id, at + 1]);
  }
}
