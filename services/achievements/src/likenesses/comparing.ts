import { isOver, occupyingStates } from '@dengke/contract';
import { inTransaction } from '@dengke/service-kit';
import type { DataSource, EntityManager } from 'typeorm';
import { LikeTitleRow } from './like-title.entity';
import { TitleLook } from './title-look.entity';
import type { NearTitle, TitleRow } from './title-rows';

type Named = TitleRow & { round: number };

/** What comparing needs of the index. */
interface Names {
  put(row: TitleRow): void;
  /** What was imported until now is in it: an import has everything under way compared anew. */
  catchUp(): Promise<void>;
  like(row: TitleRow, limit: number): NearTitle[];
}

export const BATCH = 50;
/** So many near names are kept of one. */
const NEAREST = 5;

const comparable = occupyingStates.filter((state) => !isOver(state));

export async function newestLook(database: DataSource): Promise<number> {
  const [row] = await database.query<{ id: number | string | null }[]>('SELECT MAX(id) AS id FROM title_look');
  return Number(row?.id ?? 0);
}

/** What other replicas have compared since; it may not have its feed number yet. */
export const looksAfter = (database: DataSource, after: number): Promise<(TitleRow & { look: number })[]> =>
  database.query(
    `SELECT l.id AS look, s.serial, s.name, s.unitId, s.state FROM title_look l JOIN submission s ON s.serial = l.serial
     WHERE l.id > ? ORDER BY l.id`,
    [after],
  );

/** Compares rounds that nobody has compared yet, the newest first: after a long absence too, who submits now is not kept waiting. @returns how many: after a whole batch there may be more */
export async function compareNew(database: DataSource, names: Names): Promise<number> {
  const rows = await database.query<Named[]>(
    `SELECT s.serial, s.name, s.unitId, s.state, s.round FROM submission s
     LEFT JOIN title_look l ON l.serial = s.serial AND l.round = s.round
     WHERE l.id IS NULL AND s.state IN (?) ORDER BY s.serial DESC LIMIT ?`,
    [comparable, BATCH],
  );
  rows.forEach((row) => names.put(row));
  await names.catchUp();
  for (const row of rows) {
    await inTransaction(database, (manager) => note(manager, row, names.like(row, NEAREST)));
  }
  return rows.length;
}

async function note(manager: EntityManager, { serial, round }: Named, near: readonly NearTitle[]): Promise<void> {
  await manager.delete(LikeTitleRow, { serial });
  await manager.delete(LikeTitleRow, { other: serial });
  if (near.length > 0) {
    await manager.insert(
      LikeTitleRow,
      near.map(({ serial: other, score }) => (serial < other ? { serial, other, score } : { serial: other, other: serial, score })),
    );
  }
  await manager.insert(TitleLook, { serial, round });
}

/** In the transaction of an import: whatever is under way is compared once more, now also with what it brought. */
export async function compareAnew(manager: EntityManager): Promise<void> {
  await manager.query('DELETE l FROM title_look l JOIN submission s ON s.serial = l.serial AND s.round = l.round WHERE s.state IN (?)', [
    comparable,
  ]);
}
