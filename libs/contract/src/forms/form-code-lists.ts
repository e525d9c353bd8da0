import { codeList } from './code-list';
import type { CodeList } from './code-list';

const ours = { edition: '2023-08', effectiveFrom: '2023-08-01', source: '科技成果登记表; the codes are ours' } as const;

/** The lists A to O of the form, and the short ones beside it. */
export const formCodeLists: readonly CodeList[] = [
  codeList(
    { ...ours, id: 'embodiment-applied', letter: 'A', name: '成果体现形式（应用技术）' },
    '01 新技术 · 02 新工艺 · 03 新产品 · 04 新材料 · 05 新装备 · 06 农业、生物新品种 · 07 矿产新品种 · 08 其他应用技术',
  ),
  codeList(
    { ...ours, id: 'embodiment-theory', letter: 'A', name: '成果体现形式（基础理论、软科学）' },
    '01 论文 · 02 著作 · 03 研究报告 · 04 其他',
  ),
  codeList(
    { ...ours, id: 'standard-form', letter: 'A2', name: '标准形式（取最高一级）' },
    '01 国际标准 · 02 国家标准 · 03 行业标准 · 04 地方标准 · 05 企业标准',
  ),
  codeList({ ...ours, id: 'attribute', letter: 'B', name: '成果属性' }, '1 原始性创新 · 2 国外引进消化吸收创新 · 3 国内技术二次开发'),
  codeList({ ...ours, id: 'phase', letter: 'C', name: '成果所处阶段' }, '1 初期阶段 · 2 中期阶段 · 3 成熟应用阶段'),
  codeList(
    { ...ours, id: 'achievement-level', letter: 'D', name: '成果水平' },
    '1 国际领先 · 2 国际先进 · 3 国内领先 · 4 国内先进 · 5 其他 · 9 未评价',
  ),
  codeList(
    { ...ours, id: 'research-form', letter: 'E', name: '研究形式' },
    '01 独立研究 · 02 与院校合作 · 03 与院所合作 · 04 与企业合作 · 05 与国（境）外合作 · 06 其他',
  ),
  codeList(
    { ...ours, id: 'high-tech-field', letter: 'F', name: '高新技术领域' },
    '01 先进制造 · 02 生物医药与医疗器械 · 03 新材料 · 04 电子信息 · 05 现代农业 · 06 航空航天 · 07 现代交通 · 08 新能源与节能 · 09 环境保护 · 10 地球空间与海洋 · 11 核应用技术 · 99 非高新技术',
  ),
  codeList(
    { ...ours, id: 'project-source', letter: 'G', name: '课题来源' },
    '01 国家科技计划 · 02 部门计划 · 03 地方计划 · 04 部门基金 · 05 地方基金 · 06 民间基金 · 07 国际合作 · 08 横向委托 · 09 自选 · 99 其他',
  ),
  codeList(
    { ...ours, id: 'evaluation-method', letter: 'H', name: '评价方式' },
    '01 鉴定 · 02 验收 · 03 评审 · 04 行业准入 · 05 机构评价 · 06 结题 · 07 评估 · 08 专利授权 · 99 其他',
  ),
  codeList(
    { ...ours, id: 'ip-kind', letter: 'I', name: '知识产权形式' },
    '01 发明专利 · 02 实用新型专利 · 03 软件著作权 · 04 集成电路布图设计权 · 05 植物新品种权 · 06 外观设计专利 · 99 其他',
  ),
  codeList(
    { ...ours, id: 'application-state', letter: 'J', name: '应用状态' },
    '1 产业化应用 · 2 小批量或小范围应用 · 3 试用 · 4 应用后停用 · 5 未应用',
  ),
  codeList({ ...ours, id: 'idle-reason', letter: 'K', name: '未应用或停用原因' }, '1 资金 · 2 技术 · 3 市场 · 4 政策 · 5 管理 · 9 其他'),
  codeList({ ...ours, id: 'transfer-mode', letter: 'L', name: '转化方式' }, '1 自我转化 · 2 合作转化 · 3 技术转让 · 4 许可 · 5 作价入股'),
  codeList(
    { ...ours, id: 'unit-kind', letter: 'M', name: '单位属性' },
    'institute 独立科研机构 · university 大专院校 · enterprise 企业 · hospital 医疗机构 · other 其他',
  ),
  codeList({ ...ours, id: 'title', letter: 'N', name: '技术职称' }, '1 正高 · 2 副高 · 3 中级 · 4 初级 · 9 其他'),
  codeList({ ...ours, id: 'education', letter: 'O', name: '文化程度' }, '1 博士研究生 · 2 硕士研究生 · 3 本科 · 4 大专 · 5 中专 · 9 其他'),
  codeList(
    { ...ours, id: 'funding-source', letter: null, name: '经费来源' },
    '01 国家投入 · 02 部门投入 · 03 地方投入 · 04 基金投入 · 05 自有资金 · 06 银行贷款 · 07 国（境）外资金 · 09 其他',
  ),
  codeList({ ...ours, id: 'gender', letter: null, name: '性别' }, 'male 男 · female 女'),
  codeList({ ...ours, id: 'category', letter: null, name: '成果类别' }, 'applied 应用技术 · basic 基础理论 · soft 软科学'),
  codeList(
    { ...ours, id: 'ground', letter: null, name: '登记依据' },
    'must 各级各类科技计划项目（必须登记） · voluntary 其他财政投入或非财政投入（自愿登记） · may 当年取得知识产权、标准等（可以登记）',
  ),
  codeList({ ...ours, id: 'secrecy', letter: null, name: '成果密级' }, 'public 公开（非密） · classified 涉密'),
  codeList(
    { ...ours, id: 'declaration', letter: null, name: '声明' },
    'truthful 材料真实、准确 · noDispute 权属、完成单位和完成人无争议 · notRegistered 未重复登记 · notClassified 不涉及国家秘密 · equalsEvidence 名称、完成单位和完成人与证明材料一致',
  ),
];
