import { actRules, stageRules } from '@dengke/contract';
import type { Caller, ErrorCode } from '@dengke/contract';
import { concerned } from '../objections/holding';
import type { ActContext } from './act-context';
import { person, positionOf } from './act-context';
import { paperWay } from './paper';
import { isDecision, separationRefusal } from './separation';
import type { Submission } from './submission.entity';

/**
 * Why this act is not possible here and now, or null when it is. `NOT_FOUND` is for those outside the submission's part of the graphs:
 * they shall not learn that it exists.
 */
export function refusalOf(context: ActContext): ErrorCode | null {
  const { submission, act, actor } = context;
  // Whom the form names is judged by the act itself, which knows the form.
  if (actor.kind === 'person' && actRules[act].by !== 'named' && !partiesOf(context).has(actor.organisationId)) {
    return 'NOT_FOUND';
  }
  if (context.input.seen && (context.input.seen.stage !== submission.stage || context.input.seen.round !== submission.round)) {
    return 'STAGE_ALREADY_DECIDED';
  }
  if (!actRules[act].from.includes(submission.state)) {
    return isDecision(act) ? 'STAGE_ALREADY_DECIDED' : 'ACT_NOT_PERMITTED';
  }
  return relationRefusal(context) ?? decisionRefusal(context) ?? separationRefusal(context);
}

/** Organisations that take part in a submission: its unit and all desks of its route. */
export function partiesOf({ submission }: Pick<ActContext, 'submission'>): Set<string> {
  return new Set([submission.unitId, ...submission.legs.map((leg) => leg.organisationId)]);
}

function relationRefusal(context: ActContext): ErrorCode | null {
  const { submission, act } = context;
  const rule = actRules[act];
  if (rule.by === 'workflow') {
    return context.actor.kind === 'workflow' ? null : 'NOT_ALLOWED';
  }
  if (rule.by === 'ministry' && context.actor.kind === 'workflow') {
    return null;
  }
  const { organisationId, personId, superAdmin } = person(context);
  const atDesk = submission.deskId === organisationId;
  switch (rule.by) {
    case 'registrar':
      return submission.legs.find(({ kind }) => kind === 'department')?.organisationId === organisationId ? null : 'NOT_ALLOWED';
    case 'submitter':
    case 'unit-admin':
      return organisationId === submission.unitId ? null : 'NOT_ALLOWED';
    case 'department-admin': {
      const department = submission.legs[positionOf(submission, 'department')]?.organisationId;
      return superAdmin && organisationId === department ? null : 'NOT_ALLOWED';
    }
    case 'named':
      return null;
    case 'over-route':
      return superAdmin ? null : 'NOT_ALLOWED';
    case 'reader':
      return atDesk || letPass(submission, organisationId) ? null : 'STAGE_ALREADY_DECIDED';
    case 'desk':
    case 'ministry':
      return atDesk ? null : 'STAGE_ALREADY_DECIDED';
    case 'previous-desk':
      return mayRecall(context) ? null : 'ACT_NOT_PERMITTED';
    case 'returning-desk':
      return submission.legs[submission.returnedFrom ?? -1]?.organisationId === organisationId ? null : 'ACT_NOT_PERMITTED';
    case 'waiting':
      return waitsForDesk(submission, organisationId) ? null : 'NOT_ALLOWED';
    case 'over-desk':
      return (atDesk && (superAdmin || context.stage?.claimedBy === personId)) || overSees(submission, organisationId)
        ? null
        : 'NOT_ALLOWED';
    case 'over-deadline':
      return looksAfterDeadline(submission, { organisationId, superAdmin }) ? null : 'NOT_ALLOWED';
    case 'paper-side':
      return paperRefusal(context, paperWay(context)?.from);
    case 'paper-desk':
      return paperRefusal(context, paperWay(context)?.to);
  }
}

type Waiting = Readonly<Submission>;
type Official = Pick<Extract<ActContext['actor'], { kind: 'person' }>, 'organisationId' | 'superAdmin'>;

/** What somebody may do about a wait that is late. */
export const actsOnLate = ['urge', 'extend'] as const;
export type ActOnLate = (typeof actsOnLate)[number];

