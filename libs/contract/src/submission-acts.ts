import type { Finding } from './check-list';
import type { StageKind } from './review-route';
import type { SubmissionState } from './submission-states';

/**
 * Everything that can change the state of a submission, by whomever. People's acts come over HTTP, the workflow's as activities;
 * both go through the one judge, `ActsService` in achievements (decision 0002).
 */
export const submissionActs = [
  // the completing unit
  'submit',
  'resubmit',
  'withdraw',
  'askWithdrawal',
  'handInPaper',
  // the desks
  'open',
  'claim',
  'release',
  'recommend',
  'approve',
  'return',
  'reject',
  'judgeLikeness',
  'consentWithdrawal',
  'receivePaper',
  'recall',
  'close',
  'reportAgain',
  // those who wait, and the next desk on the route
  'urge',
  'reassign',
  'extend',
  // when somebody suspects that it is classified
  'suspect',
  'clear',
  'exclude',
  // who is named in the form, and who answers him
  'confirmEntry',
  'dispute',
  'settleDispute',
  // the ministry's desk
  'acknowledge',
  'returnReport',
  // the department, after the registration
  'correct',
  'cancel',
  'reportChange',
  // the ministry's registry, upon what was corrected or cancelled
  'acknowledgeChange',
  'returnChange',
  // the registrar, with an objection to what is in publicity
  'hold',
  'declineObjection',
  'overrule',
  'uphold',
  // when the graphs change
  'reroute',
  'handOver',
  'takeOver',
  // when the calendar changes
  'recount',
  // when the registrar has running waits go by another limit
  'moveLimit',
  // when a window changes, or the registrar moves it
  'moveCutOff',
  'moveWindow',
  // the workflow, when nobody moves
  'escalate',
  'carryOver',
  'register',
  'reportUp',
] as const;
export type SubmissionAct = (typeof submissionActs)[number];

/** Who may do an act, beside holding the right for it. */
export type ActorRelation =
  /** the submitter, or a colleague of the first unit with `draft.write` */
  | 'submitter'
  /** somebody of the organisation that holds the present desk */
  | 'desk'
  /** the desk; in publicity, which lies at none, the department or a desk that let it pass */
  | 'reader'
  /** the person who passed the stage before, or the super administrator of that desk; until the present desk has opened it */
  | 'previous-desk'
  /** who holds the desk that returned it */
  | 'returning-desk'
  /** those who wait for the desk: submitter, earlier desks, and after escalation the next desk */
  | 'waiting'
  /** somebody of the ministry’s desk; where reporting goes to its registry, also that, whose answer the workflow brings */
  | 'ministry'
  /** a superior of the desk: its super administrator, or the next desk once it is escalated */
  | 'over-desk'
  /** who would hear that it is late, or the department; of a wait of the department or the ministry its own super administrator */
  | 'over-deadline'
  /** who has the paper of the version that stands: the unit until a desk has received it, then that desk */
  | 'paper-side'
  /** the desk that it goes to next */
  | 'paper-desk'
  /** another completing unit, or a completer, whom the form names: of his own entry alone, and the unit of those it says who they are */
  | 'named'
  /** the department on its route, which registers */
  | 'registrar'
  /** the unit’s administrator */
  | 'unit-admin'
  /** the department’s super administrator */
  | 'department-admin'
  /** the super administrator above the present route and the new one */
  | 'over-route'
  /** nobody: time, or a change that accounts has recorded */
  | 'workflow';

interface ActRule {
  by: ActorRelation;
  from: readonly SubmissionState[];
  /** State it leads to; `same` keeps it, `next` opens the next stage of the route (or ends it), `before` is the state that a suspicion interrupted. */
  to: SubmissionState | 'same' | 'next' | 'before';
  reason?: 'required';
  provisions: string;
}

