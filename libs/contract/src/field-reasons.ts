/**
 * Why one field, file or wish is refused: a stable word for programs, and its sentence for the person. A rule with limits names them. Rules of
 * class-validator keep their names there.
 */
export const reasonSentences = {
  // a value
  required: '此项必填',
  isDefined: '此项必填',
  isBlank: '此项不能为空',
  unknown: '没有此项，请删除',
  isString: '应填写文字',
  isInt: '应为规定范围内的整数',
  isBoolean: '应填写是或否',
  isArray: '应为列表',
  isObject: '内容结构不正确',
  nestedValidation: '内容结构不正确',
  isIn: '不在可选范围内，请从列表中选择',
  equals: '须予以确认',
  matches: '格式不正确',
  isEmail: '电子邮箱格式不正确',
  isUrl: '网址格式不正确',
  isUuid: '编号格式不正确',
  isPlainDate: '日期不存在或格式不正确，应为“年-月-日”，如 2023-06-30',
  isMonth: '月份格式不正确，应为“年-月”，如 2023-06',
  isAmount: '金额格式不正确，应为数字，最多两位小数',
  uscc: '统一社会信用代码应为18位数字或规定的大写字母',
  isWellFormedUscc: '统一社会信用代码应为18位数字或规定的大写字母',
  arrayUnique: '不能重复',
  isLength: (least: number, most: number) => (least === most ? `应为${least}个字符` : `长度应为${least}至${most}个字符`),
  minLength: (least: number) => `至少${least}个字符`,
  maxLength: (most: number) => `不超过${most}个字符`,
  min: (least: number) => `不得小于${least}`,
  max: (most: number) => `不得大于${most}`,
  arrayMinSize: (least: number) => `至少填写${least}项`,
  arrayMaxSize: (most: number) => `不超过${most}项`,
  formula: '只接受普通文字或数字，不接受公式、日期或错误值',
  // a value beside others
  wrong: '不正确，请重新输入',
  mismatch: '与其他内容不相符，请核对',
  impossible: '与现有组织关系不相符，请核对',
  past: '日期不存在或已经过去，请重新选择',
  ahead: '日期不得晚于今天',
  tooMany: '数量已达上限，请先移除不用的',
  oneOfTwo: '请在两种方式中选择一种',
  notGrantable: '该岗位不能授予此项权限',
  noMail: '该人员没有电子邮箱，请选择其他发放方式',
  firstUnitStays: '第一完成单位不能更正',
  notBeforeStudyFrom: '研究终止时间不得早于起始时间',
  notBeforeApproval: '注销日期不得早于批准登记日期',
  personOfUnit: '不是本单位人员，请核对',
  notInTheVersion: '登记表中没有此栏目，请核对',
  mayNotBeLeft: '此类通知不能退订邮件',
  demand: '要求反馈的通知须同时写明反馈表和期限',
  feedbackForm: '此项必填，或填写有误',
  // a day of the calendar
  pastDay: '已经过去的日期不能修改',
  beyondCoverage: '日期超出本次安排的截止日期',
  weekday: '调休上班日须为周末',
  nameless: '请填写节假日名称',
  nearer: '截止日期不能提前',
  wholeYears: '截止日期须为某年12月31日',
  stillLate: '延长后仍已逾期，请增加天数',
  supposition: '假设不成立：请至少写明一项，且不早于今日、不超过六十天',
  limit: '与现行期限规定不相符，请核对',
  nothingChanges: '与现行安排相同，没有变化',
  noDayOff: (year: number) => `${year}年没有节假日安排，请补充`,
  // a new password
  tooShort: '口令过短：管理岗位至少12位，其他人员至少8位',
  tooLong: '口令过长，最多128位',
  tooFewClasses: '口令须包含大写字母、小写字母、数字、符号中的三类',
  containsLogin: '口令不能包含用户名',
  common: '口令过于常见，请更换',
  usedBefore: '口令最近使用过，请更换',
  // a file
  type: '文件类型不在可接收范围内，或内容与扩展名不符',
  name: '文件名不规范，请改名后重新上传',
  damaged: '文件不完整或已损坏，请重新导出后上传',
  encrypted: '文件已加密，无法审查，请去除密码后上传',
  active: '文件含有脚本、宏或可执行内容，请去除后上传',
  external: '文件引用了外部内容，请去除引用后上传',
  nested: '文件中嵌有其他文件，请拆分后分别上传',
  double: '文件中夹带了其他内容，请重新导出后上传',
  entries: '文件的内部目录不正确，请重新导出后上传',
  bomb: '文件展开后过大，不能接收',
  // the graphs
  orphan: '没有上级单位',
  cycle: '上下级关系成环',
  wrongParent: '上级单位的类型不正确',
  noContact: '没有联系电话',
  noOrganiser: '没有组织管理部门',
  areaContested: '同一地区有两个市级单位',
  noRoute: '没有登记路径',
  deskCannotReview: '路径中的单位不能审查',
  deskUnstaffed: '审查岗位没有人员',
  superAdmins: '超级管理用户应有且只有一名',
  // why an act is not possible
  disputed: '署名有异议，尚未答复',
  explained: '异议已作说明，尚待确认',
  holdsPosition: '该人员已担任此岗位',
  ownLogin: '不能对本人的用户名办理',
  alreadyDisabled: '该用户名已被停用',
  notDisabled: '该用户名未被停用',
  sitsAtDesk: '该人员已在此岗位任职，无需代理',
  noLogin: '该人员没有可用的用户名',
  unitClosed: '该单位已经撤销，不能再发放用户名',
} as const satisfies Record<string, string | ((...limits: number[]) => string)>;

export type Reason = keyof typeof reasonSentences;
/** Rules that name their limits. */
export type LimitReason = { [R in Reason]: (typeof reasonSentences)[R] extends string ? never : R }[Reason];

/** One thing that is wrong with one field; `reason` is the rule's name, never the value. */
export type FieldFault =
  { field: string; reason: Exclude<Reason, LimitReason> } | { field: string; reason: LimitReason; limits: readonly number[] };

export const isReason = (word: unknown): word is Reason => typeof word === 'string' && Object.hasOwn(reasonSentences, word);

/** What a reason says; a rule with limits needs them. */
export function sentenceOf(reason: Reason, limits: readonly number[] = []): string {
  const sentence: string | ((...limits: number[]) => string) = reasonSentences[reason];
  return typeof sentence === 'string' ? sentence : sentence(...limits);
}
