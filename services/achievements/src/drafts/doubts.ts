import { hasRightCheckCharacter, isWellFormedUscc } from '@dengke/contract';
import type { Evidence, RegistrationForm } from '@dengke/contract';
import { warningScore } from '@dengke/titles';
import type { DraftLikenesses } from '../likenesses/likenesses.dto';
import { lackingExtra } from './evidence-set';

export const doubtCodes = [
  'USCC_CHECK_CHARACTER',
  'ACCEPTANCE_DATE_DIFFERS',
  'EXTRA_EVIDENCE_ADVISED',
  'SAME_NUMBER',
  'NEAR_NAME',
] as const;

/** What is allowed but looks wrong: shown to the applicant, confirmed by a reviewer, never a stop. */
export interface Doubt {
  code: (typeof doubtCodes)[number];
  field: string;
  rule: string;
}

/** Near names and same numbers (P19): `GET /drafts/:id/likenesses` shows what they are like. */
export const doubtsOfLikenesses = ({ items }: Pick<DraftLikenesses, 'items'>): Doubt[] => {
  const reasons = items.filter((item) => item.warns).flatMap((item) => item.reasons.map((reason) => ({ ...reason, score: item.score })));
  const doubts = reasons
    .filter(({ code, score }) => code === 'SAME_NUMBER' || (score ?? 0) >= warningScore)
    .map(({ code, field }): Doubt => ({ code, field: field ?? 'name', rule: 'P19' }));
  return doubts.filter((doubt, at) => doubts.findIndex(({ code, field }) => code === doubt.code && field === doubt.field) === at);
};

/** Doubts about a draft, to be shown beside what submit would refuse. */
export const doubtsAbout = (form: Partial<RegistrationForm>, evidence: readonly Evidence[], extraRequired = false): Doubt[] => [
  ...oddCheckCharacters(form),
  ...otherAcceptanceDates(form, evidence),
  ...(extraRequired ? [] : extraAdvised(form, evidence)),
];

function oddCheckCharacters({ units = [] }: Partial<RegistrationForm>): Doubt[] {
  return units.flatMap(({ uscc }, index) =>
    isWellFormedUscc(uscc) && !hasRightCheckCharacter(uscc)
      ? [{ code: 'USCC_CHECK_CHARACTER', field: `units.${index}.uscc`, rule: 'P44' }]
      : [],
  );
}

/** The form's day of acceptance should be that of the acceptance report (P22). */
function otherAcceptanceDates({ acceptedOn }: Partial<RegistrationForm>, evidence: readonly Evidence[]): Doubt[] {
  const reports = evidence.filter(({ kind }) => kind === 'acceptance-report');
  const agrees = acceptedOn === undefined || reports.length === 0 || reports.some(({ issuedOn }) => issuedOn === acceptedOn);
  return agrees ? [] : [{ code: 'ACCEPTANCE_DATE_DIFFERS', field: 'acceptedOn', rule: 'P22' }];
}

/** Advice as long as it is not required (P21). */
const extraAdvised = (form: Partial<RegistrationForm>, evidence: readonly Evidence[]): Doubt[] =>
  lackingExtra(form, evidence).map((kind) => ({ code: 'EXTRA_EVIDENCE_ADVISED', field: `evidence.${kind}`, rule: 'P21' }));