/** The table of permitted acts. `submit` creates the submission and so has no state to come from. */
export const actRules: Record<SubmissionAct, ActRule> = {
  submit: { by: 'submitter', from: [], to: 'in-review', provisions: 'S28 S62 P18' },
  resubmit: { by: 'submitter', from: ['returned'], to: 'in-review', provisions: 'P26 P27' },
  withdraw: { by: 'submitter', from: ['in-review', 'returned'], to: 'withdrawn', provisions: 'P25' },
  askWithdrawal: { by: 'submitter', from: ['in-review'], to: 'same', provisions: 'P25' },
  handInPaper: { by: 'paper-side', from: ['in-review', 'in-publicity', 'registered'], to: 'same', provisions: 'P27 P28 S29 S31 S32' },
  open: { by: 'desk', from: ['in-review'], to: 'same', provisions: 'P25' },
  claim: { by: 'desk', from: ['in-review'], to: 'same', provisions: 'P29' },
  release: { by: 'desk', from: ['in-review'], to: 'next', provisions: 'S28 P18' },
  recommend: { by: 'desk', from: ['in-review'], to: 'next', provisions: 'S31 S32 S65 P24' },
  approve: { by: 'desk', from: ['in-review'], to: 'next', provisions: 'S33 S66 P27 P28 P33 P34' },
  return: { by: 'desk', from: ['in-review'], to: 'returned', reason: 'required', provisions: 'P25' },
  reject: { by: 'desk', from: ['in-review'], to: 'rejected', reason: 'required', provisions: 'P25' },
  judgeLikeness: { by: 'desk', from: ['in-review'], to: 'same', reason: 'required', provisions: 'P19 S8 S50' },
  consentWithdrawal: { by: 'desk', from: ['in-review'], to: 'withdrawn', provisions: 'P25' },
  receivePaper: { by: 'paper-desk', from: ['in-review', 'in-publicity', 'registered'], to: 'same', provisions: 'P27 P28' },
  recall: { by: 'previous-desk', from: ['in-review'], to: 'same', provisions: 'P25 P29' },
  close: { by: 'returning-desk', from: ['returned'], to: 'closed', reason: 'required', provisions: 'P31' },
  reportAgain: { by: 'desk', from: ['registered'], to: 'same', provisions: 'P37' },
  urge: { by: 'waiting', from: ['in-review'], to: 'same', provisions: 'P31' },
  reassign: { by: 'over-desk', from: ['in-review'], to: 'same', provisions: 'P31' },
  extend: {
    by: 'over-deadline',
    from: ['in-review', 'returned', 'in-publicity', 'registered'],
    to: 'same',
    reason: 'required',
    provisions: 'P31 P32 P42',
  },
  suspect: { by: 'reader', from: ['in-review', 'in-publicity', 'registered'], to: 'suspected', provisions: 'P17 S49' },
  clear: { by: 'department-admin', from: ['suspected'], to: 'before', reason: 'required', provisions: 'P17' },
  exclude: { by: 'department-admin', from: ['suspected'], to: 'rejected', provisions: 'P17 S49' },
  confirmEntry: { by: 'named', from: ['in-review', 'returned'], to: 'same', provisions: 'P22' },
  dispute: { by: 'named', from: ['in-review'], to: 'same', reason: 'required', provisions: 'P23 P18' },
  settleDispute: { by: 'desk', from: ['in-review'], to: 'same', reason: 'required', provisions: 'P23' },
  acknowledge: { by: 'ministry', from: ['registered'], to: 'reported', provisions: 'S34 S67 P37' },
  returnReport: { by: 'ministry', from: ['registered'], to: 'same', reason: 'required', provisions: 'P37' },
  correct: { by: 'registrar', from: ['registered', 'reported'], to: 'same', provisions: 'P36' },
  cancel: {
    by: 'registrar',
    from: ['registered', 'reported', 'suspected'],
    to: 'cancelled',
    reason: 'required',
    provisions: 'P36 P17 S49',
  },
  reportChange: { by: 'registrar', from: ['reported', 'cancelled'], to: 'same', provisions: 'P36 P37' },
  acknowledgeChange: { by: 'workflow', from: ['reported', 'cancelled'], to: 'same', provisions: 'P36 P37' },
  returnChange: { by: 'workflow', from: ['reported', 'cancelled'], to: 'same', reason: 'required', provisions: 'P36 P37' },
  hold: { by: 'registrar', from: ['in-publicity'], to: 'same', provisions: 'P33' },
  declineObjection: { by: 'registrar', from: ['in-publicity'], to: 'same', reason: 'required', provisions: 'P33' },
  overrule: { by: 'registrar', from: ['in-publicity'], to: 'same', reason: 'required', provisions: 'P33' },
  uphold: { by: 'registrar', from: ['in-publicity'], to: 'rejected', reason: 'required', provisions: 'P33' },
  reroute: { by: 'over-route', from: ['in-review', 'returned'], to: 'same', reason: 'required', provisions: 'P1' },
  handOver: { by: 'unit-admin', from: ['in-review', 'returned'], to: 'same', reason: 'required', provisions: 'P8 P30' },
  takeOver: { by: 'workflow', from: ['in-review', 'returned', 'suspected', 'in-publicity', 'registered'], to: 'same', provisions: 'P1' },
  recount: { by: 'workflow', from: ['in-review', 'returned', 'in-publicity', 'registered'], to: 'same', provisions: 'P40 P41 P42' },
  moveLimit: {
    by: 'registrar',
    from: ['in-review', 'returned', 'in-publicity', 'registered'],
    to: 'same',
    reason: 'required',
    provisions: 'P32 P42',
  },
  moveCutOff: { by: 'workflow', from: ['in-review', 'returned'], to: 'same', provisions: 'P11 P12 S39' },
  moveWindow: { by: 'registrar', from: ['in-review', 'returned'], to: 'same', reason: 'required', provisions: 'P10 P13' },
  escalate: { by: 'workflow', from: ['in-review', 'returned', 'in-publicity', 'registered'], to: 'same', provisions: 'P31' },
  carryOver: { by: 'workflow', from: ['in-review', 'returned', 'suspected'], to: 'same', provisions: 'P13' },
  register: { by: 'workflow', from: ['in-publicity'], to: 'registered', provisions: 'P33 P34' },
  reportUp: { by: 'workflow', from: ['registered'], to: 'same', provisions: 'S34 S67 P37' },
};

