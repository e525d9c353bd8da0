/** Nothing that can be read: no text, or only spaces, line breaks and signs that show nothing. */
export const isBlank = (text: string | undefined): boolean => (text ?? '').replace(/[\p{Z}\p{C}\p{DI}\u2800]/gu, '') === '';
