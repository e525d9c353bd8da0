import type { Instant } from '@dengke/contract';
import { toDatabase, toInstant } from '@dengke/service-kit';
import type { EntityManager } from 'typeorm';
import { SummarySheet } from '../windows/summary-sheet.entity';
import { cutOffBy } from './cut-offs';
import type { Dated, Parameters } from './cut-offs';
import type { ExtensionPreview, ReopenedDesk } from './extending.dto';

/** Serials named for each desk; the rest is counted. */
const NAMED = 200;

/** A window before and after its extension. */
export interface Extended {
  from: Dated;
  to: Dated;
  at: Instant;
}

type Condition = [sql: string, parameters: Parameters];

/** Of the window, with a cut-off that moves: what was settled at the old one is open again. */
function bound({ to }: Extended): Condition {
  const [cutOff, parameters] = cutOffBy(to);
  return [`s.windowId = ? AND s.cutOffAt < ${cutOff}`, [to.window.id, ...parameters]];
}

/** First submitted after the cut-off that would have bound it, into rolling intake for want of a window; it was open then, as it is known now. A suspicion that is not cleared yet costs it nothing (P17). */
function entering({ from, to, at }: Extended): Condition {
  const { registrationYear, resultFrom, resultTo } = to.window;
  const [[old, oldParameters], [now, nowParameters]] = [cutOffBy(from), cutOffBy(to)];
  return [
    `s.windowId IS NULL AND (s.state IN ('in-review', 'returned') OR (s.state = 'suspected' AND s.registrationNumber IS NULL AND s.position IS NOT NULL)) AND s.registrationYear = ? AND s.achievedOn BETWEEN ? AND ?
     AND s.firstSubmittedAt >= ${old} AND s.firstSubmittedAt <= ? AND s.firstSubmittedAt < ${now}`,
    [registrationYear, resultFrom, resultTo, ...oldParameters, toDatabase(at), ...nowParameters],
  ];
}

/** All at once: whoever acts from now on is judged by the new cut-off. The version rises, so that a settlement that is on its way is refused. */
export async function reopen(manager: EntityManager, extended: Extended): Promise<{ replacedSheets: Record<string, string> }> {
  const [cutOff, parameters] = cutOffBy(extended.to);
  const set = `mode = 'window', windowOutcome = NULL, cutOffAt = ${cutOff}, version = version + 1`;
  const [[isEntering, entered], [isBound, moved]] = [entering(extended), bound(extended)];
  const { id } = extended.to.window;
  // Both are texts of these files with place holders.
  // nosemgrep: sql-from-what-was-given
  await manager.query(`UPDATE submission s SET ${set} WHERE ${isBound}`, [...parameters, ...moved]);
  // nosemgrep: sql-from-what-was-given
  await manager.query(`UPDATE submission s SET windowId = ?, ${set} WHERE ${isEntering}`, [id, ...parameters, ...entered]);
  const sheets = await manager.find(SummarySheet, { select: { organisationId: true, digest: true }, where: { windowId: id } });
  await manager.delete(SummarySheet, { windowId: id });
  return { replacedSheets: Object.fromEntries(sheets.map(({ organisationId, digest }) => [organisationId, digest])) };
}

/** Everybody whom it concerns, by desks, with where it stood at the old cut-off. */
export async function reopened(manager: EntityManager, extended: Extended): Promise<Omit<ExtensionPreview, 'limits'>> {
  const [cutOff, parameters] = cutOffBy(extended.to);
  const [isBound, moved] = bound(extended);
  const rows = await manager.query<
    (Omit<ReopenedDesk, 'from' | 'to' | 'count' | 'serials'> & Listed & { cutOffFrom: Date; cutOffTo: Date })[]
  >(
    `SELECT deskId, windowOutcome AS outcome, cutOffFrom, cutOffTo, ${listed}
       FROM (SELECT s.serial, s.deskId, s.windowOutcome, s.cutOffAt AS cutOffFrom, ${cutOff} AS cutOffTo FROM submission s WHERE ${isBound}) moved
      GROUP BY deskId, windowOutcome, cutOffFrom, cutOffTo ORDER BY deskId, windowOutcome, cutOffFrom`,
    [NAMED, ...parameters, ...moved],
  );
  const [isEntering, entered] = entering(extended);
  const [fresh] = await manager.query<Listed[]>(`SELECT ${listed} FROM submission s WHERE ${isEntering}`, [NAMED, ...entered]);
  const affected = rows.map(({ deskId, outcome, cutOffFrom, cutOffTo, ...these }): ReopenedDesk => ({
    ...{ deskId, outcome, from: toInstant(cutOffFrom), to: toInstant(cutOffTo), ...listOf(these) },
  }));
  return {
    affected,
    submissions: affected.reduce((sum, { count }) => sum + count, 0),
    entering: listOf(fresh),
    sheets: await manager.countBy(SummarySheet, { windowId: extended.to.window.id }),
  };
}

interface Listed {
  count: string;
  serials: string | null;
}
const listed = "COUNT(*) AS count, SUBSTRING_INDEX(GROUP_CONCAT(serial ORDER BY serial), ',', ?) AS serials";
const listOf = (these: Listed | undefined): { count: number; serials: string[] } => ({
  count: Number(these?.count ?? 0),
  serials: these?.serials?.split(',') ?? [],
});