/** Which of these the table and the relations leave to him; whether he has urged today already only the ledger knows. */
export function permittedOnLate(submission: Waiting, { position: { organisationId, role } }: Caller): ActOnLate[] {
  const official = { organisationId, superAdmin: role === 'superAdmin' };
  // Publicity ends on the day that was published.
  const isExtendable = submission.state !== 'in-publicity' || submission.heldAt !== null;
  const isPermitted = {
    urge: waitsForDesk(submission, organisationId),
    extend: isExtendable && looksAfterDeadline(submission, official),
  };
  return actsOnLate.filter((act) => actRules[act].from.includes(submission.state) && isPermitted[act]);
}

/** Whether it is in publicity, and somebody of the department or of a desk that let it pass looks at it. */
function letPass({ state, legs }: ActContext['submission'], organisationId: string): boolean {
  const { registrarId, reviewDeskIds } = concerned({ legs });
  return state === 'in-publicity' && [registrarId, ...reviewDeskIds].includes(organisationId);
}

/** Paper is passed on by who has it to the desk that it goes to, and of the version that stands: a summary sheet may list an earlier one (decision 0032). */
function paperRefusal(context: ActContext, position: number | undefined): ErrorCode | null {
  const { submission, input } = context;
  if (input.paperVersion !== undefined && input.paperVersion !== submission.round) {
    return 'PAPER_DIFFERS';
  }
  return submission.legs[position ?? -1]?.organisationId === person(context).organisationId ? null : 'ACT_NOT_PERMITTED';
}

/** P29 and the kinds of stage: a decision is one that the stage has, and the claimer's. */
function decisionRefusal(context: ActContext): ErrorCode | null {
  const { act, stage } = context;
  if (!isDecision(act)) {
    return null;
  }
  if (stage === null || !stageRules[stage.kind].decides.includes(act)) {
    return 'STAGE_ALREADY_DECIDED';
  }
  if (context.actor.kind === 'workflow') {
    return null;
  }
  return stage.claimedBy !== null && stage.claimedBy !== context.actor.personId ? 'CLAIMED_BY_ANOTHER' : null;
}

/** Whoever decided, or in his stead the super administrator of his desk. */
function mayRecall(context: ActContext): boolean {
  const { personId, organisationId, superAdmin } = person(context);
  const before = passedLast(context);
  return before !== null && (before.decidedBy === personId || (superAdmin && before.deskId === organisationId));
}

/** The stage before the present one, whose decision led here. */
export function passedLast({ submission, stage, stages }: ActContext): Readonly<ActContext['stages'][number]> | null {
  if (stage === null || submission.state !== 'in-review') {
    return null;
  }
  return stages.find((row) => row.position === stage.position - 1 && row.round === stage.round && row.decision !== null) ?? null;
}

/** The next desk on the route looks after a late one; department and ministry are looked after by their own super administrator. */
function overSees(submission: Waiting, organisationId: string): boolean {
  return (
    submission.escalatedAt !== null &&
    submission.position !== null &&
    submission.legs[submission.position + 1]?.organisationId === organisationId
  );
}

/** Nobody gives himself more time: the next desk does, the desk that returned it, or the department; to the last ones their super administrator. */
function looksAfterDeadline(submission: Waiting, { organisationId, superAdmin }: Official): boolean {
  const { legs, stage, position, returnedFrom, deskId, state } = submission;
  const department = legs[positionOf(submission, 'department')]?.organisationId;
  if (state === 'in-publicity' || stage === 'department' || stage === 'ministry') {
    return superAdmin && organisationId === (deskId ?? department);
  }
  const above = legs[position === null ? (returnedFrom ?? -1) : position + 1]?.organisationId;
  return organisationId !== deskId && [above, department].includes(organisationId);
}

function waitsForDesk(submission: Waiting, organisationId: string): boolean {
  const before = submission.legs.slice(0, submission.position ?? 0).some((leg) => leg.organisationId === organisationId);
  return organisationId === submission.unitId || before || overSees(submission, organisationId);
}
