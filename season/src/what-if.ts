import type { PlainDate } from '@dengke/contract';
import { demonstrationPeople } from '@dengke/e2e';
import { SetupError } from '@dengke/local';
import { compare, residualOf } from './compare';
import { expectInStep } from './rest';
import { readExpected, readScenario } from './scenario';
import type { Expected, Scenario, Step } from './scenario';
import { playSeason } from './season';
import type { Told } from './season';

const HOW = 'what-if takes cut-off=2023-08-20, days-off=2023-08-16,2023-08-17 or away=org-changzhi-energy:2023-08-09';
const AWAY_DAYS = 7;
const isDay = (text: string | undefined): text is PlainDate => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');
const later = (day: PlainDate, days: number): PlainDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * The same season under another supposition: another cut-off, more days off, or the people of a bureau away for a week, who do afterwards what they
 * would have done. @param loginsOf who acts for an organisation @throws SetupError for anything else
 */
export function supposed(scenario: Scenario, question: string, loginsOf: (organisationId: string) => readonly string[]): Scenario {
  const [what, given = ''] = question.split('=');
  if (what === 'cut-off' && isDay(given)) {
    return { ...scenario, windows: scenario.windows.map((window) => ({ ...window, cutOffOn: given })) };
  }
  const days = given.split(',');
  if (what === 'days-off' && days.every(isDay)) {
    const step: Step = [`${scenario.from.slice(0, 10)}T09:30`, 'sx-kjt-1', 'daysOff', days];
    return { ...scenario, steps: [step, ...scenario.steps] };
  }
  const [organisationId = '', from] = given.split(':');
  const logins = loginsOf(organisationId);
  if (what === 'away' && isDay(from) && logins.length > 0) {
    return { ...scenario, steps: scenario.steps.map((step) => afterwards(step, scenario, logins, from)) };
  }
  throw new SetupError(HOW);
}

/** What one of them would have done with a submission in that week he does a week later. */
function afterwards(step: Step, { submissions }: Scenario, logins: readonly string[], from: PlainDate): Step {
  const [time, who, what, refs, ...rest] = step;
  const day = time.slice(0, 10);
  const isTheirs = who.split(' ').some((login) => logins.includes(login)) && refs.every((ref) => ref in submissions);
  return isTheirs && from <= day && day < later(from, AWAY_DAYS)
    ? [`${later(day, AWAY_DAYS)}${time.slice(10)}`, who, what, refs, ...rest]
    : step;
}

export interface Difference {
  /** What comes of it otherwise, `-` as the season goes, `+` as it would go. */
  outcomes: string[];
  reminders: { fewer: number; more: number };
  /** What nobody could do until the end. */
  neverDone: string[];
}

export function differenceOf(expected: Expected, { observed, waiting }: Told): Difference {
  const { differences } = compare(expected, observed);
  const [reminders, outcomes] = [true, false].map((are) => differences.filter((line) => line.startsWith('reminders: ') === are)) as [
    string[],
    string[],
  ];
  const isMissing = (line: string): boolean => line.includes(': missing ');
  return {
    outcomes: outcomes.map((line) => `${isMissing(line) ? '-' : '+'} ${line.replace(/: (missing|unexpected) /, ': ')}`),
    reminders: { fewer: reminders.filter(isMissing).length, more: reminders.filter((line) => !isMissing(line)).length },
    neverDone: waiting.map(([, who, what, refs]) => `${who} · ${what} ${refs.join(' ')}`),
  };
}

/** Plays the season as it would go and tells what comes otherwise than in the expectation, to which `npm run season` holds it. */
export async function ask(question: string, name: string, say: (line: string) => void): Promise<{ difference: Difference; told: Told }> {
  const { people } = await demonstrationPeople();
  const loginsOf = (id: string): string[] =>
    people.filter(({ positions }) => positions.some(({ organisationId }) => organisationId === id)).map(({ login }) => login);
  const told = await playSeason(supposed(await readScenario(name), question, loginsOf), {
    manner: 'patient',
    pace: 'every-day',
    say,
    atRest: ({ house }) => expectInStep(house),
  });
  const difference = differenceOf(await readExpected(name), told);
  const { outcomes, reminders, neverDone } = difference;
  say(['', `What if ${question}:`, ...outcomes, `reminders: ${reminders.fewer} fewer, ${reminders.more} more`].join('\n'));
  say(
    [...neverDone.map((step) => `never done: ${step}`), `residual ${residualOf(told.observed)}, ${told.seconds.toFixed(1)} s`].join('\n'),
  );
  return { difference, told };
}
