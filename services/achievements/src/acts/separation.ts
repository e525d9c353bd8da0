import { stageRules } from '@dengke/contract';
import type { ErrorCode, SubmissionAct } from '@dengke/contract';
import type { Statement } from '@dengke/service-kit';
import type { ActContext } from './act-context';

/** They end no stage, but are not for one's own either. */
const alsoJudging: readonly SubmissionAct[] = ['reportAgain', 'consentWithdrawal', 'judgeLikeness', 'settleDispute'];

type Person = Extract<ActContext['actor'], { kind: 'person' }>;

/** The acts that end a stage; which of them a desk has is in `stageRules`. */
const decisions = new Set<SubmissionAct>(Object.values(stageRules).flatMap((rule) => rule.decides));

/** What the registrar does with an objection: no stage of the route, but judging the achievement all the same. */
const answersObjections: readonly SubmissionAct[] = ['hold', 'declineObjection', 'overrule', 'uphold'];

export const isDecision = (act: SubmissionAct): boolean => decisions.has(act);

/**
 * From ledger, draft and locked version: a stage's row forgets who decided when the stage opens again, and a draft who had it before it was
 * handed over; the ledger does not. Whose draft it is tells only who began it: its log has everybody who changed a field of it.
 */
export const deedsOf = (serial: string, subject: string): Statement => [
  `SELECT kind AS deed, byPersonId AS personId, JSON_VALUE(detail, '$.deputyFor') AS deputyFor
     FROM ledger_entry WHERE subject = ? AND kind IN ('submit', 'resubmit', 'approve')
   UNION SELECT 'write', draft.ownerId, NULL FROM submission JOIN draft ON draft.id = submission.draftId WHERE submission.serial = ?
   UNION SELECT 'write', edit.changedBy, NULL FROM submission JOIN draft_change edit ON edit.draftId = submission.draftId WHERE submission.serial = ?
   UNION SELECT 'write', piece.addedBy, NULL FROM submission JOIN evidence piece ON piece.draftId = submission.draftId WHERE submission.serial = ?
   UNION SELECT 'write', JSON_VALUE(e.detail, '$.fromPersonId'), NULL
     FROM submission JOIN ledger_entry e ON e.subject = CONCAT('draft/', submission.draftId) AND e.kind = 'handOver' WHERE submission.serial = ?
   UNION SELECT 'complete', completer.personId, NULL FROM submission_version version
     JOIN submission ON submission.serial = version.serial AND submission.round = version.round,
     JSON_TABLE(version.form, '$.completers[*]' COLUMNS (personId VARCHAR(64) PATH '$.personId')) completer
     WHERE version.serial = ? AND completer.personId IS NOT NULL
   UNION SELECT 'complete', personId, NULL FROM named_entry WHERE serial = ? AND personId IS NOT NULL`,
  [subject, ...Array.from({ length: 6 }, () => serial)],
];

/** In whose name somebody acts: his own, and his whom he stands in for. What one of them may not judge, the other does not judge for him. */
const namesOf = ({ personId, deputyFor }: Person): string[] => (deputyFor === null ? [personId] : [personId, deputyFor]);

/** Whether one of these people has decided a stage of it or had it decided for him. */
export function hasDecided({ stages, deeds }: Pick<ActContext, 'stages' | 'deeds'>, people: readonly string[]): boolean {
  const isOneOf = (personId: string | null): boolean => personId !== null && people.includes(personId);
  const decided = stages.some((row) => isOneOf(row.decidedBy) || isOneOf(row.decidedFor));
  return decided || deeds.some((one) => one.deed === 'approve' && (isOneOf(one.personId) || isOneOf(one.deputyFor)));
}

/** P30: nobody judges an achievement of his own, from whichever position, nor two stages of one submission, himself or by a deputy. */
export function separationRefusal(context: ActContext): ErrorCode | null {
  const { act, actor, stage } = context;
  if (actor.kind !== 'person') {
    return null;
  }
  if (act === 'resubmit') {
    return resubmitRefusal(context, namesOf(actor));
  }
  if (act === 'clear' || act === 'exclude') {
    return namesOf(actor).some((name) => isOwn(context, name)) ? 'OWN_SUBMISSION' : null;
  }
  if (act === 'correct' || act === 'cancel') {
    return afterRegistration(context, namesOf(actor));
  }
  if (answersObjections.includes(act)) {
    return namesOf(actor).some((name) => isOwn(context, name)) ? 'OWN_SUBMISSION' : null;
  }
  if (stage === null || !(isDecision(act) || alsoJudging.includes(act))) {
    return null;
  }
  const names = namesOf(actor);
  if (stage.kind !== 'unit') {
    return names.some((name) => isOwn(context, name)) ? 'OWN_SUBMISSION' : secondStage(context, names);
  }
  const releasesOwn = isDecision(act) && names.some((name) => hasSubmitted(context, name)) && !context.submission.unitOfOne;
  return releasesOwn ? 'SAME_PERSON_RELEASE' : secondStage(context, names);
}

/** Who judged it at a desk, or released it for the unit, does not become its submitter; who returned it there may mend it himself. */
function resubmitRefusal({ stages, submission }: ActContext, names: readonly string[]): ErrorCode | null {
  const judged = stages.filter((row) => hasDecided({ stages: [row], deeds: [] }, names));
  if (judged.some(({ kind }) => kind !== 'unit')) {
    return 'OWN_SUBMISSION';
  }
  return judged.some(({ decision }) => decision === 'release') && !submission.unitOfOne ? 'SAME_PERSON_RELEASE' : null;
}

/** Nobody corrects or cancels what is his own, and nobody cancels alone what he has approved himself, or recommended. */
function afterRegistration(context: ActContext, names: readonly string[]): ErrorCode | null {
  if (names.some((name) => isOwn(context, name))) {
    return 'OWN_SUBMISSION';
  }
  return context.act === 'cancel' && hasDecided(context, names) ? 'SECOND_STAGE' : null;
}

function hasSubmitted({ submission, deeds }: ActContext, personId: string): boolean {
  const submitted = deeds.some((one) => one.personId === personId && (one.deed === 'submit' || one.deed === 'resubmit'));
  return submitted || submission.submitterId === personId;
}

function isOwn(context: ActContext, personId: string): boolean {
  return (
    hasSubmitted(context, personId) ||
    context.deeds.some((one) => one.personId === personId && (one.deed === 'write' || one.deed === 'complete'))
  );
}

/** To let the applicant go is no decision upon the achievement. */
function secondStage({ act, stage, stages, deeds }: ActContext, names: readonly string[]): ErrorCode | null {
  const elsewhere = stages.filter((row) => row.kind !== stage?.kind);
  const approvals = stage?.kind === 'department' ? [] : deeds;
  return hasDecided({ stages: elsewhere, deeds: approvals }, names) && act !== 'consentWithdrawal' ? 'SECOND_STAGE' : null;
}
