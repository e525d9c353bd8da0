/** An error of one line: this text, which stands once in its file, becomes that one. */
export interface Planted {
  name: string;
  file: string;
  text: string;
  becomes: string;
}

const acts = 'services/achievements/src/acts';
const windows = 'services/achievements/src/windows';

/** What people who write such systems get wrong: boundaries, zones, days, locks, errors that nobody hears of, and what is done twice or by the wrong one. */
export const planted: readonly Planted[] = [
  {
    name: 'the day of receipt counts',
    file: 'libs/calendar/src/explanation.ts',
    text: '? addWorkdays(calendar, from, rule.value)',
    becomes: '? addWorkdays(calendar, from, rule.value - 1)',
  },
  {
    name: 'a make-up day is not worked',
    file: 'libs/calendar/src/working-calendar.ts',
    text: "return special.kind === 'makeup' ? 'workday' : 'holiday';",
    becomes: "return special.kind === 'makeup' ? 'weekend' : 'holiday';",
  },
  {
    name: 'days are those of Greenwich',
    file: 'libs/calendar/src/plain-date.ts',
    text: 'return new Date(ms + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);',
    becomes: 'return new Date(ms).toISOString().slice(0, 10);',
  },
  {
    name: 'the last day of a window takes nothing any more',
    file: `${windows}/windows.service.ts`,
    text: 'cutOffAt: endOfDay(dto.cutOffOn),',
    becomes: "cutOffAt: instantAt(dto.cutOffOn, '00:00'),",
  },
  {
    name: 'a deadline is late when its day is over in Greenwich',
    file: `${acts}/time.ts`,
    text: 'if (submission.dueAt === null || at < submission.dueAt) {',
    becomes: 'if (submission.dueAt === null || at.slice(0, 10) <= submission.dueAt.slice(0, 10)) {',
  },
  {
    name: 'what was carried over stays in its window',
    file: `${acts}/time.ts`,
    text: "return { submission: { mode: 'rolling', windowOutcome: settlement }",
    becomes: "return { submission: { mode: 'window', windowOutcome: settlement }",
  },
  {
    name: 'what is with the department counts as carried over',
    file: `${acts}/settlement.ts`,
    text: "return (position ?? 0) >= positionOf({ legs }, 'department') ? 'transmitted' : 'carried-over';",
    becomes: "return (position ?? 0) > positionOf({ legs }, 'department') ? 'transmitted' : 'carried-over';",
  },
  {
    name: 'what was late when it was returned has no deadline afterwards',
    file: `${acts}/waits.service.ts`,
    text: 'const daysLeft = (await this.deadlines.pause(writes, submission, since)) ?? 1;',
    becomes: 'const daysLeft = await this.deadlines.pause(writes, submission, since);',
  },
  {
    name: 'a return gives a day away',
    file: 'services/achievements/src/deadlines/deadlines.service.ts',
    text: 'return Math.max(1, left);',
    becomes: 'return Math.max(1, left - 1);',
  },
  {
    name: 'what has begun today is reminded of today',
    file: 'services/achievements/src/reminders/rungs.ts',
    text: 'if (startOn >= on || !isWorked(calendar, on)) {',
    becomes: 'if (startOn > on || !isWorked(calendar, on)) {',
  },
  {
    name: 'reminders do not know of the cut-off',
    file: 'services/achievements/src/reminders/reminders.service.ts',
    text: '{ startOn: row.startOn, dueOn: due.dueOn }',
    becomes: '{ startOn: row.startOn, dueOn: row.dueOn }',
  },
  {
    name: 'the last reminder of a round is told a day later',
    file: 'services/notifications/src/reminders/untold.service.ts',
    text: 'return { after, upTo: Math.min(last?.noted ?? 0, (last?.later ?? Infinity) - 1) };',
    becomes: 'return { after, upTo: Math.min(last?.noted ?? 0, (last?.later ?? Infinity) - 1) - 1 };',
  },
  {
    name: 'the paper of anybody will do',
    file: `${acts}/paper.ts`,
    text: 'paper.some((leg) => leg.position === position && leg.version === submission.round && leg.receivedAt !== null)',
    becomes: 'position > 0',
  },
  {
    name: 'whoever waits no longer may close it',
    file: `${acts}/desk.ts`,
    text: 'if (context.submission.escalatedAt === null) {',
    becomes: 'if (context.submission.escalatedAt === undefined) {',
  },
  {
    name: 'names are compared as they are spelled',
    file: 'services/achievements/src/drafts/fingerprint.ts',
    text: '.update(`${normalisedName(name)}\\n${normalisedUscc(uscc)}`',
    becomes: '.update(`${name}\\n${normalisedUscc(uscc)}`',
  },
  {
    name: 'nobody hears of what submit refused',
    file: 'services/achievements/src/submitting/submitting.service.ts',
    text: 'if (refusal instanceof DomainError && refusal.details?.rule !== undefined) {',
    becomes: 'if (refusal instanceof DomainError && refusal.details?.rule === undefined) {',
  },
  {
    name: 'two at one stage are not kept apart',
    file: 'services/achievements/src/acts/acts.service.ts',
    text: 'return [this.ledger.lock(subject), ...this.rows.reads(serial, subject)];',
    becomes: "return [['SELECT lastNumber, lastHash FROM ledger_head WHERE subject = ?', [subject]], ...this.rows.reads(serial, subject)];",
  },
  {
    name: 'a repeated key acts again',
    file: 'libs/service-kit/src/ledger/receipts.ts',
    text: 'if (receipt.answer !== null) {',
    becomes: 'if (receipt.answer === undefined) {',
  },
  {
    name: 'an entry does not name the one before it',
    file: 'libs/service-kit/src/ledger/ledger.ts',
    text: 'JSON.stringify(detail), textDigest, head.hash, hash];',
    becomes: 'JSON.stringify(detail), textDigest, hash, hash];',
  },
  {
    name: 'every other number is left out',
    file: 'services/achievements/src/registrations/number-series.ts',
    text: 'const { value, lastGiven } = await take(writes.manager, series);',
    becomes: 'const { value, lastGiven } = (await take(writes.manager, series), await take(writes.manager, series));',
  },
];
