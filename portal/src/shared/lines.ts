/** What was typed one a line. */
export const linesOf = (typed: string): string[] => typed.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
