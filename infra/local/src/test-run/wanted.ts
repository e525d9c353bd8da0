import { SetupError } from '../setup-error';

/** What `npm test` is asked for: all but what takes long, that too (`--ci`), or the specs whose path has one of some words. */
export interface Wanted {
  readonly ci: boolean;
  readonly words: readonly string[];
  /** Only the archive of histories, anew (`--record-histories`). */
  readonly record: boolean;
}

export const usage = `npm test                            types, lint, boundaries, all specs, walkthroughs
npm test -- <word> …                only the specs whose path has one of the words
npm test -- --ci                    all, the seasons, the drills and the other Node
npm test -- --record-histories      only writes the archive of histories anew`;

const options = ['--ci', '--record-histories'];

/** @throws SetupError with the usage for an option that there is not: nobody waits minutes for what he did not ask */
export const wantedFrom = (args: readonly string[]): Wanted => {
  const unknown = args.filter((arg) => arg.startsWith('-') && !options.includes(arg));
  if (unknown.length > 0) {
    throw new SetupError(`There is no option ${unknown.join(' ')}.\n${usage}`);
  }
  return {
    ci: args.includes('--ci'),
    record: args.includes('--record-histories'),
    words: args.filter((arg) => !arg.startsWith('-')),
  };
};
