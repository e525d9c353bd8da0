export const kept = {
  thereAgain: '您此前填写、没有发送的内容已恢复。',
  lacks: { contacts: '姓名和联系方式没有保存，请重新填写。', files: '文件没有保存，请重新选择。' },
  beginAnew: '清空，重新填写',
} as const;
