import type { ActInput, Instant, ReportItemState, RouteLeg, StageKind, SubmissionAct } from '@dengke/contract';
import type { EntityManager } from 'typeorm';
import type { Deadline } from '../deadlines/deadline.entity';
import type { PaperLeg } from './paper-leg.entity';
import type { SubmissionStage } from './submission-stage.entity';
import type { Standing } from './standing';
import type { Submission } from './submission.entity';

/** Who acts: a person from one of their positions, or a workflow: when nobody moved, or when the ministry's registry has answered. */
export type Actor =
  | {
      kind: 'person';
      personId: string;
      organisationId: string;
      superAdmin: boolean;
      /** Whom a deputy stands in for; null for one who acts in his own place. */
      deputyFor: string | null;
    }
  /** `organisationId`: in whose name, where somebody's answer is brought. */
  | { kind: 'workflow'; organisationId?: string | null };

/** Everything an act may look at. Read under the lock of the submission's ledger, so nothing of it changes meanwhile. */
export interface ActContext extends Omit<Standing, 'head' | 'lastAt'> {
  manager: EntityManager;
  act: SubmissionAct;
  actor: Actor;
  input: ActInput;
  at: Instant;
  /** Whether two instants lie in one working day; a day off counts to the next. */
  isSameWorkday(one: Instant, other: Instant): Promise<boolean>;
}

/** What an act does. The judge writes it; an act's own file only says it. `null` from an act: nothing new to record. */
export interface Change {
  /** Columns of the submission to set, beside those that `wait` implies. */
  submission?: Partial<Submission>;
  /** Columns of the present stage's row to set. */
  stage?: Partial<SubmissionStage>;
  /** A row of the paper's way to set. */
  paper?: Partial<PaperLeg> & Pick<PaperLeg, 'position' | 'version'>;
  /** The route from now on, in place of the legs it had. */
  legs?: RouteLeg[];
  /** From this leg on the paper copy is on its way anew. */
  paperAnewFrom?: number;
  /** Whom the present wait's deadline reminds from now on. */
  deadline?: Partial<Pick<Deadline, 'organisationId' | 'personId'>>;
  /** What is waited for as another edition of the calendar or another limit counts it; the old rows stay. */
  recounted?: readonly { from: Deadline; to: Deadline }[];
  /** What the ministry has answered to the report; its item of a bundle is closed with it. `receipt` is the registry's number. */
  answered?: { state: Exclude<ReportItemState, 'waiting'>; receipt?: string | undefined };
  /** What stands of a registration is another thing now than the ministry may know (P36); `again`: also what it has returned. */
  changed?: true | 'again';
  /** What is waited for from now on; absent: the present wait goes on. */
  wait?: Wait;
  /** Words and files of it are disposed of, and its draft (P17). */
  dispose?: true;
  /** Recorded as another act than was asked for: what time wanted is not what happened. */
  recordedAs?: SubmissionAct;
  /** Ids for those who follow the ledger. */
  detail?: Record<string, unknown>;
  /** Words of people: reasons, remarks, opinions. Kept apart from the ledger's chain, erasable. */
  text?: Record<string, unknown>;
}

export type Wait =
  /** a desk of the route, from `since` on */
  | { for: 'desk'; position: number; round: number; since: Instant }
  /** the desk before, whose decision is taken back: since when it had it, with the deadline that it had, and when that was escalated, if it was */
  | { for: 'desk-before'; position: number; round: number; since: Instant; escalatedAt: Instant | null }
  | { for: 'completer'; returnedFrom: number }
  | { for: 'publicity' }
  /** the department’s word on a suspicion of secrecy; what was waited for before is interrupted */
  | { for: 'clearance' }
  /** the same desk as before the interruption, with the days that were left */
  | { for: 'desk-again' }
  /** the end of publicity again, and the registrar where an objection held it, each with the days that were left */
  | { for: 'publicity-again' }
  /** the registrar, with an objection: publicity's own end stands, its registration waits */
  | { for: 'objection' }
  /** the end of publicity again, nothing holding it any more; it may have passed */
  | { for: 'publicity-end' }
  /** nothing any more but the report-up, which the workflow does next: number and day are given now */
  | { for: 'report-up' }
  /** it is over */
  | { for: 'nothing' };

export type ActHandler = (context: ActContext) => Change | null | Promise<Change | null>;

/** The person acting. @throws Error when the workflow does what only people may: a bug */
export function person(context: ActContext): Extract<Actor, { kind: 'person' }> {
  if (context.actor.kind !== 'person') {
    throw new Error(`${context.act} is an act of people`);
  }
  return context.actor;
}

/** The stage that holds the submission. @throws Error when there is none: the table of acts should have refused before */
export function presentStage(context: ActContext): Readonly<SubmissionStage> {
  if (context.stage === null) {
    throw new Error(`${context.act} without a stage`);
  }
  return context.stage;
}

export const positionOf = (submission: Pick<Submission, 'legs'>, kind: StageKind): number =>
  submission.legs.findIndex((leg) => leg.kind === kind);
