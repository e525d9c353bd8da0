/** Words that several pages of an office use. */
export const office = {
  outcomes: '办理完成：{{count}} 件中 {{done}} 件成功',
  outcome: { done: '已办理', unchanged: '此前已办理' },
} as const;
