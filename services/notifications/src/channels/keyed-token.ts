import { timingSafeEqual } from 'node:crypto';
import type { PersonalData } from '@dengke/service-kit';

const TOKEN = /^([\w-]{1,120})\.(k\d{1,6})\.([\w-]{43})$/;

/** A token that opens one thing for whoever shows it: what it names, and a keyed digest of the words for it. It stands in no table. */
export function tokenOf(personal: PersonalData, named: string, wordsOf: (named: string) => string): string {
  const { keyId, secret } = personal.derive(wordsOf(named));
  return `${Buffer.from(named).toString('base64url')}.${keyId}.${secret}`;
}

/** What a token of ours names; null for all others, and for one of a key that was dropped. */
export function namedIn(personal: PersonalData, token: string, wordsOf: (named: string) => string): string | null {
  const [, encoded = '', keyId = '', shown = ''] = TOKEN.exec(token) ?? [];
  if (!personal.hasKey(keyId)) {
    return null;
  }
  const named = Buffer.from(encoded, 'base64url').toString('utf8');
  const { secret } = personal.derive(wordsOf(named), keyId);
  return timingSafeEqual(Buffer.from(secret), Buffer.from(shown)) ? named : null;
}
