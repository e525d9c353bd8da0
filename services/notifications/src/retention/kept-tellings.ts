import type { Disposable } from '@dengke/service-kit';
import type { KeptKind } from './retention';

const monthOf = (instant: string): string => `DATE_FORMAT(${instant} + INTERVAL 8 HOUR, '%Y-%m')`;

interface Telling {
  kind: KeptKind;
  table: string;
  /** The month counts by it. */
  at: string;
  /** What has words still, and nothing more to do. */
  where: string;
  /** Without words. */
  set: string;
}

/**
 * What people were told, a month at a time: the words go. That this was told to that person stays with its key, so that a feed that is followed anew tells
 * nothing twice.
 */
const telling = ({ kind, table, at, where, set }: Telling): Disposable<KeptKind> => ({
  kind,
  subjectOf: (month) => `disposal/${kind}/${month}`,
  ended: (years) => `
    SELECT m.id, NULL AS serial, DATE_ADD(LAST_DAY(CONCAT(m.id, '-01')), INTERVAL ${years} YEAR) AS disposeOn
    FROM (SELECT DISTINCT ${monthOf(at)} AS id FROM ${table} WHERE ${where}) m`,
  async erase(manager, month) {
    await manager.query(`UPDATE ${table} SET ${set} WHERE ${monthOf(at)} = ? AND ${where}`, [month]);
    return [];
  },
});

const isDone = "state <> 'waiting'";
export const keptTellings: readonly Disposable<KeptKind>[] = [
  telling({
    kind: 'message',
    table: 'message',
    at: 'at',
    where: "subject <> ''",
    set: "subject = '', about = '{}', readAt = COALESCE(readAt, at)",
  }),
  telling({
    kind: 'mail',
    table: 'mail_outbox',
    at: 'at',
    where: `body <> '' AND ${isDone}`,
    set: "subject = '', body = '', linkId = NULL",
  }),
  telling({ kind: 'sms', table: 'sms_outbox', at: 'nextAttemptAt', where: `text <> '' AND ${isDone}`, set: "text = ''" }),
];
