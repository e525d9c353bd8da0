import type { Verb } from './verb';

/** All of `npm run ops`, in the order of the usage. */
export const verbs: readonly Verb[] = [];
