import { stageRules } from '@dengke/contract';
import type { ErrorCode, SubmissionAct } from '@dengke/contract';
import type { Statement } from '@dengke/service-kit';
import type { ActContext } from './act-context';

/** That a person had a hand in a submission: wrote its form, submitted it, once or again, or approved it. */
export interface Deed {
  deed: 'write' | 'submit' | 'resubmit' | 'approve';
  personId: string;
}

/** The acts that end a stage; which of them a desk has is in `stageRules`. */
const decisions = new Set<SubmissionAct>(Object.values(stageRules).flatMap((rule) => rule.decides));

export const isDecision = (act: SubmissionAct): boolean => decisions.has(act);

/** From draft and ledger: a stage's row forgets who decided when the stage opens again, the ledger does not. */
export const deedsOf = (serial: string, subject: string): Statement => [
  `SELECT kind AS deed, byPersonId AS personId FROM ledger_entry WHERE subject = ? AND kind IN ('submit', 'resubmit', 'approve')
   UNION SELECT 'write', draft.ownerId FROM submission JOIN draft ON draft.id = submission.draftId WHERE submission.serial = ?`,
  [subject, serial],
];

/** P30: nobody judges an achievement of his own, from whichever position, nor two stages of one submission. */
export function separationRefusal(context: ActContext): ErrorCode | null {
  const { act, actor, stage, stages } = context;
  if (actor.kind !== 'person') {
    return null;
  }
  if (act === 'resubmit') {
    return stages.some(({ kind, decidedBy }) => kind !== 'unit' && decidedBy === actor.personId) ? 'OWN_SUBMISSION' : null;
  }
  if (stage === null || !(isDecision(act) || act === 'reportAgain' || act === 'consentWithdrawal')) {
    return null;
  }
  if (stage.kind !== 'unit') {
    return isOwn(context, actor.personId) ? 'OWN_SUBMISSION' : secondStage(context, actor.personId);
  }
  const releasesOwn = isDecision(act) && hasSubmitted(context, actor.personId) && !context.submission.unitOfOne;
  return releasesOwn ? 'SAME_PERSON_RELEASE' : secondStage(context, actor.personId);
}

function hasSubmitted({ submission, deeds }: ActContext, personId: string): boolean {
  const submitted = deeds.some((one) => one.personId === personId && (one.deed === 'submit' || one.deed === 'resubmit'));
  return submitted || submission.submitterId === personId;
}

function isOwn(context: ActContext, personId: string): boolean {
  return hasSubmitted(context, personId) || context.deeds.some((one) => one.personId === personId && one.deed === 'write');
}

/** To let the applicant go is no decision upon the achievement. */
function secondStage({ act, stage, stages, deeds }: ActContext, personId: string): ErrorCode | null {
  const decided = stages.some((row) => row.decidedBy === personId && row.position !== stage?.position);
  const approved = stage?.kind !== 'department' && deeds.some((one) => one.personId === personId && one.deed === 'approve');
  return (decided || approved) && act !== 'consentWithdrawal' ? 'SECOND_STAGE' : null;
}
