const chinaTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const chinaDay = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', year: 'numeric', month: 'long', day: 'numeric' });

/** `2023年8月25日 16:00`, in Asia/Shanghai whatever the host's zone. */
export const shownInstant = (at: string): string => chinaTime.format(new Date(at));

/** The last day of a period that ends at a half-open instant: 2023-08-25T16:00Z ends the 25th (P12). */
export const shownLastDay = (endsAt: string): string => chinaDay.format(new Date(Date.parse(endsAt) - 1));

/** `2023年8月25日` for a civil day. */
export const shownDay = (on: string): string => {
  const [year, month, day] = on.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};
