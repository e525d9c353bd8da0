import { isBlank, likenessVerdicts, stageRules } from '@dengke/contract';
import type { LikenessVerdict } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { LikenessJudgement } from '../likenesses/likeness-judgement.entity';
import { likenessesOf, warns } from '../likenesses/likeness-rows';
import type { ActContext, ActHandler } from './act-context';
import { person, presentStage } from './act-context';

/** "Different" or "duplicate" (P19): by a desk that reviews, of something that is like it; a later verdict stands in place of an earlier. */
export const judgeLikeness: ActHandler = async (context) => {
  const { other, verdict, reason } = context.input;
  const stage = presentStage(context);
  const { personId } = person(context);
  if (!stageRules[stage.kind].checked) {
    throw new DomainError('ACT_NOT_PERMITTED');
  }
  if (stage.claimedBy !== null && stage.claimedBy !== personId) {
    throw new DomainError('CLAIMED_BY_ANOTHER');
  }
  if (other === undefined || verdict === undefined || !likenessVerdicts.includes(verdict)) {
    throw new DomainError('INVALID_INPUT', { fields: [{ field: other === undefined ? 'other' : 'verdict', reason: 'required' }] });
  }
  const alike = await likenessesOf(context.manager, context.submission.serial);
  if (!alike.some((one) => one.other === other)) {
    throw new DomainError('NOT_FOUND', { field: 'other' });
  }
  await judge(context, [other], verdict);
  return {
    stage: { openedAt: stage.openedAt ?? context.at, openedBy: stage.openedBy ?? personId },
    detail: { other, verdict },
    text: { reason },
  };
};

/** What passing an achievement on says of those that are like it. */
export interface Passed {
  detail?: { different: string[] };
  text?: { likenesses: string };
}

/**
 * A desk that reviews passes on what is like another achievement only after it has judged it, or with a reason for all of them at once, and nothing
 * that was judged a duplicate. A warning: with a reason it is never in the way for good (P19).
 */
export async function passedLikenesses(context: ActContext): Promise<Passed> {
  const { manager, submission, input } = context;
  const alike = await likenessesOf(manager, submission.serial);
  const duplicates = alike.filter(({ verdict, judged }) => verdict === 'duplicate' && judged === submission.serial);
  if (duplicates.length > 0) {
    throw new DomainError('LIKENESS_DUPLICATE', { others: duplicates.map(({ other }) => other) });
  }
  const open = alike.filter((one) => warns(one) && one.verdict === null).map(({ other }) => other);
  const { different = [], reason } = input.likenesses ?? {};
  if (open.some((other) => !different.includes(other)) || (open.length > 0 && isBlank(reason))) {
    throw new DomainError('LIKENESSES_UNJUDGED', { others: open });
  }
  if (open.length === 0 || reason === undefined) {
    return {};
  }
  await judge(context, open, 'different');
  return { detail: { different: open }, text: { likenesses: reason } };
}

async function judge({ manager, submission }: ActContext, others: readonly string[], verdict: LikenessVerdict): Promise<void> {
  const { serial, lastFact } = submission;
  await manager.upsert(
    LikenessJudgement,
    others.map((other) => ({ serial, other, verdict, fact: lastFact + 1 })),
    ['serial', 'other'],
  );
}
