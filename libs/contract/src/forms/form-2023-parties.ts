import type { RowField } from './schema';

/** 完成单位 (field 22). Of the others the contact is not asked: the first unit answers for the form (P18). */
export const unitFields: readonly RowField[] = [
  { key: 'name', label: '单位名称', kind: { is: 'line', max: 120 }, required: 'always', help: '与公章一致，写全称。' },
  { key: 'uscc', label: '统一社会信用代码', kind: { is: 'line', max: 40, format: 'uscc' }, required: 'always' },
  { key: 'unitId', label: '系统内单位', kind: { is: 'id' }, required: 'optional' },
  { key: 'kind', label: '单位属性', kind: { is: 'code', list: 'unit-kind' }, required: 'always' },
  { key: 'areaCode', label: '所在省市', kind: { is: 'code', list: 'area' }, required: 'always' },
  { key: 'affiliation', label: '隶属省部', kind: { is: 'line', max: 60 }, required: 'first-row' },
  { key: 'address', label: '通讯地址', kind: { is: 'line', max: 200 }, required: 'first-row' },
  { key: 'postcode', label: '邮政编码', kind: { is: 'line', max: 6, format: 'postcode' }, required: 'first-row' },
  { key: 'contact', label: '联系人', kind: { is: 'line', max: 60 }, required: 'first-row' },
  { key: 'phone', label: '联系电话', kind: { is: 'line', max: 40, format: 'phone' }, required: 'first-row' },
  { key: 'email', label: '电子邮箱', kind: { is: 'line', max: 120, format: 'email' }, required: 'first-row' },
];

/** 完成人 in order of rank (field 23). No identity card number is collected. */
export const completerFields: readonly RowField[] = [
  { key: 'name', label: '姓名', kind: { is: 'line', max: 60 }, required: 'always' },
  { key: 'gender', label: '性别', kind: { is: 'code', list: 'gender' }, required: 'always' },
  { key: 'bornIn', label: '出生年月', kind: { is: 'month' }, required: 'always' },
  { key: 'title', label: '技术职称', kind: { is: 'code', list: 'title' }, required: 'always' },
  { key: 'education', label: '文化程度', kind: { is: 'code', list: 'education' }, required: 'always' },
  { key: 'returnee', label: '是否留学归国', kind: { is: 'yes-no' }, required: 'always' },
  { key: 'workUnit', label: '工作单位', kind: { is: 'line', max: 120 }, required: 'always' },
  { key: 'contribution', label: '对成果创造性贡献', kind: { is: 'lines', max: 500 }, required: 'always' },
  { key: 'personId', label: '系统内人员', kind: { is: 'id' }, required: 'optional' },
];
