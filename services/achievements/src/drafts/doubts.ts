import { hasRightCheckCharacter, isWellFormedUscc } from '@dengke/contract';
import type { Evidence, RegistrationForm } from '@dengke/contract';

export const doubtCodes = ['USCC_CHECK_CHARACTER', 'ACCEPTANCE_DATE_DIFFERS'] as const;

/** What is allowed but looks wrong: shown to the applicant, confirmed by a reviewer, never a stop. */
export interface Doubt {
  code: (typeof doubtCodes)[number];
  field: string;
  rule: string;
}

/** Doubts about a draft, to be shown beside what submit would refuse. */
export const doubtsAbout = (form: Partial<RegistrationForm>, evidence: readonly Evidence[]): Doubt[] => [
  ...oddCheckCharacters(form),
  ...otherAcceptanceDates(form, evidence),
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
