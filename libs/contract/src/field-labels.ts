/** What the boxes of the form are called (domain.md §4.8), by path; `*` stands for a row of a list. */
const labels: Record<string, string> = {
  name: '成果名称',
  category: '成果类别',
  secrecy: '成果密级',
  studyFrom: '研究起始日期',
  studyTo: '研究终止日期',
  keywords: '关键词',
  'keywords.*': '关键词',
  ground: '登记依据',
  projectNumber: '立项编号',
  sponsor: '立项部门',
  acceptedOn: '验收日期',
  acceptedBySponsor: '经立项部门验收',
  units: '完成单位',
  'units.*': '完成单位',
  'units.*.name': '单位名称',
  'units.*.uscc': '统一社会信用代码',
  'units.*.unitId': '系统内单位',
  completers: '完成人',
  'completers.*': '完成人',
  'completers.*.name': '姓名',
  'completers.*.contribution': '对成果创造性贡献',
  'completers.*.title': '技术职称',
  'completers.*.workUnit': '工作单位',
  'completers.*.personId': '系统内人员',
  contactPhone: '联系电话',
  summary: '成果简介',
  declarations: '声明',
  'declarations.*': '声明',
  evidence: '附件材料',
};

/** The name of a box of the form, from its path (`units.0.name`); null for one that the form does not have. */
export const fieldLabel = (path: string): string | null => {
  const known = path.replaceAll(/\.\d+(?=\.|$)/g, '.*');
  return Object.hasOwn(labels, known) ? (labels[known] ?? null) : null;
};
