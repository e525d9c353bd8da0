import type { EditionField, Explanation, FormSection, RowField } from './schema';

const letter = (provisions: string): string => `晋科函〔2023〕132号（${provisions}）`;
const measure = (articles: string): string => `《科技成果登记办法》国科发计字〔2000〕542号${articles}`;

/** What a box asks for and why, in our own words, by the field's key and within rows by `field.cell`. */
export const explanations: Readonly<Record<string, Explanation>> = {
  name: {
    words: '登记表、附件材料和登记证书上的成果名称应当一致；审查时逐项对照。同一成果只登记一次，名称与第一完成单位相同的不能再次提交。',
    sources: [letter('S50'), '长能源函〔2023〕114号（S8）'],
  },
  studyTo: { words: '研究工作完成的年、月。成果获得日期不在此填写，以附件材料上的验收、评价、授权或发表日期为准。', sources: [] },
  category: { words: '类别决定登记表的栏目和应当提交的附件材料，提交之前可以更改。', sources: [letter('S68—S70')] },
  keywords: { words: '用于检索和查重，写技术名词，不写单位名称。', sources: [] },
  secrecy: {
    words: '只登记公开或者非密的成果。内容可能涉密的，请先办理定密审查，不要在本系统填写或上传任何内容。',
    sources: [letter('S49')],
  },
  ground: {
    words:
      '科技计划项目经立项部门验收后产生的成果必须登记；其他财政投入和非财政投入产生的成果自愿登记；当年取得药品颁布件、标准、自主知识产权或论文专著的可以登记。',
    sources: [letter('S46—S48')],
  },
  embodiment: { words: '成果最主要的形式，一项成果选一种。', sources: [] },
  standardForm: { words: '成果形成了标准才填写；形成多项标准的，填其中级别最高的一项。', sources: [] },
  attribute: { words: '首次完成的为原始性创新，在已有成果上改进的为其余两类。', sources: [] },
  phase: { words: '提交时成果已经达到的阶段；已有用户使用的选产业化应用或相近阶段，并填写第 20 栏的应用情况。', sources: [] },
  achievementLevel: { words: '只能照评价结论填写。登记只作形式审查，不评定水平；没有评价结论的选“未评价”。', sources: [measure('第七条')] },
  disciplines: { words: '按国家标准 GB/T 13745 选择，第一个为主要学科。', sources: [] },
  clcNumber: { words: '《中国图书馆分类法》的分类号，例如煤矿开采为 TD8。', sources: [] },
  industrySection: { words: '成果将要应用的行业，不是完成单位所属的行业，按国家标准 GB/T 4754 选择。', sources: [] },
  projectSource: {
    words: '成果来自哪一类计划或者自选。列入科技计划的，须填写计划名称、立项编号和立项名称，与立项文件一致。',
    sources: [letter('S46')],
  },
  sponsor: { words: '下达项目的部门，由其验收。', sources: [letter('S46')] },
  acceptedBySponsor: { words: '必须登记的是经立项部门验收之后的成果；尚未验收的，验收后再提交。', sources: [letter('S46')] },
  acceptedOn: { words: '验收报告上的日期，应在登记年度之内。', sources: ['长能源函〔2023〕114号（S7）'] },
  funding: { words: '实际投入这项研究的经费，按来源各填一行，以万元为单位；常见错误是按元填写。', sources: [] },
  evaluationMethod: {
    words: '应用技术成果用验收报告、鉴定（评价）证书、药品颁布件、标准或自主知识产权之一证明；软科学成果用结题报告等评价证明。',
    sources: [letter('S68、S70')],
  },
  evaluatedOn: { words: '评价证明上的日期；登记的成果应当在登记年度内获得。', sources: ['长能源函〔2023〕114号（S7）'] },
  evaluationConclusion: { words: '照录结论原文。已有评价结论应当是肯定性意见。', sources: [measure('第七条')] },
  evaluators: { words: '评价证明上列出的专家；没有评价会议的不填。', sources: [] },
  hasIpRights: {
    words: '自主知识产权是应用技术成果可用的证明之一；用验收报告等其他证明的，可以答“否”。',
    sources: [letter('S48、S68')],
  },
  ipRights: { words: '每项权利一行，号码与证书一致；号码用于核对是否重复登记。', sources: [letter('S48、S68')] },
  papers: { words: '基础理论成果至少一篇论文或一部专著，另附学术部门的评价意见和被引用证明。', sources: [letter('S69')] },
  applicationState: { words: '提交时的实际使用情况；没有使用或者已经停用的，说明原因。', sources: [] },
  newRevenue: { words: '应用这项成果之后新增的金额，以万元为单位；没有的填 0。', sources: [] },
  savings: { words: '应用这项成果之后节约的资金，以万元为单位；没有的可以不填。', sources: [] },
  transferModes: { words: '希望以哪些方式转化，可以多选；自愿填写。', sources: [] },
  transferNeeds: { words: '资金、场地、合作方等需要；选择公开的才会公布。', sources: [] },
  units: {
    words: '由第一完成单位提交；其他完成单位按贡献排列，并会收到提示核对本单位的署名。',
    sources: [letter('S61'), measure('第六条')],
  },
  'units.uscc': {
    words: '营业执照或法人证书上的 18 位代码。第一完成单位的代码与成果名称一起用于判断是否重复登记。',
    sources: [letter('S50')],
  },
  'units.areaCode': { words: '单位所在地的行政区划；统计按第一完成单位所在地区计算。', sources: [] },
  completers: { words: '按贡献排列，排在第一位的是第一完成人。列出的人会收到提示核对自己的署名，不收集身份证号。', sources: [] },
  'completers.contribution': { words: '写本人在研究中创造性的工作，不写职务和管理分工。', sources: [] },
  contactPhone: { words: '第一完成人的联系方式，印在推荐单位的汇总表上，不对外公布。', sources: [letter('S88')] },
  summary: { words: '登记后对外公布，不要写入技术秘密和个人信息。', sources: [measure('')] },
  declarations: {
    words: '逐项确认：内容真实准确，权属和完成单位、完成人没有争议，没有登记过，不涉密。',
    sources: [letter('S49、S50'), '长能源函〔2023〕114号附件（S18）'],
  },
};

const explainedCell =
  (field: string) =>
  (cell: RowField): RowField => {
    const explained = explanations[`${field}.${cell.key}`];
    return explained === undefined ? cell : { ...cell, explained };
  };

/** A section of the edition with what is explained beside its fields. */
export const withExplanations = ({ fields, ...section }: FormSection<EditionField>): FormSection<EditionField> => ({
  ...section,
  fields: fields.map((field) => {
    const { key, kind } = field;
    const explained = explanations[key];
    return {
      ...field,
      ...(explained !== undefined && { explained }),
      kind: kind.is === 'rows' ? { ...kind, fields: kind.fields.map(explainedCell(key)) } : kind,
    };
  }),
});
