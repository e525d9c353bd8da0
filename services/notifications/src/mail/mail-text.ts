import { createHash } from 'node:crypto';
import { shownInstant } from '@dengke/calendar';
import type { Instant } from '@dengke/contract';

/** The whole plain text of a mail: greeting with the recipient's own name, no other person's data. */
export function letter({ name, body, at, leave }: { name: string; body: string; at: Instant; leave: string | null }): string {
  return [
    `${name}，您好：`,
    '',
    body,
    '',
    `${shownInstant(at)}（北京时间）`,
    '科技成果登记系统“登科”',
    '本邮件由系统自动发送，请勿回复。',
    ...(leave === null ? [] : [`不再接收此类邮件：${leave}`]),
    '',
  ].join('\n');
}

/** The same for every sending of one row, so that a receiver recognises a repetition. */
export function messageIdOf(eventKey: string, recipientId: string, domain: string): string {
  return `<${createHash('sha256').update(`${eventKey}\n${recipientId}`).digest('hex').slice(0, 40)}@${domain}>`;
}
