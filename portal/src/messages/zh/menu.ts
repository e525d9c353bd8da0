/** The pages of somebody signed in, as the menu calls them. */
export const menu = {
  achievements: '我的成果',
  notices: '通知',
  inbox: '消息',
  account: '账号与安全',
  review: '待办审查',
  people: '人员与账号',
  applications: '账号申请',
  windowsDesk: '集中受理',
  paper: '纸质材料签收',
  organisations: '机构与单位',
  entries: '我的署名',
  audit: '操作记录',
  rights: '权限表',
  forms: '登记表与代码',
} as const;
