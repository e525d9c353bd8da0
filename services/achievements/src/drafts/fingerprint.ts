import { createHash } from 'node:crypto';
import { normalisedUscc } from './uscc';

/** What shows nothing is no difference: variation selectors, fillers, joiners and the empty Braille cell besides spaces. */
const INVISIBLE_OR_PUNCTUATION = /[\p{P}\p{Z}\p{C}\p{DI}\u2800]/gu;

/**
 * The name of an achievement without what people write differently: width, case, spaces, punctuation. Symbols such as + stay: they
 * make another name.
 */
export const normalisedName = (name: string): string =>
  name.normalize('NFKC').toLowerCase().normalize('NFKC').replace(INVISIBLE_OR_PUNCTUATION, '');

/**
 * One achievement, one fingerprint (P19): SM3 of normalised name and first unit's code, 64 hex digits. Equal whatever the door, year,
 * category or mode.
 */
export function fingerprintOf(name: string, uscc: string): string {
  return createHash('sm3')
    .update(`${normalisedName(name)}\n${normalisedUscc(uscc)}`, 'utf8')
    .digest('hex');
}
