import type { Instant } from '@dengke/contract';
import { toDatabase, toInstant } from '@dengke/service-kit';
import type { EntityManager } from 'typeorm';
import type { AffectedDesk, ReschedulePreview } from './rescheduling.dto';
import type { CollectionWindowRow } from '../windows/collection-window.entity';
import type { EarlierCutOffRow } from '../windows/earlier-cut-off.entity';

/** A window with the dates it is to have. */
export interface Dated {
  window: CollectionWindowRow;
  earlier: EarlierCutOffRow[];
}

/** What a cut-off still binds: the others have been settled, or their own has passed and is about to be. */
const BOUND = 'windowId = ? AND windowOutcome IS NULL AND cutOffAt > ?';

export type Parameters = unknown[];

/** The cut-off of each submission as these dates have it: the window's, or that of an organisation of its route or of its area (S39). */
export function cutOffBy({ window, earlier }: Dated): [string, Parameters] {
  const own = earlier.map(({ organisationId, areaCode, cutOffAt }): [string, Parameters] => {
    const applies =
      organisationId === null
        ? 's.areaCode LIKE ?'
        : 'EXISTS (SELECT 1 FROM submission_leg l WHERE l.serial = s.serial AND l.organisationId = ?)';
    return [`IF(${applies}, ?, ?)`, [organisationId ?? `${areaCode ?? ''}%`, toDatabase(cutOffAt), toDatabase(window.cutOffAt)]];
  });
  const all: [string, Parameters][] = [['?', [toDatabase(window.cutOffAt)]], ...own];
  const sql = all.map(([expression]) => `CAST(${expression} AS DATETIME(3))`).join(', ');
  return [all.length === 1 ? sql : `LEAST(${sql})`, all.flatMap(([, parameters]) => parameters)];
}

/** Gives what is bound the cut-off of these dates, all at once: whoever acts from now on is judged by it. */
export async function moveCutOffs(manager: EntityManager, dated: Dated, at: Instant): Promise<void> {
  const [cutOff, parameters] = cutOffBy(dated);
  // `cutOffBy` makes an expression of place holders alone.
  // nosemgrep: sql-from-what-was-given
  await manager.query(`UPDATE submission s SET cutOffAt = ${cutOff} WHERE ${BOUND}`, [...parameters, dated.window.id, toDatabase(at)]);
}

/** Whose cut-off moves, by desks and dates. */
export async function affectedBy(manager: EntityManager, dated: Dated, at: Instant): Promise<ReschedulePreview> {
  const [cutOff, parameters] = cutOffBy(dated);
  const rows = await manager.query<{ deskId: string | null; cutOffFrom: Date; cutOffTo: Date; count: string }[]>(
    `SELECT deskId, cutOffFrom, cutOffTo, COUNT(*) AS count
       FROM (SELECT s.deskId, s.cutOffAt AS cutOffFrom, ${cutOff} AS cutOffTo FROM submission s WHERE ${BOUND}) moved
      WHERE cutOffFrom <> cutOffTo GROUP BY deskId, cutOffFrom, cutOffTo ORDER BY deskId, cutOffFrom`,
    [...parameters, dated.window.id, toDatabase(at)],
  );
  const affected = rows.map(({ deskId, cutOffFrom, cutOffTo, count }): AffectedDesk => ({
    deskId,
    from: toInstant(cutOffFrom),
    to: toInstant(cutOffTo),
    count: Number(count),
  }));
  return { affected, submissions: affected.reduce((sum, { count }) => sum + count, 0) };
}
