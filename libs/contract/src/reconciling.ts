/**
 * What can be out of step between a ledger and what follows it, and what mends it first (docs/operations.md). Where that is not enough the
 * next one of `remedies` is tried.
 */
export const divergenceKinds = {
  missing: { remedy: 'rebuild', says: 'it is open, and Temporal knows no workflow of it' },
  ended: { remedy: 'rebuild', says: 'it is open, and its workflow has ended' },
  misfit: { remedy: 'rebuild', says: 'its workflow is of another type, or waits on a queue that nobody serves' },
  behind: { remedy: 'tell', says: 'its workflow was never told its last facts' },
  'goes-on': { remedy: 'tell', says: 'it is over, and its workflow goes on' },
  orphan: { remedy: 'terminate', says: 'a workflow goes on of which the ledger knows nothing' },
  ahead: { remedy: 'refresh', says: 'its workflow has followed facts that the ledger does not have' },
  astray: { remedy: 'refresh', says: 'its workflow has followed another fact in the place of one' },
  'wrong-deadline': { remedy: 'refresh', says: 'its workflow waits until another instant' },
  'wrong-attributes': { remedy: 'rebuild', says: 'the Temporal UI shows something else of it' },
  unfed: { remedy: 'feed', says: 'entries of its ledger have no number of the feed and wait for none' },
  'deadline-left-open': { remedy: 'close', says: 'it waits for nothing, and a deadline of it is open' },
  'round-missing': { remedy: 'start', says: 'the reminder round does not run' },
} as const satisfies Record<string, { remedy: string; says: string }>;
export type DivergenceKind = keyof typeof divergenceKinds;

/** From what changes least to what changes most: the facts that lack are told, all are read again, the workflow is made anew. */
export const remedies = ['tell', 'refresh', 'rebuild'] as const;
export type Remedy = (typeof remedies)[number];

/** What operators may do to one workflow; for `terminate` the ledger must know nothing of it. */
export const workflowOrders = [...remedies, 'terminate', 'pause', 'resume', 'retryNow'] as const;
export type WorkflowOrder = (typeof workflowOrders)[number];

/** One thing that is out of step. The subject is the workflow's id. */
export interface Divergence {
  subject: string;
  kind: DivergenceKind;
  /** In figures: what is, and what should be. */
  because: string;
}

/** What came of looking, and of mending. */
export interface Reconciliation {
  /** Open subjects and running workflows. */
  looked: number;
  /** Workflows that run and do not answer: nothing can be said of them, and `stuck` says why. */
  silent: string[];
  found: Divergence[];
  mended: Divergence[];
  /** Found, and still so after everything was tried. */
  left: Divergence[];
}
