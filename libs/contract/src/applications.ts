import type { CredentialApplicationAct, CredentialApplicationState } from './credential-application';
import { credentialApplicationStates } from './credential-application';
import type { Instant, PlainDate } from './ledger';
import type { OrganiserApplicationAct, OrganiserApplicationState } from './organiser-application';
import { organiserApplicationStates } from './organiser-application';

/**
 * What both kinds of application to accounts have in common: a login asked of the level above (S27, S61), and to be an organiser (附件2,
 * S59). Each stands in accounts' ledger, with a desk that decides by a day and a workflow that waits for it.
 */
export type ApplicationAct = CredentialApplicationAct | OrganiserApplicationAct;
export type ApplicationState = CredentialApplicationState | OrganiserApplicationState;

const states: Record<ApplicationState, { over: boolean }> = { ...credentialApplicationStates, ...organiserApplicationStates };

export const isApplicationOver = (state: ApplicationState): boolean => states[state].over;

/** The limits of applications among achievements' limit rows (P32), by which `dueOn` counts. */
export const applicationLimits = ['new-credential', 'new-organiser'] as const;
export type ApplicationLimit = (typeof applicationLimits)[number];

/** Running applications of one kind at one desk whose limits began on one day and end on one: what achievements counts anew in a preview. */
export interface ApplicationsAlike {
  about: ApplicationLimit;
  deskId: string;
  startOn: PlainDate;
  dueOn: PlainDate;
  provisional: boolean;
  /** As they were counted: `value` without the days that were given since. */
  rule: CountedDay['rule'];
  limitId: string | null;
  extraDays: number;
  count: number;
  /** The first of them. */
  subjects: string[];
}

/** One fact of an application's ledger as its workflow hears it. Ids, states and instants only. */
export interface ApplicationFact {
  /** `credentialApplication/<id>` or `organiserApplication/<id>`: in the ledger, and the workflow's id. */
  subject: string;
  /** From 1 without gaps. */
  number: number;
  act: ApplicationAct;
  at: Instant;
  /** Who acted; null for the applicant and for the workflow. */
  by: string | null;
  state: ApplicationState;
  /** The organisation that decides. */
  deskId: string;
  /** From when the desk's limit counts, while its due day has not been asked for; then null. */
  countsFrom: Instant | null;
  /** When the present wait is late; null when nothing falls due (also after its escalation). */
  dueAt: Instant | null;
  /** The limit it goes by: as it was counted first, or to which the department moved it (P32). Absent while it has not been counted. */
  limitId?: string;
  /** The days by which it was extended; absent: none. */
  extraDays?: number;
}

/** A due day as achievements counts it from its calendar, with all that explains it (P32, P39, P40). */
export interface CountedDay {
  startOn: PlainDate;
  dueOn: PlainDate;
  dueAt: Instant;
  provisional: boolean;
  rule: { value: number; unit: 'workdays' | 'days'; source: string };
  skipped: { date: PlainDate; reason: 'weekend' | 'holiday'; name: string | null }[];
  calendarVersion: number;
  /** The row the rule is of. */
  limitId?: string;
  /** Days it counts beside the rule's: those by which it was extended. */
  extraDays?: number;
}

/** A completed workflow's result: endings people plan for are results. */
export interface ApplicationOutcome {
  id: string;
  state: ApplicationState;
  lastFact: number;
}
