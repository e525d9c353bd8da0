import { hasRightCheckCharacter, isWellFormedUscc } from '@dengke/contract';
import type { Evidence, RegistrationForm } from '@dengke/contract';
import { lackingExtra } from './evidence-set';

export const doubtCodes = ['USCC_CHECK_CHARACTER', 'ACCEPTANCE_DATE_DIFFERS', 'EXTRA_EVIDENCE_ADVISED'] as const;

/** What is allowed but looks wrong: shown to the applicant, confirmed by a reviewer, never a stop. */
export interface Doubt {
  code: (typeof doubtCodes)[number];
  field: string;
  rule: string;
}

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
