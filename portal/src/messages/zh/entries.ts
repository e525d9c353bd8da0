/** One’s own name in the submissions of others. */
export const entries = {
  columns: { name: '成果名称', serial: '受理号', as: '署名', standing: '状态' },
  title: '我的署名',
  none: '他人的申报中没有您或贵单位的署名。',
  as: { unit: '本单位的署名', completer: '本人的署名', colleague: '本单位人员的署名' },
  rank: '第 {{rank}} 位',
  place: '排序',
  standings: { unanswered: '待确认', confirmed: '已确认', disputed: '有异议', explained: '已作说明', decided: '已裁定' },
  openHint: '受理号 {{serial}}。申报单位尚未放行，可以确认，也可以提出异议。',
  closedHint: '受理号 {{serial}}。申报单位已放行，不能再提出异议。',
  namedNoMore: '登记表中已不再列有这项署名。',
  words: '确认与异议经过',
  acts: { confirmEntry: '确认署名', dispute: '提出异议', settleDispute: '答复异议' },
  identify: '指明此人',
  identifyHint:
    '登记表称此人是贵单位人员。请指明是哪一位，此后由其本人确认或提出异议，申报单位不会知道其有无账号；没有账号的由您确认，不是贵单位人员的请提出异议。',
  identified: '已指明为{{name}}，由其本人确认或提出异议。',
  whoIsIt: '本单位人员',
  confirm: '确认署名无误',
  dispute: '提出异议',
  disputeHint: '异议由申报单位说明，仍有异议的由省科技厅裁定。',
} as const;
