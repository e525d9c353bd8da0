import { foldedTitle } from './folded-title';
import { gramsOf } from './grams';

/** What the same first unit adds: the same words mean the same thing there more often. */
export const unitBonus = 0.05;

/** From this likeness on a desk is asked (P19). */
export const warningScore = 75;
/** Below it two names have nothing to do with each other, and nobody is shown them. */
export const leastScore = 55;

/**
 * The share of the first name that both have, and of the second, as their geometric mean (Ochiai): an abbreviated name keeps its
 * likeness, and a long one that merely contains a short one does not become equal to it.
 * @param shared weight of what both have
 */
export const likenessOf = (shared: number, first: number, second: number, sameUnit: boolean): number =>
  first === 0 || second === 0 ? 0 : Math.min(1, shared / Math.sqrt(first * second) + (sameUnit ? unitBonus : 0));

/** As it is shown: whole hundredths, rounded down, so that 100 is kept for names with the same bigrams. */
export const inHundredths = (likeness: number): number => Math.floor(likeness * 100 + 1e-9);

/** The pieces of the first name, as it is compared, that the second has too, longest first. */
export function commonParts(first: string, second: string): string[] {
  const text = foldedTitle(first);
  const others = gramsOf(foldedTitle(second));
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at + 1 < text.length; at += 1) {
    if (others.has(text.slice(at, at + 2))) {
      part = part === '' ? text.slice(at, at + 2) : part + text.charAt(at + 1);
    } else if (part !== '') {
      parts.push(part);
      part = '';
    }
  }
  return [...new Set(part === '' ? parts : [...parts, part])].sort((a, b) => b.length - a.length);
}
