import { shanghaiDateOf } from '@dengke/calendar';
import { declarations as allDeclarations, isBlank, isWellFormedUscc, normalisedUscc } from '@dengke/contract';
import type { Category, Declaration, ErrorCode, Evidence, Instant, PartialForm, PlainDate, Reason, RouteUnit } from '@dengke/contract';
import { formGaps } from '@dengke/contract/forms';
import type { FormSchema } from '@dengke/contract/forms';
import { stored } from '../forms/form-editions';
import { achievedOnOf, datingEvidence, kindsFor, lackingExtra, s48Evidence } from './evidence-set';

export { achievedOnOf } from './evidence-set';

/** All that decides whether a draft may be submitted. Pure: what it needs is read before. */
export interface SubmitCheck {
  /** What the draft is filled in under. */
  schema: FormSchema;
  /** The edition it must be of: that of the registration year, or of the first submission. */
  schemaYear: number;
  form: PartialForm;
  evidence: readonly Evidence[];
  /** The unit from which the caller acts. */
  callerUnitId: string;
  /** That unit as accounts knows it, from the route. */
  routeUnit: RouteUnit;
  /** The window's, or for rolling intake the civil year of the first submission (P15). */
  registrationYear: number;
  /** What 542 art. 8 asks beside the evidence of S68–S70 is required here, not only advised (P21). */
  extraRequired: boolean;
  /** Pieces of evidence that wait for their virus scan, where there is one. */
  unscanned: readonly string[];
  at: Instant;
}

/** One refusal: its code, the rule it rests on, and where in the form (`units.0.uscc`) or among the evidence (`evidence.<id>`). */
export interface RuleRefusal {
  code: ErrorCode;
  details: { rule: string; field?: string; reason?: Reason };
}

type Rule = (check: SubmitCheck) => RuleRefusal[];

const refuse = (code: ErrorCode, rule: string, field: string, reason?: Reason): RuleRefusal => ({
  code,
  details: { rule, field, ...(reason === undefined ? {} : { reason }) },
});
/** （集团） and (集团) are the same name; anything else is not. */
const oneWidth = (name: string): string => name.normalize('NFKC').trim();
const today = (check: SubmitCheck): PlainDate => shanghaiDateOf(check.at);

/** Classified achievements are outside; silence is no declaration (P17, S49). */
const secrecyDeclared: Rule = ({ form: { secrecy } }) => {
  if (secrecy === 'public') {
    return [];
  }
  return [refuse(secrecy === undefined ? 'SECRECY_NOT_DECLARED' : 'CLASSIFIED_EXCLUDED', 'P17 S49', 'secrecy')];
};

/** 必须: the plan project, who set it up, and that this body has accepted it (P16, S46). */
const planProjectAccepted: Rule = (check) => {
  const { ground, projectNumber, sponsor, acceptedBySponsor, acceptedOn } = check.form;
  if (ground !== 'must') {
    return [];
  }
  const accepted = acceptedOn !== undefined && acceptedOn <= today(check);
  const missing = Object.entries({
    projectNumber: isBlank(projectNumber),
    sponsor: isBlank(sponsor),
    acceptedBySponsor: acceptedBySponsor !== true,
    acceptedOn: !accepted,
  }).filter(([, isMissing]) => isMissing);
  return missing.map(([field]) => refuse('GROUND_INCOMPLETE', 'P16 S46', field));
};

/** 可以: only with something that S48 names (P16). */
const s48EvidenceGiven: Rule = ({ form, evidence }) =>
  form.ground === 'may' && s48Evidence(evidence).length === 0 ? [refuse('EVIDENCE_MISSING', 'P16 S48', 'evidence')] : [];

/** Length and alphabet of every unit's code (P44); the check character is only a doubt. */
const usccWellFormed: Rule = ({ form: { units = [] } }) =>
  units.flatMap(({ uscc = '' }, index) =>
    isBlank(uscc) || isWellFormedUscc(uscc) ? [] : [refuse('INVALID_INPUT', 'P43 P44', `units.${index}.uscc`, 'uscc')],
  );

/** The first completing unit submits, and stands in the form as accounts knows it (P18, S27, S61). */
const firstUnitSubmits: Rule = ({ form, callerUnitId, routeUnit }) => {
  const first = form.units?.[0];
  if (first === undefined) {
    return [];
  }
  const wrong = Object.entries({
    unitId: first.unitId !== callerUnitId || routeUnit.id !== callerUnitId,
    name: oneWidth(first.name ?? '') !== oneWidth(routeUnit.name),
    uscc: normalisedUscc(first.uscc ?? '') !== normalisedUscc(routeUnit.uscc),
  }).filter(([, isWrong]) => isWrong);
  return wrong.map(([field]) => refuse('NOT_FIRST_UNIT', 'P18 S27 S61', `units.0.${field}`));
};

