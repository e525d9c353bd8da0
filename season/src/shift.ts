import { SetupError } from '@dengke/local';
import type { PlannedWindow, Scenario } from './scenario';

const dates = ['resultFrom', 'resultTo', 'opensOn', 'cutOffOn', 'paperFrom', 'paperTo'] as const satisfies (keyof PlannedWindow)[];

/**
 * The same scenario with one date of its windows moved: `cutOffOn=1` is a day later. The expectation stays, so the season must find it.
 * @throws SetupError for a date the window does not have
 */
export function shifted(scenario: Scenario, shift: string | undefined): Scenario {
  if (shift === undefined) {
    return scenario;
  }
  const [field = '', by = ''] = shift.split('=');
  const date = dates.find((name) => name === field);
  if (date === undefined || !/^-?\d+$/.test(by)) {
    throw new SetupError(`--shift takes one of ${dates.join(', ')} and a number of days, as in cutOffOn=1`);
  }
  const moved = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + Number(by) * 86_400_000).toISOString().slice(0, 10);
  const name = `${scenario.name}-shifted`;
  return { ...scenario, name, windows: scenario.windows.map((window) => ({ ...window, [date]: moved(window[date]) })) };
}
