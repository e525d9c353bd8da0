/** 统一社会信用代码, GB 32100-2015 (P43): no I O S V Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const WELL_FORMED = new RegExp(`^[${ALPHABET}]{18}$`);

/** Upper case, without spaces (P43). Everything stored or compared has this shape. */
export const normalisedUscc = (uscc: string): string => uscc.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/** Length and alphabet: what is wrong here is an error (P44). The first character may be a letter. */
export const isWellFormedUscc = (uscc: string): boolean => WELL_FORMED.test(normalisedUscc(uscc));

/**
 * Whether the last character is the one the standard computes. A difference is only a doubt that a reviewer settles against the licence:
 * some codes were issued with another (P44).
 * @param uscc well formed
 */
export function hasRightCheckCharacter(uscc: string): boolean {
  const code = normalisedUscc(uscc);
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(code.charAt(index)), 0);
  return code.charAt(17) === ALPHABET.charAt((31 - (sum % 31)) % 31);
}
