import type { Category } from '../registration-form';
import { withExplanations } from './form-2023-explained';
import { completerFields, unitFields } from './form-2023-parties';
import type { EditionField, FieldKind, FormEdition, FormSection, Requirement } from './schema';

const code = (list: string): FieldKind => ({ is: 'code', list });
const line = (max: number): FieldKind => ({ is: 'line', max });
const money: FieldKind = { is: 'money', unit: '万元' };
const all = (required: Requirement): Record<Category, Requirement> => ({ applied: required, basic: required, soft: required });
const where = (field: Extract<Requirement, object>['field'], ...values: (string | boolean)[]): Requirement => ({ field, in: values });

/** Sources that have a programme and a number: everything but 自选 and 其他. */
const planned = where('projectSource', '01', '02', '03', '04', '05', '06', '07', '08');
const evaluated = where('evaluationMethod', '01', '02', '03', '04', '05', '06', '07', '08');
const inUse = where('applicationState', '1', '2');
const optional = all('optional');

const cover: FormSection<EditionField> = {
  key: 'cover',
  label: '成果概况',
  fields: [
    {
      ...{ key: 'name', number: 1, label: '成果名称', kind: { is: 'line', max: 200, format: 'name' }, asked: all('always') },
      help: '与立项名称或评价证明上的名称一致，写全称。',
    },
    { key: 'studyFrom', number: 2, label: '研究起始日期', kind: { is: 'month' }, asked: all('always'), help: '立项的年、月。' },
    {
      key: 'studyTo',
      number: 2,
      label: '研究终止日期',
      kind: { is: 'month' },
      asked: all('always'),
      help: '完成的年、月，不早于起始日期。',
    },
    { key: 'category', number: 3, label: '成果类别', kind: code('category'), asked: all('always') },
    { key: 'keywords', number: 4, label: '关键词', kind: { is: 'words', most: 3, max: 40 }, asked: all('always'), help: '一至三个。' },
    { key: 'secrecy', number: 5, label: '成果密级', kind: code('secrecy'), asked: all('always'), help: '涉密成果不在登记范围内。' },
    { key: 'ground', number: 0, label: '登记依据', kind: code('ground'), asked: all('always') },
    { key: 'recommender', number: 25, label: '推荐单位', kind: line(120), asked: optional, filledBy: 'system' },
    { key: 'registrar', number: 25, label: '批准登记单位', kind: line(120), asked: optional, filledBy: 'system' },
    { key: 'registrationNumber', number: 25, label: '批准登记号', kind: line(12), asked: optional, filledBy: 'system' },
    { key: 'approvedOn', number: 25, label: '批准登记日期', kind: { is: 'day' }, asked: optional, filledBy: 'system' },
  ],
};

const nature: FormSection<EditionField> = {
  key: 'nature',
  label: '成果性质',
  fields: [
    { key: 'embodiment', number: 6, label: '成果体现形式', kind: code('embodiment-applied'), asked: { applied: 'always' } },
    {
      ...{ key: 'embodiment', number: 6, label: '成果体现形式', kind: code('embodiment-theory') },
      asked: { basic: 'always', soft: 'always' },
    },
    {
      ...{ key: 'embodimentNote', number: 6, label: '其他体现形式（注明）', kind: line(80) },
      asked: { applied: where('embodiment', '08'), basic: where('embodiment', '04'), soft: where('embodiment', '04') },
    },
    {
      ...{ key: 'standardForm', number: 6, label: '标准形式', kind: code('standard-form'), asked: optional },
      help: '形成标准的填写，有多项时取最高一级。',
    },
    { key: 'attribute', number: 7, label: '成果属性', kind: code('attribute'), asked: { applied: 'always' } },
    { key: 'phase', number: 8, label: '成果所处阶段', kind: code('phase'), asked: { applied: 'always' } },
    {
      ...{ key: 'achievementLevel', number: 9, label: '成果水平', kind: code('achievement-level') },
      ...{ asked: { applied: 'always', basic: 'optional', soft: 'optional' }, help: '按评价结论填写，没有结论的选“未评价”。' },
    },
    { key: 'researchForm', number: 10, label: '研究形式', kind: code('research-form'), asked: all('always') },
    {
      ...{ key: 'disciplines', number: 11, label: '学科分类', asked: all('always'), help: '至多三个，可填到二、三级学科。' },
      kind: { is: 'codes', list: 'discipline', most: 3, deeper: { head: 3, pattern: '^\\d{3}(\\d{2}){0,2}$' } },
    },
    { key: 'clcNumber', number: 11, label: '中图分类号', kind: { is: 'line', max: 30, format: 'clc' }, asked: all('always') },
    { key: 'industrySection', number: 12, label: '应用行业门类', kind: code('industry-section'), asked: all('always') },
    {
      ...{ key: 'industryDivision', number: 12, label: '应用行业大类', asked: all('always') },
      kind: { is: 'code', list: 'industry-division', within: 'industrySection' },
    },
    { key: 'highTechField', number: 13, label: '高新技术领域', kind: code('high-tech-field'), asked: { applied: 'always' } },
  ],
};

