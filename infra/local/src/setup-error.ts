/** Something the person at the keyboard can put right; shown without a stack trace. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}

/** What the person at the keyboard is shown of an error: a sentence where it is theirs to put right, else where it happened. */
export const shownOf = (error: unknown): string => {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const isUsage = (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') ?? false;
  return error instanceof SetupError || isUsage ? error.message : (error.stack ?? error.message);
};
