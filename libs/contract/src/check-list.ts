import type { Category, Ground, FormUnit, RegistrationForm } from './registration-form';
import { hasRightCheckCharacter } from './uscc';
import { isBlank } from './words';

/** The three points that each reviewing level judges one by one (P24, S30, S64). */
export const checkPoints = ['truth', 'completeness', 'conformity'] as const;
export type CheckPoint = (typeof checkPoints)[number];
export interface CheckResult {
  passed: boolean;
  remark?: string;
}
/** What the answers to the items come to. */
export type ReviewCheck = Record<CheckPoint, CheckResult>;

/** One thing to look at under one of the points. */
export interface CheckItem {
  id: string;
  point: CheckPoint;
  text: string;
  /** Where it comes from; `A542` is an article of the 《科技成果登记办法》 (国科发计字〔2000〕542号). */
  provisions: string;
  /** Whether a desk may answer that it does not apply here. */
  mayNotApply: boolean;
}

interface ItemRule extends Omit<CheckItem, 'id' | 'mayNotApply'> {
  mayNotApply?: true;
  /** Asked only of these. */
  only?: { category?: Category; ground?: Ground; oddCode?: true };
}

/** 审查要点: form review only, no merit and no score (P24). In the order in which a desk goes through them. */
const rules: Record<string, ItemRule> = {
  nameAsEvidence: { point: 'truth', text: '成果名称与证明材料一致', provisions: 'P22' },
  unitsAsEvidence: { point: 'truth', text: '完成单位名称、排序与证明材料和公章一致', provisions: 'P18 P22' },
  completersAsEvidence: { point: 'truth', text: '完成人姓名、排名与证明材料一致', provisions: 'P22' },
  evidenceGenuine: { point: 'truth', text: '附件清晰完整，编号、日期可辨，未见涂改', provisions: 'S30 S64' },
  licenceCompared: {
    ...{ point: 'truth', text: '统一社会信用代码校验位不符，已与证照核对', provisions: 'P44' },
    only: { oddCode: true },
  },
  projectAccepted: {
    ...{ point: 'truth', text: '立项编号、立项部门、验收日期与验收材料一致，由立项部门验收', provisions: 'S46 P16' },
    only: { ground: 'must' },
  },
  noDispute: { point: 'truth', text: '未见权属、主要完成单位、主要完成人的争议', provisions: 'P23' },
  formComplete: { point: 'completeness', text: '登记表各栏填写完整，加盖单位公章', provisions: 'A542-7 S68 S69 S70' },
  evidenceApplied: {
    ...{ point: 'completeness', text: '应用技术成果：评价证明、标准、颁布件或知识产权至少一项齐全', provisions: 'S68 P20' },
    only: { category: 'applied' },
  },
  evidenceBasic: {
    ...{ point: 'completeness', text: '基础理论成果：论文或专著、学术部门评价意见、被引用证明齐全', provisions: 'S69 P20' },
    only: { category: 'basic' },
  },
  evidenceSoft: {
    ...{ point: 'completeness', text: '软科学研究成果：结题报告等评价证明齐全', provisions: 'S70 P20' },
    only: { category: 'soft' },
  },
  obtainedThisYear: {
    ...{ point: 'completeness', text: '当年取得的颁布件、标准、知识产权或论著证明齐全', provisions: 'S48 P16' },
    only: { ground: 'may' },
  },
  inScope: { point: 'conformity', text: '属于登记范围，未见涉密内容', provisions: 'S46 S47 S48 S49 P17' },
  inYear: { point: 'conformity', text: '成果获得日期属于登记年度', provisions: 'S7 P15' },
  registeredOnce: { point: 'conformity', text: '未见重复登记', provisions: 'S8 S50 P19' },
  judgedWell: { point: 'conformity', text: '已有评价结论持肯定性意见', provisions: 'A542-7', mayNotApply: true },
  lawful: { point: 'conformity', text: '不违背国家法律、法规和政策', provisions: 'A542-7' },
  wellWritten: { point: 'conformity', text: '名称、单位全称、简介等填写规范', provisions: 'A542-7 P22' },
};

type Checked = Pick<RegistrationForm, 'category' | 'ground'> & { units: readonly Pick<FormUnit, 'uscc'>[] };

/** What a desk that reviews has to answer, item by item, for this form. */
export const checkListFor = (form: Checked): CheckItem[] =>
  Object.entries(rules)
    .filter(([, { only }]) => only === undefined || isAsked(only, form))
    .map(([id, { point, text, provisions, mayNotApply }]) => ({ id, point, text, provisions, mayNotApply: mayNotApply === true }));

const isAsked = ({ category, ground, oddCode }: NonNullable<ItemRule['only']>, form: Checked): boolean =>
  (category === undefined || category === form.category) &&
  (ground === undefined || ground === form.ground) &&
  (oddCode === undefined || form.units.some(({ uscc }) => !hasRightCheckCharacter(uscc)));

export const findingAnswers = ['ok', 'not', 'notApplicable'] as const;

/** A desk's answer to one item; `not` says why, and where: a path in the form or a piece of evidence. */
export interface Finding {
  item: string;
  answer: (typeof findingAnswers)[number];
  remark?: string;
  field?: string;
}

/** Items without one answer that counts: none, two, a `not` without a word, or a `notApplicable` where that is not open. */
export const unansweredOf = (items: readonly CheckItem[], findings: readonly Finding[]): string[] =>
  items.filter((item) => !isAnswered(item, findings)).map(({ id }) => id);

function isAnswered({ id, mayNotApply }: CheckItem, findings: readonly Finding[]): boolean {
  const [only, ...more] = findings.filter(({ item }) => item === id);
  if (only === undefined || more.length > 0) {
    return false;
  }
  return only.answer === 'ok' || (only.answer === 'not' ? !isBlank(only.remark) : mayNotApply);
}

/** A point passes only if its items do; its remark is theirs together. */
export function checkOf(items: readonly CheckItem[], findings: readonly Finding[]): ReviewCheck {
  const resultOf = (point: CheckPoint): CheckResult => {
    const ids = items.filter((item) => item.point === point).map(({ id }) => id);
    const failed = findings.filter(({ item, answer }) => answer === 'not' && ids.includes(item));
    return failed.length === 0 ? { passed: true } : { passed: false, remark: failed.map(({ remark }) => remark).join('；') };
  };
  return { truth: resultOf('truth'), completeness: resultOf('completeness'), conformity: resultOf('conformity') };
}
