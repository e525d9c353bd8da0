import { organiserDeclaration } from './organiser-application';
import { hasRightCheckCharacter, isWellFormedUscc, normalisedUscc } from './uscc';

type FieldKind = 'line' | 'text' | 'mobile' | 'mail' | 'postcode' | 'uscc' | 'day';

/** One box of a form that comes back with a notice. */
export interface FeedbackField {
  id: string;
  label: string;
  kind: FieldKind;
  provisions?: string;
}

export interface FeedbackFormOf {
  title: string;
  fields: readonly FeedbackField[];
  /** Accepted by sending it back word for word; null where there is none. */
  declaration: string | null;
  /** Whether a scan with signature and seal comes with it. */
  sealed: boolean;
}

/** The forms that can come back with a notice, as data: boxes in the order of the paper. */
export const feedbackForms = {
  /** 附件1 of letter A (S15–S19). */
  liaison: {
    title: '山西省科技成果登记工作联络人联系表',
    fields: [
      { id: 'unit', label: '单位名称', kind: 'line', provisions: 'S15' },
      { id: 'uscc', label: '统一社会信用代码', kind: 'uscc', provisions: 'S15' },
      { id: 'address', label: '地址', kind: 'line', provisions: 'S15' },
      { id: 'postcode', label: '邮编', kind: 'postcode', provisions: 'S15' },
      { id: 'legalRepresentative', label: '单位法定代表人', kind: 'line', provisions: 'S16' },
      { id: 'leaderName', label: '分管领导姓名', kind: 'line', provisions: 'S16' },
      { id: 'leaderMobile', label: '分管领导手机', kind: 'mobile', provisions: 'S16' },
      { id: 'department', label: '具体承办部门', kind: 'line', provisions: 'S17' },
      { id: 'headName', label: '部门负责人姓名', kind: 'line', provisions: 'S17' },
      { id: 'headMobile', label: '部门负责人手机', kind: 'mobile', provisions: 'S17' },
      { id: 'headMail', label: '部门负责人邮箱', kind: 'mail', provisions: 'S17' },
      { id: 'staffName', label: '工作人员姓名', kind: 'line', provisions: 'S17' },
      { id: 'staffMobile', label: '工作人员手机', kind: 'mobile', provisions: 'S17' },
      { id: 'staffMail', label: '工作人员邮箱', kind: 'mail', provisions: 'S17' },
      { id: 'signedOn', label: '签署日期', kind: 'day', provisions: 'S19' },
    ],
    declaration: organiserDeclaration,
    sealed: true,
  },
  /** In words, where the letter encloses no form. */
  reply: { title: '反馈意见', fields: [{ id: 'reply', label: '反馈意见', kind: 'text' }], declaration: null, sealed: false },
} as const satisfies Record<string, FeedbackFormOf>;
export type FeedbackForm = keyof typeof feedbackForms;
export const feedbackFormNames = Object.keys(feedbackForms) as FeedbackForm[];

const saysSomething = /[\p{L}\p{N}]/u;

const isRight: Record<FieldKind, (value: string) => boolean> = {
  line: (value) => value.length <= 300 && !/[\r\n]/.test(value) && saysSomething.test(value),
  text: (value) => value.length <= 4_000 && saysSomething.test(value),
  mobile: (value) => /^1\d{10}$/.test(value),
  mail: (value) => value.length <= 200 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
  postcode: (value) => /^\d{6}$/.test(value),
  uscc: (value) => isWellFormedUscc(value) && hasRightCheckCharacter(normalisedUscc(value)),
  day: (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)),
};

/** The boxes that are empty or wrong, and what was filled in that the form does not have. */
export function faultyFields(form: FeedbackForm, filledIn: Readonly<Record<string, unknown>>): string[] {
  const fields: readonly FeedbackField[] = feedbackForms[form].fields;
  const faulty = fields.filter(({ id, kind }) => {
    const value = Object.hasOwn(filledIn, id) ? filledIn[id] : undefined;
    return typeof value !== 'string' || !isRight[kind](value);
  });
  const unknown = Object.keys(filledIn).filter((id) => !fields.some((field) => field.id === id));
  return [...faulty.map(({ id }) => id), ...unknown];
}