/** One thing to mend; `field` is a path in the form (`units.0.name`), an evidence id, or `evidence` as a whole. */
export interface ReturnItem {
  field: string;
  remark: string;
}

/** What the completer says to one returned item, by its id: it is mended, or why it stays as it was. */
export const itemOutcomes = ['mended', 'explained'] as const;
export type ItemOutcome = (typeof itemOutcomes)[number];
export interface ItemAnswer {
  item: string;
  outcome: ItemOutcome;
  words: string;
}

/**
 * What whoever is named in the form says of his entry, or was said to it. Silence is no consent: it stays `unanswered`. `explained` by the first unit,
 * `decided` by the department.
 */
export const entryStandings = ['unanswered', 'confirmed', 'disputed', 'explained', 'decided'] as const;
export type EntryStanding = (typeof entryStandings)[number];

/** Why a desk suspects that something is classified: a ground, never its content (P17). */
export const suspicions = ['secrecy-mark', 'defence', 'security-sensitive', 'said-by-unit', 'other'] as const;
export type Suspicion = (typeof suspicions)[number];
/** What a desk says of a submission and another that is like it (P19): two achievements, or the same one once more. */
export const likenessVerdicts = ['different', 'duplicate'] as const;
export type LikenessVerdict = (typeof likenessVerdicts)[number];

/** The likenesses a desk was shown and passes on: judged different all at once, for one reason. */
export interface SeenLikenesses {
  different: string[];
  reason: string;
}

/** Where in its life the caller saw the submission: an act on anything else is a conflict (409), not a surprise. */
export interface SeenStage {
  stage: StageKind | null;
  round: number;
}

/** Body of every act; which parts are required is said per act in the API. */
export interface ActInput {
  seen?: SeenStage;
  reason?: string;
  opinion?: string;
  findings?: Finding[];
  items?: ReturnItem[];
  answers?: ItemAnswer[];
  suspicion?: Suspicion;
  toPersonId?: string;
  /** How many days of its limit’s kind a deadline is extended by. */
  days?: number;
  /** The window to move it into; without one, rolling intake. */
  windowId?: string;
  /** Receipt of the objection that is answered or decided. */
  objection?: string;
  /** The submission that is judged to be another one or the same, by its serial. */
  other?: string;
  verdict?: LikenessVerdict;
  likenesses?: SeenLikenesses;
  /** The entry of the form, by whom it names: `unit/…`, `person/…`, or `completer/…` where that is for another unit to say. */
  entry?: string;
  /** What the code on the paper says that is received. */
  scanned?: string;
  /** The version that is on the paper, where a summary sheet says it. */
  paperVersion?: number;
  /** Handed in to the desk that holds the submission, past those between. */
  direct?: boolean;
}
