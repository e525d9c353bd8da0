import { createHash } from 'node:crypto';
import type { Instant } from '@dengke/contract';

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
export const shownInstant = (at: Instant): string => chinaTime.format(new Date(at));

/** The last day of a period that ends at a half-open instant: 2023-08-25T16:00Z ends the 25th (P12). */
export const shownLastDay = (endsAt: Instant): string => chinaDay.format(new Date(Date.parse(endsAt) - 1));

/** `2023年8月25日` for a civil day. */
export const shownDay = (on: string): string => chinaDay.format(new Date(`${on}T00:00:00+08:00`));

/** The whole plain text of a mail: greeting with the recipient's own name, no other person's data. */
export function letter(name: string, body: string, at: Instant): string {
  return [
    `${name}，您好：`,
    '',
    body,
    '',
    `${shownInstant(at)}（北京时间）`,
    '科技成果登记系统“登科”',
    '本邮件由系统自动发送，请勿回复。',
    '',
  ].join('\n');
}

/** The same for every sending of one row, so that a receiver recognises a repetition (T11). */
export function messageIdOf(eventKey: string, recipientId: string, domain: string): string {
  return `<${createHash('sha256').update(`${eventKey}\n${recipientId}`).digest('hex').slice(0, 40)}@${domain}>`;
}
