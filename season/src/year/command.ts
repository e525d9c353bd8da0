import { parseArgs } from 'node:util';
import { common, skippingServer, writeJson } from '../json';
import { generate } from './generate';
import { playYear, shortestFailing, upTo } from './year';
import type { YearCame } from './year';

const say = (line: string): void => console.log(line);

/**
 * `npm run season -- year [--seed N] [--submissions M] [--until DAY] [--json FILE] [--shrink]` plays a generated year, or its beginning, and fails on any
 * difference to the oracle and on what does not hold. `--shrink` looks for the first day up to which it fails.
 */
export async function year(args: string[]): Promise<number> {
  const options = {
    seed: { type: 'string', default: '1' },
    submissions: { type: 'string', default: '150' },
    until: { type: 'string' },
    json: { type: 'string' },
    shrink: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args, options });
  const whole = await generate(Number(values.seed), Number(values.submissions));
  const scenario = values.until === undefined ? whole : upTo(whole, values.until);
  if (values.shrink) {
    const day = await shortestFailing(scenario, say);
    say(`seed ${scenario.seed}: ${day === null ? 'holds' : `fails with --until ${day}, and with no day before it`}`);
    return day === null ? 0 : 1;
  }
  const came = await playYear(scenario, say);
  const faults = faultsOf(came);
  say(['', ...faults, sentenceOf(scenario.seed, came)].join('\n'));
  if (values.json !== undefined) {
    await writeJson(values.json, { ...common(skippingServer), scenario: scenario.name, seed: scenario.seed, ...fieldsOf(came) });
  }
  return faults.length + came.residual === 0 ? 0 : 1;
}

const faultsOf = ({ differences, violations }: YearCame): string[] => [
  ...differences,
  ...Object.entries(violations).flatMap(([name, found]) => found.map((one) => `${name}: ${one}`)),
];

function sentenceOf(seed: number, { told, lines, differences, violations }: YearCame): string {
  const found = `${differences.length} differences among ${lines} lines of the oracle, ${Object.values(violations).flat().length} violations`;
  return `seed ${seed}, ${told.serials.size} submissions: ${found}, ${told.seconds.toFixed(1)} s`;
}

function fieldsOf({ told, residual, violations, deadlines, reminders, differences }: YearCame): object {
  return {
    ...{ submissions: told.serials.size, registered: told.observed.registrationNumbers.length, residual },
    invariants: Object.fromEntries(Object.entries(violations).map(([name, found]) => [name, found.length])),
    ...{ deadlines, reminders, differences, seconds: told.seconds },
  };
}
