/** Where one's achievements stand. */
export const submit = {
  achievements: '我的成果',
  begin: '新建登记表',
  drafts: '草稿',
  submitted: '已提交',
  none: '还没有成果',
  noneHint: '新建一份登记表，填写过程自动保存，可随时继续。',
  unnamed: '（尚未填写成果名称）',
  changedAt: '最后修改 {{at}}',
  goOn: '继续填写',
  open: '查看进度',
  mend: '按退回意见修改',
  expected: {
    draft: '待您填写并提交',
    returned: '待您按退回意见修改后重新提交',
    waiting: '等待{{desk}}办理，您无需操作',
    'in-publicity': '公示期间，您无需操作',
    suspected: '涉密核查中，暂停办理',
    registered: '已取得登记号，等待上报',
    over: '已办结',
  },
} as const;
