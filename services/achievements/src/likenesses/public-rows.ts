import { occupyingStates } from '@dengke/contract';
import type { SubmissionState } from '@dengke/contract';
import type { EntityManager } from 'typeorm';
import type { Mark, MarkKind } from './marks';

/** What is public of a registered achievement (P38), and what its own unit knows besides. */
export interface PublicRow {
  serial: string;
  name: string;
  firstUnit: string;
  registrationYear: number;
  registrationNumber: string | null;
  state: SubmissionState;
  isOwn: boolean;
}

interface Twin {
  serial: string;
  kind: MarkKind;
  value: string;
}

const REGISTERED: readonly SubmissionState[] = ['registered', 'reported'];

/** The live and registered submissions that have one of these numbers. */
export async function twinsOf(manager: EntityManager, marks: readonly Mark[]): Promise<Twin[]> {
  if (marks.length === 0) {
    return [];
  }
  return manager.query<Twin[]>('SELECT serial, kind, value FROM submission_mark WHERE (kind, value) IN (?)', [
    marks.map(({ kind, value }) => [kind, value]),
  ]);
}

/** Of these submissions those that somebody of a unit may know of: the unit's own, but for what was made of the same draft, and registered ones. */
export async function publicRows(
  manager: EntityManager,
  serials: readonly string[],
  { unitId, draftId }: { unitId: string; draftId: string },
): Promise<PublicRow[]> {
  if (serials.length === 0) {
    return [];
  }
  const rows = await manager.query<(Omit<PublicRow, 'isOwn'> & { unitId: string })[]>(
    `SELECT s.serial, s.name, JSON_VALUE(v.form, '$.units[0].name') AS firstUnit, s.registrationYear, s.registrationNumber, s.state, s.unitId
     FROM submission s JOIN submission_version v ON v.serial = s.serial AND v.round = s.round
     WHERE s.serial IN (?) AND s.draftId <> ? AND s.state IN (?) AND (s.unitId = ? OR s.state IN (?))
     UNION ALL SELECT i.serial, e.name, JSON_VALUE(e.units, '$[0]'), e.registrationYear, e.number, 'registered', ''
     FROM imported_registration i JOIN register_entry e ON e.number = i.number WHERE i.serial IN (?)`,
    [serials, draftId, occupyingStates, unitId, REGISTERED, serials],
  );
  return rows.map(({ unitId: of, ...row }) => ({
    ...{ ...row, firstUnit: row.firstUnit ?? '', isOwn: of === unitId },
    // Nobody reads what is suspected of being classified, its unit neither (P17).
    ...(row.state === 'suspected' && { name: '', firstUnit: '' }),
  }));
}
