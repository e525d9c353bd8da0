import type { Step } from './points';

/** What is said within a transaction that makes it the one that is meant; the first that fits. */
const commits: readonly { step: Step; says: readonly string[] }[] = [
  { step: 'commit of a sign-in', says: ['insert into login_attempts'] },
  { step: 'commit of an act', says: ['INSERT INTO act_receipt', 'INSERT INTO ledger_entry'] },
  { step: 'commit of feed numbers', says: ['INSERT INTO feed_number'] },
  { step: 'commit of what is relayed', says: ['FROM outbox WHERE numbered = 1', 'DELETE FROM outbox'] },
  { step: 'commit of a feed step', says: ['UPDATE feed_cursor'] },
  { step: 'commit of mails taken', says: ['UPDATE `mail_outbox` SET `nextAttemptAt`'] },
  { step: 'commit of mails noted', says: ["UPDATE mail_outbox SET state = 'sent'"] },
  // What nobody asked for with a key: a letter is told, time acts upon a submission.
  { step: 'commit of an activity', says: ['UPDATE notice SET toldFact'] },
  { step: 'commit of an activity', says: ['INSERT INTO ledger_entry'] },
];

/** Which step a transaction’s commit is, by its statements; undefined for one that is not listed. */
export const commitOf = (statements: readonly string[]): Step | undefined =>
  commits.find(({ says }) => says.every((words) => statements.some((statement) => statement.includes(words))))?.step;
