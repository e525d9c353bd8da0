import type { PartialForm } from '../registration-form';
import { hasRightCheckCharacter, isWellFormedUscc } from '../uscc';
import { isBlank, normalisedName } from '../words';
import { amountsOf } from './amounts';
import { doubtfulName, doubtfulUnitName } from './doubtful-names';
import type { FormSchema } from './schema';

export const formDoubtCodes = [
  'USCC_CHECK_CHARACTER',
  'AMOUNT_IN_YUAN',
  'AGE_IMPLAUSIBLE',
  'TITLE_AGAINST_AGE',
  'NAME_IMPROPER',
  'UNIT_NAME_IMPROPER',
  'UNIT_TWICE',
  'COMPLETER_TWICE',
  'COMPLETER_OF_NO_UNIT',
  'LEVEL_WITHOUT_EVALUATION',
  'EVALUATED_BEFORE_END',
  'PAPER_AFTER_EVALUATION',
  'IP_NUMBER_IMPROPER',
  'STATE_AGAINST_PHASE',
] as const;
export type FormDoubtCode = (typeof formDoubtCodes)[number];

/** What is allowed but looks wrong: shown to the applicant, judged by a reviewer, never a stop. */
export interface FormDoubt {
  code: FormDoubtCode;
  field: string;
  rule: string;
}

type Doubts = (form: PartialForm, schema: FormSchema) => FormDoubt[];
const doubt = (code: FormDoubtCode, rule: string, field: string): FormDoubt => ({ code, field, rule });

/** 单位 is 万元: who enters 元 writes more than ten thousand times too much. */
const MOST_WAN = 10_000;
const AGES = { youngest: 16, oldest: 90 };
/** Younger than this nobody is expected to have the title: 正高, 副高, 中级. */
const YOUNGEST_WITH_TITLE: Readonly<Record<string, number>> = { '1': 33, '2': 28, '3': 23 };
const PATENT = /^(ZL|CN)?\s?\d{12}\.?[\dX]$/i;
const patentKinds = ['01', '02', '06'];

/** What reviewers keep complaining of (docs/forms.md, `formDoubts`), found before they do. */
export const formDoubts = (schema: FormSchema, form: PartialForm): FormDoubt[] => all.flatMap((doubts) => doubts(form, schema));

const names: Doubts = ({ name, units = [] }) => [
  ...(name !== undefined && doubtfulName(name) ? [doubt('NAME_IMPROPER', 'P22', 'name')] : []),
  ...units.flatMap((unit, index) =>
    unit.name !== undefined && doubtfulUnitName(unit.name) ? [doubt('UNIT_NAME_IMPROPER', 'P22', `units.${index}.name`)] : [],
  ),
];

const codesOfUnits: Doubts = ({ units = [] }) =>
  units.flatMap(({ uscc = '' }, index) =>
    isWellFormedUscc(uscc) && !hasRightCheckCharacter(uscc) ? [doubt('USCC_CHECK_CHARACTER', 'P44', `units.${index}.uscc`)] : [],
  );

const amounts: Doubts = (form, schema) =>
  amountsOf(schema, form)
    .filter(({ wan }) => Number(wan) > MOST_WAN)
    .map(({ field }) => doubt('AMOUNT_IN_YUAN', 'P24', field));

/** Full years at the end of the study; null while it cannot be told. */
function ageAt(bornIn: string | undefined, studyTo: string | undefined): number | null {
  const [year, month] = (bornIn ?? '').split('-').map(Number);
  const [endYear, endMonth] = (studyTo ?? '').split('-').map(Number);
  if (!year || !month || !endYear || !endMonth) {
    return null;
  }
  return endYear - year - (endMonth < month ? 1 : 0);
}

const ages: Doubts = ({ completers = [], studyTo }) =>
  completers.flatMap(({ bornIn, title = '' }, index) => {
    const age = ageAt(bornIn, studyTo);
    if (age === null) {
      return [];
    }
    if (age < AGES.youngest || age > AGES.oldest) {
      return [doubt('AGE_IMPLAUSIBLE', 'P24', `completers.${index}.bornIn`)];
    }
    return age < (YOUNGEST_WITH_TITLE[title] ?? 0) ? [doubt('TITLE_AGAINST_AGE', 'P24', `completers.${index}.title`)] : [];
  });

function repeated(keys: readonly string[]): number[] {
  return keys.flatMap((key, index) => (key !== '' && keys.indexOf(key) < index ? [index] : []));
}

const repetitions: Doubts = ({ units = [], completers = [] }) => [
  ...repeated(units.map(({ uscc = '' }) => uscc)).map((index) => doubt('UNIT_TWICE', 'P22', `units.${index}.uscc`)),
  ...repeated(completers.map(({ name = '', bornIn = '' }) => (isBlank(name) ? '' : `${normalisedName(name)} ${bornIn}`))).map((index) =>
    doubt('COMPLETER_TWICE', 'P22', `completers.${index}.name`),
  ),
];

/** A completer works at one of the completing units, or the list of units lacks one. */
const completersOfUnits: Doubts = ({ units = [], completers = [] }) => {
  const listed = new Set(units.map(({ name = '' }) => normalisedName(name)));
  return completers.flatMap(({ workUnit }, index) =>
    isBlank(workUnit) || units.length === 0 || listed.has(normalisedName(workUnit ?? ''))
      ? []
      : [doubt('COMPLETER_OF_NO_UNIT', 'P22', `completers.${index}.workUnit`)],
  );
};

/** 成果水平 comes from the conclusion of an evaluation, else it is 未评价; a granted patent says nothing of it. */
const levels: Doubts = ({ achievementLevel, evaluationMethod }) =>
  achievementLevel !== undefined && '1234'.includes(achievementLevel) && ['04', '08', '99'].includes(evaluationMethod ?? '')
    ? [doubt('LEVEL_WITHOUT_EVALUATION', 'P22', 'achievementLevel')]
    : [];

const order: Doubts = ({ evaluatedOn, evaluationMethod, studyTo, papers = [] }) => [
  ...(evaluatedOn !== undefined && studyTo !== undefined && evaluationMethod !== '08' && evaluatedOn.slice(0, 7) < studyTo
    ? [doubt('EVALUATED_BEFORE_END', 'P22', 'evaluatedOn')]
    : []),
  ...papers.flatMap(({ publishedIn }, index) =>
    publishedIn !== undefined && evaluatedOn !== undefined && publishedIn > evaluatedOn.slice(0, 7)
      ? [doubt('PAPER_AFTER_EVALUATION', 'P22', `papers.${index}.publishedIn`)]
      : [],
  ),
];

const ipNumbers: Doubts = ({ ipRights = [] }) =>
  ipRights.flatMap(({ kind = '', number }, index) =>
    number !== undefined && patentKinds.includes(kind) && !PATENT.test(number.normalize('NFKC'))
      ? [doubt('IP_NUMBER_IMPROPER', 'P22', `ipRights.${index}.number`)]
      : [],
  );

/** 初期阶段 in industrial use, or 成熟应用阶段 without any use. */
const states: Doubts = ({ phase, applicationState }) =>
  (phase === '1' && applicationState === '1') || (phase === '3' && applicationState === '5')
    ? [doubt('STATE_AGAINST_PHASE', 'P24', 'applicationState')]
    : [];

const all: readonly Doubts[] = [names, codesOfUnits, amounts, ages, repetitions, completersOfUnits, levels, order, ipNumbers, states];
