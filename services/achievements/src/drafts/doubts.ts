import type { Evidence, EvidenceKind, PartialForm, PlainDate } from '@dengke/contract';
import { formDoubtCodes, formDoubts } from '@dengke/contract/forms';
import type { FormSchema } from '@dengke/contract/forms';
import { warningScore } from '@dengke/titles';
import type { DraftLikenesses } from '../likenesses/likenesses.dto';
import { lackingExtra } from './evidence-set';

export const doubtCodes = [
  ...formDoubtCodes,
  ...(['ACCEPTANCE_DATE_DIFFERS', 'EVALUATION_DATE_DIFFERS', 'STANDARD_FORM_MISSING', 'EXTRA_EVIDENCE_ADVISED'] as const),
  ...(['SAME_NUMBER', 'NEAR_NAME'] as const),
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
export const doubtsAbout = (schema: FormSchema, form: PartialForm, evidence: readonly Evidence[], extraRequired = false): Doubt[] => [
  ...formDoubts(schema, form),
  ...otherDates(evidence, 'acceptance-report', form.acceptedOn, { code: 'ACCEPTANCE_DATE_DIFFERS', field: 'acceptedOn', rule: 'P22' }),
  ...otherDates(evidence, 'evaluation-certificate', form.evaluatedOn, {
    code: 'EVALUATION_DATE_DIFFERS',
    field: 'evaluatedOn',
    rule: 'P22',
  }),
  ...standardWithoutForm(form, evidence),
  ...(extraRequired ? [] : extraAdvised(form, evidence)),
];

/** A day of the form should be that of the evidence it is taken from (P22). */
function otherDates(evidence: readonly Evidence[], kind: EvidenceKind, day: PlainDate | undefined, doubt: Doubt): Doubt[] {
  const given = evidence.filter((one) => one.kind === kind);
  const agrees = day === undefined || given.length === 0 || given.some(({ issuedOn }) => issuedOn === day);
  return agrees ? [] : [doubt];
}

const standardWithoutForm = ({ standardForm }: PartialForm, evidence: readonly Evidence[]): Doubt[] =>
  standardForm === undefined && evidence.some(({ kind }) => kind === 'standard')
    ? [{ code: 'STANDARD_FORM_MISSING', field: 'standardForm', rule: 'P22' }]
    : [];

/** Advice as long as it is not required (P21). */
const extraAdvised = (form: PartialForm, evidence: readonly Evidence[]): Doubt[] =>
  lackingExtra(form, evidence).map((kind) => ({ code: 'EXTRA_EVIDENCE_ADVISED', field: `evidence.${kind}`, rule: 'P21' }));
