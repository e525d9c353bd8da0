/** What is looked up and not changed here: rights, forms, code lists. */
export const references = {
  rights: '权限表',
  rightsHint: '权限随岗位而来；可设置的权限由本级超级管理员在人员页面设置。',
  where: '机构类型',
  right: '可以',
  holds: { yes: '有', no: '无', yesSettable: '有，可收回', noSettable: '无，可授予' },
  forms: '登记表与代码',
  schemas: '登记表版本',
  since: '{{year}} 年起使用',
  lists: '代码表',
  edition: '{{edition}}，{{day}}起使用，{{count}} 项',
  show: '查看{{title}}',
  hide: '收起{{title}}',
  showShort: '查看',
  hideShort: '收起',
  code: '代码',
  name: '名称',
} as const;
