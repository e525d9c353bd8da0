import { Injectable } from '@nestjs/common';
import type { OutgoingSms, SmsAnswer } from './sms-port';
import { SmsPort } from './sms-port';

const MOST_KEPT = 200;

/** Carries nothing and shows the last ones to the house, as the mail viewer does with mails. Kept in memory: mobiles are written down nowhere. */
@Injectable()
export class SmsSink extends SmsPort {
  private readonly kept: OutgoingSms[] = [];

  send(sms: OutgoingSms): Promise<SmsAnswer> {
    this.kept.push(sms);
    this.kept.splice(0, this.kept.length - MOST_KEPT);
    return Promise.resolve({ kind: 'accepted' });
  }

  last(): readonly OutgoingSms[] {
    return this.kept;
  }
}
