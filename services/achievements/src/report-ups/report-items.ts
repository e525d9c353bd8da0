import { submissionWorkflowId } from '@dengke/contract';
import type { ReportKind } from '@dengke/contract';
import type { EntityManager } from 'typeorm';
import { ReportItem } from './report-item.entity';

/** What the ministry has taken in of a registration last; null where it knows nothing of it. */
export type Known = Pick<ReportItem, 'kind' | 'certificateVersion'>;

/** Bundles are numbered as they are opened, so the latest is the one of the highest number. */
const order = { bundleId: 'DESC', position: 'DESC' } as const;

export const lastReported = (manager: EntityManager, serial: string): Promise<ReportItem | null> =>
  manager.findOne(ReportItem, { where: { serial }, order });

export async function knownOf(manager: EntityManager, serial: string): Promise<Known | null> {
  const taken = await manager.findOne(ReportItem, { where: { serial, state: 'acknowledged' }, order });
  return taken ?? ((await tookInAtDesk(manager, serial)) ? { kind: 'registration', certificateVersion: 1 } : null);
}

/** Before reporting by bundles was switched on, its people have. */
async function tookInAtDesk(manager: EntityManager, serial: string): Promise<boolean> {
  const found = await manager.query<unknown[]>("SELECT 1 FROM ledger_entry WHERE subject = ? AND kind = 'acknowledge' LIMIT 1", [
    submissionWorkflowId(serial),
  ]);
  return found.length > 0;
}

/** An item whose submission somebody suspects to be classified, or that is (P17). That it is cancelled as that says nothing of it. */
export interface SuspectedItem {
  id: string;
  serial: string;
  isClassified: boolean;
}

export async function suspectedIn(manager: EntityManager, bundleId: string): Promise<SuspectedItem[]> {
  const found = await manager.query<{ id: string; serial: string; excluded: number }[]>(
    `SELECT i.id, i.serial, s.excluded FROM report_item i JOIN submission s ON s.serial = i.serial
     WHERE i.bundleId = ? AND (s.state = 'suspected' OR (s.excluded AND i.kind <> 'cancellation')) ORDER BY i.position`,
    [bundleId],
  );
  return found.map(({ excluded, ...item }) => ({ ...item, isClassified: Number(excluded) === 1 }));
}

/** What is to be told of it next: nothing where the ministry knows it as it stands, or has returned just that. */
export function owed(
  known: Known | null,
  last: ReportItem | null,
  now: { cancelled: boolean; certificateVersion: number },
  again: boolean,
): Exclude<ReportKind, 'registration'> | null {
  if (known === null || known.kind === 'cancellation' || last?.state === 'waiting') {
    return null;
  }
  const kind = now.cancelled ? 'cancellation' : 'correction';
  if (kind === 'correction' && now.certificateVersion <= known.certificateVersion) {
    return null;
  }
  const returned = last?.state === 'returned' && last.kind === kind && last.certificateVersion === now.certificateVersion;
  return returned && !again ? null : kind;
}
