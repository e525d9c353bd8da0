import type { ReportBundleState, ReportItemState, ReportKind } from '@dengke/contract';

/** What is reported up to the ministry (P37). */
export const reports = {
  title: '上报情况',
  one: '上报批次 {{id}}',
  none: '还没有上报批次。由国家科技成果网在其岗位直接接收的，不经上报批次。',
  toList: '返回全部上报批次',
  columns: {
    bundle: '批次',
    state: '状态',
    openedAt: '开始收集',
    waiting: '待答复',
    acknowledged: '已接收',
    returned: '已退回',
    withheld: '涉密，未报送',
    tried: '发送情况',
    number: '登记号',
    kind: '内容',
    itemState: '答复',
    answeredAt: '答复时间',
    receipt: '回执号',
    reason: '退回理由',
  },
  states: {
    collecting: '收集中',
    closed: '待封包',
    sealed: '待送达',
    sent: '已送达',
    settled: '已办结',
  } satisfies Record<ReportBundleState, string>,
  itemStates: { waiting: '待答复', acknowledged: '已接收', returned: '已退回', withheld: '涉密，未报送' } satisfies Record<
    ReportItemState,
    string
  >,
  kinds: { registration: '登记', correction: '更正', cancellation: '注销' } satisfies Record<ReportKind, string>,
  fault: '已试 {{attempts}} 次，上次未成功：{{fault}}。',
  next: '下次：{{at}}。',
  retry: '立即重试',
  digest: '校验值：{{digest}}',
  file: '下载封包',
  items: '条目',
  filter: '按答复筛选',
  all: '全部',
  again: '重新上报',
} as const;
