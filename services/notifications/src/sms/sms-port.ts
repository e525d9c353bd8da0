/** `key` is the same for every sending of one SMS: a provider that knows such keys delivers it once. */
export interface OutgoingSms {
  key: string;
  to: string;
  text: string;
}

export type SmsAnswer = { kind: 'accepted' } | { kind: 'refused'; forGood: boolean; word: string } | { kind: 'away' };

/** Whoever carries an SMS. */
export abstract class SmsPort {
  abstract send(sms: OutgoingSms): Promise<SmsAnswer>;
}
