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
} as const;
