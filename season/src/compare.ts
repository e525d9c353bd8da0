import type { Expected } from './scenario';

export interface Verdict {
  /** How many lines were expected. */
  lines: number;
  differences: string[];
  deadlines: { checked: number; wrong: number };
  reminders: { expected: number; sent: number; duplicate: number; missing: number };
}

/** Line by line: what is expected and did not come, and what came and is not expected. Nothing is left out. */
export function compare(expected: Expected, observed: Expected): Verdict {
  const wanted = sections(expected);
  const came = sections(observed);
  const differences = Object.keys(wanted).flatMap((section) => {
    const lines = { wanted: wanted[section] ?? [], came: came[section] ?? [] };
    return [
      ...less(lines.wanted, lines.came).map((line) => `${section}: missing ${line}`),
      ...less(lines.came, lines.wanted).map((line) => `${section}: unexpected ${line}`),
    ];
  });
  const reminders = { expected: wanted['reminders'] ?? [], sent: came['reminders'] ?? [] };
  return {
    lines: Object.values(wanted).flat().length,
    differences,
    deadlines: { checked: (wanted['deadlines'] ?? []).length, wrong: less(wanted['deadlines'] ?? [], came['deadlines'] ?? []).length },
    reminders: {
      expected: reminders.expected.length,
      sent: reminders.sent.length,
      duplicate: reminders.sent.length - new Set(reminders.sent).size,
      missing: less(reminders.expected, reminders.sent).length,
    },
  };
}

/** Of all windows together: 0, or an account did not come out even. */
export const residualOf = ({ windows }: Pick<Expected, 'windows'>): number =>
  Object.values(windows).reduce((sum, { account }) => sum + Math.abs(account.residual), 0);

/** Each section as plain lines, groups of refs and people resolved. */
function sections(of: Expected): Record<string, string[]> {
  const windows = Object.entries(of.windows);
  return {
    window: windows.flatMap(([id, { events }]) => events.map((event) => `${id} ${event.join(' ')}`)),
    account: windows.flatMap(([id, { account }]) =>
      Object.entries(account).map(([column, count]) => `${id} ${column} ${JSON.stringify(count)}`),
    ),
    accounts: windows.flatMap(([id, { accounts }]) =>
      Object.entries(accounts).flatMap(([desk, account]) =>
        Object.entries(account).map(([column, count]) => `${id} ${desk} ${column} ${count}`),
      ),
    ),
    refused: of.refused,
    ends: of.ends.flatMap(({ refs, ...end }) => refs.map((ref) => `${ref} ${Object.entries(end).flat().join(' ')}`)),
    applications: of.applications.flatMap(({ refs, ...end }) => refs.map((ref) => `${ref} ${Object.entries(end).flat().join(' ')}`)),
    byTime: of.byTime.flatMap(([act, time, refs]) => refs.map((ref) => `${time} ${act} ${ref}`)),
    deadlines: of.deadlines.flatMap(({ refs, due }) => refs.flatMap((ref) => due.map((line, index) => `${ref} ${index + 1}. ${line}`))),
    reminders: of.reminders.flatMap(([on, rung, refs, logins]) =>
      refs.flatMap((ref) => logins.map((login) => `${on} ${rung} ${ref} ${login}`)),
    ),
    sheets: windows.flatMap(([id, { sheets }]) => Object.entries(sheets).map(([desk, refs]) => `${id} ${desk} ${refs.join(' ')}`)),
    gaps: of.gaps.map(([reader, ref, level, counts, sentence]) => `${ref} read by ${reader}: ${level} ${counts.join('/')} ${sentence}`),
    receipts: of.receipts.flatMap(([ref, state, at, ids]) =>
      ids.map((id) => `${ref} ${id} ${state} ${Object.entries(at).flat().join(' ')}`),
    ),
    told: of.told.flatMap(([what, time, ref, logins]) => logins.map((login) => `${time} ${what} ${ref} ${login}`)),
    answers: Object.entries(of.answers).flatMap(([ref, { answered, missing }]) => [
      ...answered.map((name) => `${ref} answered ${name}`),
      ...missing.map((name) => `${ref} missing ${name}`),
    ]),
  };
}

/** Lines of the first that the second lacks, each as often as it is lacking. */
function less(lines: string[], others: string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) {
      left.splice(at, 1);
    }
    return at < 0;
  });
}