const project: FormSection<EditionField> = {
  key: 'project',
  label: '立项与经费',
  fields: [
    { key: 'projectSource', number: 14, label: '课题来源', kind: code('project-source'), asked: all('always') },
    { key: 'projectProgramme', number: 14, label: '计划名称', kind: line(120), asked: all(planned) },
    { key: 'projectNumber', number: 14, label: '立项编号', kind: line(80), asked: all(planned) },
    { key: 'projectName', number: 14, label: '立项名称', kind: line(200), asked: all(planned) },
    { key: 'sponsor', number: 0, label: '立项部门', kind: line(120), asked: all(where('ground', 'must')) },
    { key: 'acceptedBySponsor', number: 0, label: '是否经立项部门验收', kind: { is: 'yes-no' }, asked: all(where('ground', 'must')) },
    { key: 'acceptedOn', number: 0, label: '验收日期', kind: { is: 'day' }, asked: all(where('ground', 'must')) },
    {
      ...{ key: 'funding', number: 15, label: '经费实际投入额', asked: all('always'), help: '以万元为单位，按来源分列。' },
      kind: {
        is: 'rows',
        most: 20,
        fields: [
          { key: 'source', label: '经费来源', kind: { is: 'code', list: 'funding-source' }, required: 'always' },
          { key: 'amount', label: '金额', kind: { is: 'money', unit: '万元' }, required: 'always' },
        ],
      },
    },
  ],
};

const evaluation: FormSection<EditionField> = {
  key: 'evaluation',
  label: '成果评价',
  fields: [
    { key: 'evaluationMethod', number: 16, label: '评价方式', kind: code('evaluation-method'), asked: all('always') },
    { key: 'evaluatedBy', number: 16, label: '评价单位', kind: line(120), asked: all('always') },
    { key: 'evaluatedOn', number: 16, label: '评价日期', kind: { is: 'day' }, asked: all('always'), help: '与评价证明上的日期一致。' },
    { key: 'evaluationNumber', number: 16, label: '证书（报告）号', kind: line(80), asked: all(evaluated) },
    {
      ...{ key: 'evaluators', number: 17, label: '评价委员会名单', asked: optional },
      kind: {
        is: 'rows',
        most: 30,
        fields: [
          { key: 'name', label: '姓名', kind: { is: 'line', max: 60 }, required: 'always' },
          { key: 'workUnit', label: '工作单位', kind: { is: 'line', max: 120 }, required: 'always' },
          { key: 'title', label: '技术职称', kind: { is: 'code', list: 'title' }, required: 'optional' },
          { key: 'specialty', label: '所学专业', kind: { is: 'line', max: 60 }, required: 'optional' },
        ],
      },
    },
    {
      ...{ key: 'evaluationConclusion', number: 17, label: '评价结论', kind: { is: 'lines', max: 2000 } },
      ...{ asked: all(where('evaluationMethod', '01')), help: '鉴定意见必须填写，照录原文。' },
    },
  ],
};

const output: FormSection<EditionField> = {
  key: 'output',
  label: '知识产权与论著',
  fields: [
    {
      ...{ key: 'hasIpRights', number: 18, label: '是否取得知识产权', kind: { is: 'yes-no' }, asked: { applied: 'always' } },
      help: '有其他评价证明的可以答“否”。',
    },
    {
      ...{ key: 'ipRights', number: 18, label: '知识产权状况', asked: { applied: where('hasIpRights', true) } },
      kind: {
        is: 'rows',
        most: 100,
        fields: [
          { key: 'kind', label: '形式', kind: { is: 'code', list: 'ip-kind' }, required: 'always' },
          { key: 'number', label: '授权（登记）号', kind: { is: 'line', max: 80 }, required: 'always' },
          { key: 'name', label: '名称', kind: { is: 'line', max: 200 }, required: 'always' },
          { key: 'grantedOn', label: '授权日期', kind: { is: 'day' }, required: 'always' },
        ],
      },
    },
    {
      ...{ key: 'papers', number: 19, label: '论文、著作', asked: { basic: 'always', soft: 'optional' } },
      kind: {
        is: 'rows',
        most: 100,
        fields: [
          { key: 'title', label: '题名', kind: { is: 'line', max: 300 }, required: 'always' },
          { key: 'publishedBy', label: '刊物或出版社', kind: { is: 'line', max: 200 }, required: 'always' },
          { key: 'publishedIn', label: '发表时间', kind: { is: 'month' }, required: 'always' },
          { key: 'indexedBy', label: '收录', kind: { is: 'line', max: 100 }, required: 'optional' },
          { key: 'citations', label: '被引次数', kind: { is: 'integer', min: 0, max: 1_000_000 }, required: 'optional' },
        ],
      },
    },
  ],
};

