import { parseArgs } from 'node:util';
import { common, skippingServer, writeJson } from '../json';
import { generate } from './generate';
import type { YearScenario } from './generate';
import { FirstFault, linesOf, playToFirstFault, playYear, shortestFailing, upToDay } from './year';
import type { YearCame } from './year';

const say = (line: string): void => console.log(line);

/**
 * `npm run season -- year [--seed N] [--submissions M] [--until DAY] [--json FILE] [--first] [--shrink]` plays a generated year, or its beginning, and fails
 * on any difference to the oracle and on what does not hold. `--first` stops at the first instant at which something is found, `--shrink` looks for the first
 * day up to which it fails.
 */
export async function year(args: string[]): Promise<number> {
  const options = {
    seed: { type: 'string', default: '1' },
    submissions: { type: 'string', default: '150' },
    until: { type: 'string' },
    json: { type: 'string' },
    first: { type: 'boolean', default: false },
    shrink: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args, options });
  const whole = await generate(Number(values.seed), Number(values.submissions));
  const scenario = values.until === undefined ? whole : upToDay(whole, values.until);
  if (values.shrink) {
    const day = await shortestFailing(scenario, say);
    say(`seed ${scenario.seed}: ${day === null ? 'holds' : `fails with --until ${day}, and with no day before it`}`);
    return day === null ? 0 : 1;
  }
  try {
    return values.first ? await first(scenario) : await entire(scenario, values.json);
  } catch (error) {
    say(`seed ${scenario.seed}: could not be played to its end`);
    throw error;
  }
}

async function first(scenario: YearScenario): Promise<number> {
  try {
    await playToFirstFault(scenario, say);
    say(`seed ${scenario.seed}: nothing found`);
    return 0;
  } catch (error) {
    if (!(error instanceof FirstFault)) {
      throw error;
    }
    say(['', ...error.faults, `seed ${scenario.seed}: ${error.message}`].join('\n'));
    return 1;
  }
}

async function entire(scenario: YearScenario, json: string | undefined): Promise<number> {
  const came = await playYear(scenario, say);
  const faults = [...came.differences, ...linesOf(came.violations)];
  say(['', ...faults, sentenceOf(scenario.seed, came)].join('\n'));
  if (json !== undefined) {
    await writeJson(json, { ...common(skippingServer), scenario: scenario.name, seed: scenario.seed, ...fieldsOf(came) });
  }
  return faults.length + came.residual === 0 ? 0 : 1;
}

function sentenceOf(seed: number, { told, lines, differences, violations }: YearCame): string {
  const found = `${differences.length} differences among ${lines} lines of the oracle, ${linesOf(violations).length} violations`;
  return `seed ${seed}, ${told.serials.size} submissions: ${found}, ${told.seconds.toFixed(1)} s (${String(told.spent)})`;
}

function fieldsOf({ told, residual, violations, deadlines, reminders, differences }: YearCame): object {
  return {
    ...{ submissions: told.serials.size, registered: told.observed.registrationNumbers.length, residual },
    invariants: Object.fromEntries(Object.entries(violations).map(([name, found]) => [name, found.length])),
    ...{ deadlines, reminders, differences, seconds: told.seconds },
  };
}
