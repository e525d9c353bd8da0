import type { Instant } from './ledger';

/** What an item of a bundle tells the ministry of an achievement (P36, P37): that it is registered, corrected, cancelled. */
export const reportKinds = ['registration', 'correction', 'cancellation'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** How the ministry gets what is reported up: its people at their desk, or its registry by bundles. */
export const reportModes = ['desk', 'endpoint'] as const;
export type ReportMode = (typeof reportModes)[number];

/** Of one item: waiting until the ministry has answered it, whoever brought the answer; withheld: found to be classified before it was handed over (P17). */
export const reportItemStates = ['waiting', 'acknowledged', 'returned', 'withheld'] as const;
export type ReportItemState = (typeof reportItemStates)[number];

/** Of a bundle: takes items, takes no more, has its one content, is with the registry, has every item answered. */
export const reportBundleStates = {
  collecting: { label: '收集中' },
  closed: { label: '待封包' },
  sealed: { label: '待送达' },
  sent: { label: '已送达' },
  settled: { label: '已办结' },
} as const;
export type ReportBundleState = keyof typeof reportBundleStates;

/**
 * `postpone`: what is suspected of being classified is left out when it is sealed (P17); where it was sealed before and is found to be, the bundle is
 * not handed over, and what else it held goes with another one.
 */
export const reportBundleActs = ['open', 'close', 'postpone', 'seal', 'send', 'answer'] as const;
export type ReportBundleAct = (typeof reportBundleActs)[number];

/** How many items of a bundle stand where. Older facts say nothing of what was withheld. */
export type ReportCounts = Record<Exclude<ReportItemState, 'withheld'>, number> & { withheld?: number };

/** A bundle's fact as its workflow hears it. */
export interface ReportUpFact {
  bundleId: string;
  number: number;
  act: ReportBundleAct;
  at: Instant;
  state: ReportBundleState;
  /** When it takes no more items. */
  closesAt: Instant;
  items: ReportCounts;
}

/** What came of sending or asking: the facts that follow, and when it is worth trying again; null when that is not needed. */
export interface ReportTry {
  facts: ReportUpFact[];
  nextAt: Instant | null;
  /** Why the registry has not taken it in or not answered, in one word; null where it did. */
  fault: string | null;
}

export interface ReportUpResult {
  bundleId: string;
  state: ReportBundleState;
  items: ReportCounts;
}
