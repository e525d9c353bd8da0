/** An instant as ISO 8601 in UTC with milliseconds, `2023-08-25T16:00:00.000Z`. */
export type Instant = string;
/** A civil day in Asia/Shanghai, `2023-08-25`. */
export type PlainDate = string;

/** What a service's ledger tells the others, ids only. `feedNumber` is given after commit, so a cursor never steps over one. */
export interface FeedEntry {
  feedNumber: number;
  /** `submission/<serial>`, `window/<id>`, in accounts `organisation/<id>`: one chain per unit, a person’s id in `detail.personId`; `graph/changes`. */
  subject: string;
  /** Number of the entry within its subject, from 1 without gaps. */
  number: number;
  kind: string;
  at: Instant;
  /** Who acted; null for the workflow. */
  by: string | null;
  /** The organisation for which `by` acted. */
  organisationId: string | null;
  detail: Record<string, unknown>;
}

export interface FeedPage {
  entries: FeedEntry[];
  /** The newest feed number of the service, for lag. */
  head: number;
}

/** An entry of another's feed that failed again and again, so that the others could go on. */
export interface PutAside {
  /** The cursor whose reader could not digest it. */
  source: string;
  feedNumber: number;
  subject: string;
  kind: string;
  /** Kind of the last fault. */
  fault: string;
  at: Instant;
}

/** Whether a service is at rest: nothing to relay, nothing to number, nothing unread of the feeds it follows. */
export interface Rest {
  outbox: number;
  unnumbered: number;
  unread: Record<string, number>;
  /** Feed entries put aside because they failed again and again; only when there are any. */
  deadLetters?: number;
}
