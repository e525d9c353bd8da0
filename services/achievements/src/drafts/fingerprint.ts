import { createHash } from 'node:crypto';
import { normalisedName, normalisedUscc } from '@dengke/contract';

/**
 * One achievement, one fingerprint (P19): SM3 of normalised name and first unit's code, 64 hex digits. Equal whatever the door, year,
 * category or mode.
 */
export function fingerprintOf(name: string, uscc: string): string {
  return createHash('sm3')
    .update(`${normalisedName(name)}\n${normalisedUscc(uscc)}`, 'utf8')
    .digest('hex');
}
