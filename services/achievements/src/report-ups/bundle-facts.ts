import { reportItemStates, reportUpWorkflowId } from '@dengke/contract';
import type { ReportBundleAct, ReportCounts, ReportUpFact } from '@dengke/contract';
import type { LedgerEntry } from '@dengke/service-kit';
import type { EntityManager } from 'typeorm';
import type { ReportBundle } from './report-bundle.entity';
import { ReportItem } from './report-item.entity';

/** Subject of a bundle in the ledger; the workflow's id is the same word. */
export const bundleSubject = reportUpWorkflowId;

export async function countsOf(manager: EntityManager, bundleId: string): Promise<ReportCounts> {
  const counts = await Promise.all(reportItemStates.map((state) => manager.countBy(ReportItem, { bundleId, state })));
  return Object.fromEntries(reportItemStates.map((state, index) => [state, counts[index] ?? 0])) as ReportCounts;
}

/** What the ledger keeps of a bundle with each entry, and its workflow hears. */
export const bundleDetail = (
  { id, state, closesAt }: Pick<ReportBundle, 'id' | 'state' | 'closesAt'>,
  items: ReportCounts,
  extra: Record<string, unknown> = {},
): Record<string, unknown> => ({ bundleId: id, state, closesAt, items, ...extra });

export function bundleFactOf({ number, kind, at, detail }: LedgerEntry): ReportUpFact {
  const { bundleId, state, closesAt, items } = detail as unknown as ReportUpFact;
  return { bundleId, number, act: kind as ReportBundleAct, at, state, closesAt, items };
}
