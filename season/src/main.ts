import { parseArgs } from 'node:util';
import { shownOf } from '@dengke/local';
import { compare, residualOf } from './compare';
import { crashes } from './crash-points/command';
import { common, skippingServer, writeJson } from './json';
import { kills } from './kills/command';
import { mutants } from './mutants/command';
import { sheetsAndAccount, storyOf, windowOf } from './report';
import { expectInStep } from './rest';
import { readExpected, readScenario } from './scenario';
import { playSeason } from './season';
import { shifted } from './shift';
import { soak } from './soak/command';
import { ask } from './what-if';
import { year } from './year/command';

/**
 * `npm run season -- h1-2023 [--json FILE] [--shift cutOffOn=1 [--must-differ]]`; exits non-zero on any difference to the expectation, with
 * `--must-differ` when there is none: a date moved by a day has to be caught. `npm run season -- what-if <supposition> [h1-2023] [--json FILE]` tells
 * what would come otherwise, and fails where the window’s account did not come out even.
 */
async function main(): Promise<number> {
  if (process.argv[2] === 'kills') {
    return kills(process.argv.slice(3));
  }
  if (process.argv[2] === 'crash-points') {
    return crashes(process.argv.slice(3));
  }
  if (process.argv[2] === 'soak') {
    return soak(process.argv.slice(3));
  }
  if (process.argv[2] === 'year') {
    return year(process.argv.slice(3));
  }
  if (process.argv[2] === '--mutants') {
    return mutants(process.argv.slice(3));
  }
  const options = { json: { type: 'string' }, shift: { type: 'string' }, 'must-differ': { type: 'boolean', default: false } } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  if (positionals[0] === 'what-if') {
    return whatIf(positionals[1] ?? '', positionals[2] ?? 'h1-2023', values.json);
  }
  const name = positionals[0] ?? 'h1-2023';
  const scenario = shifted(await readScenario(name), values.shift);
  const expected = await readExpected(name);
  console.log(windowOf(scenario).join('\n'));
  const told = await playSeason(scenario, {
    manner: 'strict',
    pace: 'every-day',
    say: (line) => console.log(line),
    atRest: ({ house }) => expectInStep(house),
  });
  const verdict = compare(expected, told.observed);
  const numbers = told.observed.registrationNumbers;
  if (new Set(numbers).size !== numbers.length) {
    verdict.differences.push(`registration numbers: ${numbers.length - new Set(numbers).size} doubled`);
  }
  console.log(['', 'What happened:', ...storyOf(told), '', ...sheetsAndAccount(told, scenario)].join('\n'));
  const expectation = `season/scenarios/${name}.expected.json`;
  const sum = `${verdict.differences.length} differences among ${verdict.lines} lines of ${expectation}, ${told.seconds.toFixed(1)} s`;
  console.log(['', ...verdict.differences, sum].join('\n'));
  if (values.json !== undefined) {
    const { deadlines, reminders, differences } = verdict;
    const counts = { scenario: name, submissions: told.serials.size, registered: numbers.length, residual: residualOf(told.observed) };
    await writeJson(values.json, { ...common(skippingServer), ...counts, deadlines, reminders, differences, seconds: told.seconds });
  }
  return verdict.differences.length > 0 === values['must-differ'] ? 0 : 1;
}

async function whatIf(question: string, scenario: string, json: string | undefined): Promise<number> {
  const { difference, told } = await ask(question, scenario, (line) => console.log(line));
  const residual = residualOf(told.observed);
  if (json !== undefined) {
    await writeJson(json, { ...common(skippingServer), scenario, question, residual, ...difference, seconds: told.seconds });
  }
  return residual === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(shownOf(error));
    process.exit(1);
  },
);
