/** What the upper levels publish of registered achievements (docs/statistics.md), as data: how each cut is read from submission `s` and its locked form `v.form`. */
export interface Cut {
  key: string;
  label: string;
  /** What is counted: achievements, or the people on them. */
  counts: 'achievements' | 'completers';
  /** Gives the code; null where the form does not say. `c` is the completer. */
  sql: string;
  /** Whose names the codes have: a list of the form, or one of the names below. */
  names: { list: string } | { by: 'window' | 'organisation' } | { entries: Readonly<Record<string, string>> } | null;
  definition: string;
}

const answer = (field: string): string => `JSON_VALUE(v.form, '$.${field}')`;
/** Whole years from the month of birth to the month in which the study ends, as the form's own check of ages has it. */
const years = `FLOOR(PERIOD_DIFF(REPLACE(${answer('studyTo')}, '-', ''), REPLACE(c.bornIn, '-', '')) / 12)`;
const division = answer('industryDivision');
/** Of the listed units the first one that is called as where the completer works. */
const kindOfWorkUnit = `(SELECT u.kind FROM JSON_TABLE(v.form, '$.units[*]' COLUMNS (
  place FOR ORDINALITY, name VARCHAR(120) PATH '$.name', kind VARCHAR(20) PATH '$.kind')) u WHERE u.name = c.workUnit ORDER BY u.place LIMIT 1)`;

export const cuts: readonly Cut[] = [
  {
    ...{ key: 'category', label: '成果类别', counts: 'achievements', sql: 's.category', names: { list: 'category' } },
    definition: '登记表第3栏。',
  },
  {
    ...{ key: 'source', label: '课题来源', counts: 'achievements', sql: answer('projectSource'), names: { list: 'project-source' } },
    definition: '登记表第14栏，代码表G。',
  },
  {
    ...{ key: 'evaluation', label: '评价方式', counts: 'achievements', sql: answer('evaluationMethod') },
    ...{ names: { list: 'evaluation-method' }, definition: '登记表第16栏，代码表H。' },
  },
  {
    ...{ key: 'level', label: '成果水平', counts: 'achievements', sql: answer('achievementLevel'), names: { list: 'achievement-level' } },
    definition: '登记表第9栏，代码表D；基础理论、软科学成果可以不填。',
  },
  {
    ...{ key: 'unitKind', label: '第一完成单位属性', counts: 'achievements', sql: answer('units[0].kind'), names: { list: 'unit-kind' } },
    definition: '登记表第22栏，代码表M，只计第一完成单位。',
  },
  {
    ...{ key: 'field', label: '高新技术领域', counts: 'achievements', sql: answer('highTechField'), names: { list: 'high-tech-field' } },
    definition: '登记表第13栏，代码表F；只有应用技术成果填写。',
  },
  {
    ...{ key: 'industry', label: '应用行业门类', counts: 'achievements', sql: answer('industrySection') },
    ...{ names: { list: 'industry-section' }, definition: '登记表第12栏，GB/T 4754-2017门类。' },
  },
  {
    ...{ key: 'sector', label: '三次产业', counts: 'achievements' },
    sql: `CASE WHEN ${answer('industrySection')} IS NULL THEN NULL WHEN ${division} IN ('05', '11', '43') THEN '3'
      WHEN ${answer('industrySection')} = 'A' THEN '1' WHEN ${answer('industrySection')} IN ('B', 'C', 'D', 'E') THEN '2' ELSE '3' END`,
    names: { entries: { 1: '第一产业', 2: '第二产业', 3: '第三产业' } },
    definition:
      '按应用行业归并：门类A为第一产业，B至E为第二产业，其余为第三产业；大类05、11、43（专业及辅助性活动，设备修理）计入第三产业。归并方法为本系统口径。',
  },
  {
    ...{ key: 'region', label: '地区', counts: 'achievements', sql: 'LEFT(s.areaCode, 4)', names: { list: 'area' } },
    definition: '第一完成单位所在市（行政区划代码前四位）。',
  },
  {
    ...{ key: 'county', label: '县（市、区）', counts: 'achievements', sql: "IF(s.areaCode LIKE '____00', NULL, s.areaCode)" },
    ...{ names: { list: 'area' }, definition: '第一完成单位所在县（市、区）；只登记到市的计入“未填”。' },
  },
  {
    ...{ key: 'year', label: '登记年度', counts: 'achievements', sql: 's.registrationYear', names: null },
    definition: '批次的年度；常态化受理为首次提交的公历年度。退回补正跨年的不变。',
  },
  {
    ...{ key: 'window', label: '集中受理批次', counts: 'achievements', sql: 's.windowId', names: { by: 'window' } },
    definition: '提交时进入的批次；截止后转常态化办理的仍计在原批次。其余为常态化受理。',
  },
  {
    ...{ key: 'organiser', label: '组织管理部门', counts: 'achievements', sql: 's.organiserId', names: { by: 'organisation' } },
    definition: '登记路径上的组织管理部门（三级登记机构）。',
  },
  {
    ...{ key: 'age', label: '完成人年龄', counts: 'completers' },
    sql: `CASE WHEN c.bornIn IS NULL THEN NULL WHEN ${years} <= 35 THEN '1' WHEN ${years} <= 45 THEN '2'
      WHEN ${years} <= 55 THEN '3' WHEN ${years} <= 65 THEN '4' ELSE '5' END`,
    names: { entries: { 1: '35岁及以下', 2: '36—45岁', 3: '46—55岁', 4: '56—65岁', 5: '65岁以上' } },
    definition: '登记表第23栏，按研究终止年月计算的周岁。',
  },
  {
    ...{ key: 'education', label: '完成人文化程度', counts: 'completers', sql: 'c.education', names: { list: 'education' } },
    definition: '登记表第23栏，代码表O。',
  },
  {
    ...{ key: 'completerUnitKind', label: '完成人单位属性', counts: 'completers', sql: kindOfWorkUnit, names: { list: 'unit-kind' } },
    definition: '完成人工作单位在完成单位中列出的，计其属性；名称与所列单位都不相同的计入“未填”。',
  },
];

export const cutKeys = cuts.map(({ key }) => key);