const application: FormSection<EditionField> = {
  key: 'application',
  label: '应用与转化',
  fields: [
    {
      ...{ key: 'applicationState', number: 20, label: '应用状态', kind: code('application-state') },
      asked: { applied: 'always', soft: 'optional' },
    },
    {
      ...{ key: 'idleReason', number: 20, label: '未应用或停用原因', kind: code('idle-reason') },
      asked: { applied: where('applicationState', '4', '5'), soft: 'optional' },
    },
    {
      key: 'newRevenue',
      number: 20,
      label: '新增销售收入',
      kind: money,
      asked: { applied: inUse, soft: 'optional' },
      help: '没有的填 0。',
    },
    { key: 'newProfit', number: 20, label: '新增利润', kind: money, asked: { applied: inUse, soft: 'optional' }, help: '没有的填 0。' },
    { key: 'newTax', number: 20, label: '新增税收', kind: money, asked: { applied: inUse, soft: 'optional' }, help: '没有的填 0。' },
    { key: 'savings', number: 20, label: '节约资金', kind: money, asked: { applied: 'optional', soft: 'optional' } },
    {
      ...{ key: 'transferModes', number: 21, label: '转化方式', kind: { is: 'codes', list: 'transfer-mode', most: 5 } },
      ...{ asked: { applied: 'optional' }, help: '自愿填写。' },
    },
    {
      ...{ key: 'transferNeeds', number: 21, label: '转化需求', kind: { is: 'lines', max: 500 } },
      ...{ asked: { applied: 'optional' }, help: '自愿填写。' },
    },
    { key: 'transferPublic', number: 21, label: '转化需求是否公开', kind: { is: 'yes-no' }, asked: { applied: 'optional' } },
  ],
};

const parties: FormSection<EditionField> = {
  key: 'parties',
  label: '完成单位与完成人',
  fields: [
    {
      ...{ key: 'units', number: 22, label: '完成单位', kind: { is: 'rows', most: 20, fields: unitFields }, asked: all('always') },
      help: '按贡献排序，第一完成单位申报；名称与公章一致。',
    },
    { key: 'completers', number: 23, label: '完成人', kind: { is: 'rows', most: 50, fields: completerFields }, asked: all('always') },
    {
      ...{ key: 'contactPhone', number: 0, label: '联系方式', kind: { is: 'line', max: 40, format: 'phone' }, asked: all('always') },
      help: '印在汇总表上。',
    },
  ],
};

const closing: FormSection<EditionField> = {
  key: 'closing',
  label: '成果简介、声明与意见',
  fields: [
    {
      ...{ key: 'summary', number: 24, label: '成果简介', kind: { is: 'lines', max: 2000 }, asked: all('always') },
      help: '立项背景、创新性、应用领域、水平、实用价值与前景；登载于成果公报，不写技术秘密。',
    },
    { key: 'declarations', number: 26, label: '声明', kind: { is: 'codes', list: 'declaration', most: 5 }, asked: all('always') },
    { key: 'recommendation', number: 25, label: '推荐单位意见', kind: { is: 'lines', max: 2000 }, asked: optional, filledBy: 'system' },
    { key: 'recommendedOn', number: 25, label: '推荐日期', kind: { is: 'day' }, asked: optional, filledBy: 'system' },
    { key: 'registration', number: 25, label: '登记机构意见', kind: { is: 'lines', max: 2000 }, asked: optional, filledBy: 'system' },
    { key: 'registeredOn', number: 25, label: '登记日期', kind: { is: 'day' }, asked: optional, filledBy: 'system' },
  ],
};

/** 《科技成果登记表》 as of 2023 (docs/forms.md; which answers are required is our reading). */
export const form2023: FormEdition = {
  year: 2023,
  listsOn: '2023-08-01',
  sections: [cover, nature, project, evaluation, output, application, parties, closing].map(withExplanations),
};