const declarationRules: Record<Declaration, string> = {
  truthful: 'P23 S18',
  noDispute: 'P23',
  notRegistered: 'P23 S8 S50',
  notClassified: 'P23 S49',
  equalsEvidence: 'P22',
};

const declarationsMade: Rule = ({ form: { declarations = [] } }) =>
  allDeclarations
    .filter((declaration) => !declarations.includes(declaration))
    .map((declaration) => refuse('DECLARATIONS_MISSING', declarationRules[declaration], `declarations.${declaration}`));

/** The date achieved lies in 1 January … 31 December of the registration year (P15, S7), and no evidence is dated ahead. */
const achievedInYear: Rule = (check) => {
  const { form, evidence, registrationYear } = check;
  const ahead = evidence.filter(({ issuedOn }) => issuedOn > today(check));
  const achievedOn = achievedOnOf(form, evidence);
  const outside = achievedOn !== null && Number(achievedOn.slice(0, 4)) !== registrationYear;
  const dating = outside ? datingEvidence(form, evidence).find(({ issuedOn }) => issuedOn === achievedOn) : undefined;
  const rule = form.ground === 'may' ? 'P15 S7 S48' : 'P15 S7';
  return [
    ...(dating ? [refuse('OUTSIDE_REGISTRATION_YEAR', rule, `evidence.${dating.id}.issuedOn`)] : []),
    ...ahead.map(({ id }) => refuse('INVALID_INPUT', 'P15', `evidence.${id}.issuedOn`, 'ahead')),
  ];
};

const evidenceRules: Record<Category, string> = { applied: 'P20 S68', basic: 'P20 S69', soft: 'P20 S70' };

/** One of the alternatives and each required kind of the category (P20); no IP rights only where the evidence is of another kind (S68). */
const evidenceComplete: Rule = ({ form: { category, hasIpRights }, evidence }) => {
  if (category === undefined) {
    return [];
  }
  const given = new Set(evidence.map(({ kind }) => kind));
  const hasAlternative = kindsFor(category, 'alternative').some((kind) => given.has(kind));
  const lacking = kindsFor(category, 'required').filter((kind) => !given.has(kind));
  const fields = [
    ...(hasAlternative ? [] : ['evidence']),
    ...lacking.map((kind) => `evidence.${kind}`),
    ...(hasIpRights === false && given.size > 0 && [...given].every((kind) => kind === 'intellectual-property') ? ['hasIpRights'] : []),
  ];
  return fields.map((field) => refuse('EVIDENCE_MISSING', evidenceRules[category], field));
};

/** Never past a scanner that is away: the piece waits, and its submission with it. */
const allScanned: Rule = ({ unscanned }) => unscanned.map((id) => refuse('NOT_YET_SCANNED', 'P20', `evidence.${id}`));

/** Where it was switched from advice to a rule (P21). */
const extraGiven: Rule = ({ form, evidence, extraRequired }) =>
  extraRequired ? lackingExtra(form, evidence).map((kind) => refuse('EVIDENCE_MISSING', 'P21', `evidence.${kind}`)) : [];

/** What the schema of its category and year asks of the form (docs/forms.md); the form itself is part of the material (P20). */
const formComplete: Rule = ({ schema, form }) =>
  formGaps(schema, stored(form)).map(({ field, rule, is }) =>
    is === 'missing' ? refuse('FORM_INCOMPLETE', rule, field, 'required') : refuse('INVALID_INPUT', rule, field, 'mismatch'),
  );

/** A new registration year may have a new form; a submission keeps the one of its first time (P15). */
const formOfYear: Rule = ({ schema, schemaYear }) =>
  schema.year === schemaYear ? [] : [refuse('FORM_OUTDATED', 'P15', `schema.${schemaYear}`)];

/** The study ends in the month it began, or later. */
const studyInOrder: Rule = ({ form: { studyFrom, studyTo } }) =>
  studyFrom !== undefined && studyTo !== undefined && studyTo < studyFrom
    ? [refuse('INVALID_INPUT', 'P22', 'studyTo', 'notBeforeStudyFrom')]
    : [];

const rules: readonly Rule[] = [
  secrecyDeclared,
  planProjectAccepted,
  s48EvidenceGiven,
  usccWellFormed,
  firstUnitSubmits,
  declarationsMade,
  achievedInYear,
  evidenceComplete,
  extraGiven,
  allScanned,
  formOfYear,
  studyInOrder,
];

/** Everything for which submit refuses a draft, in the order of the rules; submit answers the first. Empty: it may be submitted. */
export function refusalsOf(check: SubmitCheck): RuleRefusal[] {
  const byRule = rules.flatMap((rule) => rule(check));
  const named = byRule.map(({ details: { field = '' } }) => field);
  const isNamed = (field: string): boolean => named.some((one) => one === field || one.startsWith(`${field}.`));
  return [...byRule, ...formComplete(check).filter(({ details: { field = '' } }) => !isNamed(field))];
}
