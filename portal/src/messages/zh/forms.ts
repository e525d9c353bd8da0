import type { OrganisationKind } from '@dengke/contract';

/** Words that the forms and lists of administrators share. */
export const forms = {
  reason: '原因',
  another: '更换',
  choose: '请选择',
  findOrganisation: '按单位名称或统一社会信用代码查找',
  noneFound: '没有符合条件的记录',
  imports: {
    try: '试导入',
    do: '正式导入',
    report: '共 {{rows}} 行，错误 {{errors}} 项，提醒 {{warnings}} 项。',
    answered: '读取 {{rows}} 个栏目，错误 {{errors}} 项。',
    faults: '逐行结果',
    row: '行',
    field: '栏目',
    what: '问题',
    warning: '提醒',
  },
  kinds: {
    ministry: '国家主管部门',
    department: '省科技厅',
    organiser: '组织管理部门',
    municipal: '市级能源局',
    county: '县级能源局',
    unit: '完成单位',
  } satisfies Record<OrganisationKind, string>,
} as const;
