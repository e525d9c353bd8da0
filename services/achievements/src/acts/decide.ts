import { isBlank, stageRules } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { refuseWhileDisputed } from '../entries/named-entries';
import type { ActContext, ActHandler, Change } from './act-context';
import { person, presentStage } from './act-context';
import { failing, passing } from './check';
import { judgedVersion, requireAnchors } from './judged-version';
import { passedLikenesses } from './likeness';
import { named } from './mending';
import { paperReceived } from './paper';

/** What every decision leaves on its stage. An undecided stage is opened and claimed by deciding it; what the registry decided was nobody's. */
function decided(context: ActContext): NonNullable<Change['stage']> {
  const stage = presentStage(context);
  const decision = { decision: context.act, decidedAt: context.at };
  if (context.actor.kind === 'workflow') {
    return decision;
  }
  const { personId, deputyFor } = person(context);
  return {
    ...decision,
    openedAt: stage.openedAt ?? context.at,
    openedBy: stage.openedBy ?? personId,
    claimedBy: personId,
    decidedBy: personId,
    decidedFor: deputyFor,
  };
}

/** 放行, 推荐: on to the next desk of the route. */
export const pass: ActHandler = async (context) => {
  const judged = await passing(context);
  const stage = presentStage(context);
  if (stage.kind === 'unit') {
    await refuseWhileDisputed(context.manager, context.submission.serial, ['disputed']);
  }
  const { detail, text } = stageRules[stage.kind].checked ? await passedLikenesses(context) : {};
  return {
    stage: decided(context),
    wait: { for: 'desk', position: stage.position + 1, round: stage.round, since: context.at },
    ...(detail && { detail }),
    text: { ...judged, opinion: context.input.opinion, ...text },
  };
};

/** 通过: examined by the department. Publicity first where there is any (P33); else number and registration at once (P34). */
export const approve: ActHandler = async (context) => {
  const judged = await passing(context);
  const stage = presentStage(context);
  if (!paperReceived(context, stage.position)) {
    throw new DomainError('PAPER_NOT_RECEIVED');
  }
  await refuseWhileDisputed(context.manager, context.submission.serial, ['disputed', 'explained']);
  const { detail, text } = await passedLikenesses(context);
  return {
    stage: decided(context),
    wait: { for: 'publicity' },
    ...(detail && { detail }),
    text: { ...judged, opinion: context.input.opinion, ...text },
  };
};

/**
 * 退回: back to the completer, who mends what is named; it resumes at this desk (P25, P26). It decides nothing: this desk answers the whole
 * check list before it lets it go on or refuses it, so here it may be left out; if it is answered, it is judged as a refusal's.
 */
export const giveBack: ActHandler = async (context) => {
  const { reason, items } = context.input;
  if (!items || items.length === 0 || items.some(({ remark }) => isBlank(remark))) {
    throw new DomainError('REASON_MISSING', { field: 'items' });
  }
  const judged = context.input.findings && (await failing(context));
  requireAnchors(
    await judgedVersion(context),
    items.map(({ field }, index) => ({ field: `items.${index}.field`, at: field })),
  );
  const toMend = named(items, presentStage(context).round);
  return {
    stage: decided(context),
    submission: { state: 'returned' },
    wait: { for: 'completer', returnedFrom: presentStage(context).position },
    detail: toMend.detail,
    text: { reason, items: toMend.items, ...judged },
  };
};

/** 不予登记: the end, with its reason (P25) and, at a desk that reviews, the point that failed (P24). */
export const reject: ActHandler = async (context) => {
  const judged = await failing(context);
  return {
    stage: decided(context),
    submission: { state: 'rejected' },
    wait: { for: 'nothing' },
    text: { reason: context.input.reason, ...judged },
  };
};

/** The ministry has taken it in (S34, S67). */
export const acknowledge: ActHandler = (context) => ({
  stage: decided(context),
  submission: { state: 'reported' },
  answered: { state: 'acknowledged' },
  wait: { for: 'nothing' },
});

/** The ministry sends the report back: only the report-up is open again, number and approval stay (P37). */
export const returnReport: ActHandler = (context) => ({
  stage: decided(context),
  answered: { state: 'returned' },
  wait: { for: 'desk', position: presentStage(context).position - 1, round: presentStage(context).round, since: context.at },
  text: { reason: context.input.reason },
});

/** The department reports once more, after mending. */
export const reportAgain: ActHandler = (context) => {
  const stage = presentStage(context);
  if (stage.kind !== 'department') {
    throw new DomainError('ACT_NOT_PERMITTED');
  }
  return { stage: { ...decided(context) }, wait: { for: 'desk', position: stage.position + 1, round: stage.round, since: context.at } };
};
