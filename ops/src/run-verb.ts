import { shownOf } from '@dengke/local';
import { DomainError } from '@dengke/service-kit';
import type { Verb } from './verb';
import { OpsError } from './verb';

/**
 * Finds the verb and runs it with the rest.
 * @returns the exit code; 2 with the usage where there is no such verb, 0 where it was asked for, 1 where it could not do its work
 */
export async function runVerb(verbs: readonly Verb[], [name, ...args]: readonly string[], say: (line: string) => void): Promise<number> {
  const verb = verbs.find((known) => known.name === name);
  if (verb === undefined) {
    say(usage(verbs));
    return name === '--help' ? 0 : 2;
  }
  try {
    return await verb.run(args);
  } catch (error) {
    say(error instanceof OpsError ? error.message : error instanceof DomainError ? refusalOf(error) : shownOf(error));
    return 1;
  }
}

/** A service said no: its sentence, and what it gave with it. */
const refusalOf = ({ message, code, details }: DomainError): string =>
  `${message} (${code})${details === undefined ? '' : ` ${JSON.stringify(details)}`}`;

const usage = (verbs: readonly Verb[]): string =>
  ['npm run ops -- <verb> …', ...verbs.map(({ name, summary }) => `  ${name.padEnd(22)} ${summary}`)].join('\n');
