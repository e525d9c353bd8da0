import type { Told } from './season';
import type { Scenario } from './scenario';

/** The window's story, day by day: what opened and closed, who was reminded, what time did. */
export function storyOf({ observed }: Told): string[] {
  const lines = [
    ...observed.window.map(([act, time]) => `${time}  window: ${act}`),
    ...observed.byTime.map(([act, time, refs]) => `${time}  ${act} ${refs.join(' ')}`),
    ...grouped(
      observed.reminders.map(([on, rung, refs, logins]): [string, string] => [
        `${on}T09:00  reminded ${logins.join()}`,
        `${refs.join()} ${rung}`,
      ]),
    ),
  ];
  return lines.sort();
}

function grouped(pairs: [string, string][]): string[] {
  const groups = new Map<string, string[]>();
  pairs.forEach(([key, what]) => groups.set(key, [...(groups.get(key) ?? []), what]));
  return [...groups].map(([key, what]) => `${key}: ${what.join(', ')}`);
}

export function sheetsAndAccount({ observed }: Told, { submissions }: Scenario): string[] {
  const sheets = Object.entries(observed.sheets).flatMap(([id, refs]) => [
    `汇总表 ${id}`,
    ...refs.map((ref, index) => `  ${index + 1}  ${submissions[ref]?.name ?? ref}  ${submissions[ref]?.unit ?? ''}`),
  ]);
  const { refusedAtSubmit, residual, entered, ...outcomes } = observed.account;
  const columns = Object.entries(outcomes).map(([name, count]) => `${name} ${count}`);
  const refused = Object.entries(refusedAtSubmit).map(([code, count]) => `${code} ${count}`);
  return [
    ...sheets,
    `account: entered ${entered} = ${columns.join(' + ')}, residual ${residual}; refused at submit: ${refused.join(', ')}`,
  ];
}
