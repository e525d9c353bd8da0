import type { Told } from './season';
import type { Scenario, WindowCame } from './scenario';

/** What the letters set and what is ours, before it is played. */
export function windowOf({ windows }: Scenario): string[] {
  return windows.flatMap(({ name, resultFrom, resultTo, opensOn, cutOffOn, paperFrom, paperTo }) => [
    `the window ${name}, as the letter of the department sets it:`,
    `  results of ${resultFrom} … ${resultTo} (S76), online until the end of ${cutOffOn} (S77), paper ${paperFrom} … ${paperTo} (S78)`,
    `  open from ${opensOn}: the letter says “from today” and prints no day (S75, P11)`,
  ]);
}

/** The window's story, day by day: what opened and closed, who was reminded of what, what time did. */
export function storyOf({ observed }: Told): string[] {
  const lines = [
    ...Object.values(observed.windows).flatMap(({ events }) => events.map(([act, time]) => `${spaced(time)}  window: ${act}`)),
    ...observed.told.map(([what, time, ref, logins]) => `${spaced(time)}  letter ${ref}: ${what} told to ${logins.join(' ')}`),
    ...observed.byTime.map(([act, time, refs]) => `${spaced(time)}  ${act} ${refs.join(' ')}`),
    ...remindersOf(observed),
  ];
  return lines.sort();
}

const spaced = (time: string): string => time.replace('T', ' ');

/** One line for all who are reminded of the same things on the same day, the rungs in the order of the deadline. */
function remindersOf({ reminders }: Told['observed']): string[] {
  const persons = grouped(reminders.flatMap(([on, rung, refs, logins]) => logins.map((login) => [`${on} ${login}`, rung, refs] as const)));
  const digests = [...persons].map(([whose, rungs]): [string, string, string[]] => {
    const [on = '', login = ''] = whose.split(' ');
    return [on, [...rungs].map(([rung, refs]) => `${rung} ${refs.join(' ')}`).join(', '), [login]];
  });
  return [...grouped(digests)].flatMap(([on, same]) =>
    [...same].map(([what, logins]) => `${on} 09:00  reminded ${logins.join(' ')}: ${what}`),
  );
}

function grouped(entries: readonly (readonly [string, string, readonly string[]])[]): Map<string, Map<string, string[]>> {
  const groups = new Map<string, Map<string, string[]>>();
  for (const [key, inner, values] of entries) {
    const group = groups.get(key) ?? new Map<string, string[]>();
    group.set(inner, [...(group.get(inner) ?? []), ...values]);
    groups.set(key, group);
  }
  return groups;
}

export function sheetsAndAccount({ observed }: Told, { submissions }: Scenario): string[] {
  const gaps = observed.gaps.flatMap(([reader, of, level, , sentence]) =>
    sentence === '' ? [] : [`letter ${level}, read by ${reader} of ${of}: ${sentence}`],
  );
  return [...Object.values(observed.windows).flatMap((window) => [...sheetsOf(window, submissions), accountOf(window)]), ...gaps];
}

const sheetsOf = ({ sheets }: WindowCame, submissions: Scenario['submissions']): string[] =>
  Object.entries(sheets).flatMap(([id, refs]) => [
    `汇总表 ${id}`,
    ...refs.map((ref, index) => `  ${index + 1}  ${submissions[ref]?.name ?? ref}  ${submissions[ref]?.unit ?? ''}`),
  ]);

function accountOf({ account }: WindowCame): string {
  const { refusedAtSubmit, residual, entered, ...outcomes } = account;
  const columns = Object.entries(outcomes).map(([name, count]) => `${name} ${count}`);
  const refused = Object.entries(refusedAtSubmit).map(([code, count]) => `${code} ${count}`);
  return `account: entered ${entered} = ${columns.join(' + ')}, residual ${residual}; refused at submit: ${refused.join(', ')} (nothing is kept of what is classified, P17)`;
}
