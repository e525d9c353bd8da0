/** What shows nothing is no difference: variation selectors, fillers, joiners and the empty Braille cell besides spaces. */
const INVISIBLE_OR_PUNCTUATION = /[\p{P}\p{Z}\p{C}\p{DI}\u2800]/gu;

/**
 * A name without what people write differently: width, case, spaces, punctuation. Symbols such as + stay: they make another name.
 */
export const normalisedName = (name: string): string =>
  name.normalize('NFKC').toLowerCase().normalize('NFKC').replace(INVISIBLE_OR_PUNCTUATION, '');

/** Nothing that can be read: no text, or only spaces, line breaks and signs that show nothing. */
export const isBlank = (text: string | undefined): boolean => (text ?? '').replace(/[\p{Z}\p{C}\p{DI}\u2800]/gu, '') === '';
