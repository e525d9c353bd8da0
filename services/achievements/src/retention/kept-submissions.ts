import { daysEnd, eraseWords } from '@dengke/service-kit';
import type { Disposable } from '@dengke/service-kit';
import { submissionStates } from '@dengke/contract';
import type { SubmissionState } from '@dengke/contract';
import { subjectOf } from '../acts/facts';
import { NamedEntry } from '../entries/named-entry.entity';
import { SubmissionMark } from '../likenesses/submission-mark.entity';
import { PublicityEntry } from '../publicity/publicity-entry.entity';
import type { KeptKind } from './retention';

/** Over, and it never had a number. */
export const vainStates = (Object.keys(submissionStates) as SubmissionState[]).filter(
  (state) => submissionStates[state].over && !['reported', 'cancelled'].includes(state),
);
const quoted = vainStates.map((state) => `'${state}'`).join(', ');

/** No ledger of the submission's own: that is followed by its workflow, and is over. */
export const disposalSubject = (serial: string): string => `disposal/submission/${serial}`;

/**
 * Form and evidence list of every version, words, names and numbers. That it was submitted, when, by whom, its digests and what became of it stay.
 * The versions are written once: only the database's own `erase_versions` empties them, and only for what the ledger says (decision 0019).
 */
const keptSubmission = (kind: 'submission' | 'excluded'): Disposable<KeptKind> => ({
  kind,
  subjectOf: disposalSubject,
  ended: (years) => `
    SELECT s.serial AS id, s.serial, ${daysEnd('e.at', years)}
    FROM submission s JOIN ledger_entry e ON e.subject = CONCAT(_ascii'${subjectOf('')}', s.serial) AND e.number = s.lastFact
    WHERE s.state IN (${quoted}) AND s.registrationNumber IS NULL AND s.disposedAt IS NULL AND s.excluded = ${kind === 'excluded' ? 1 : 0}
    AND NOT EXISTS (SELECT 1 FROM objection o WHERE o.serial = s.serial AND o.closedAt IS NULL)`,
  async erase(manager, serial) {
    await manager.query('CALL erase_versions(?)', [serial]);
    await manager.query(
      `UPDATE submission SET name = '', disposedAt = (SELECT at FROM ledger_entry WHERE subject = ? AND kind = 'dispose'), version = version + 1 WHERE serial = ?`,
      [disposalSubject(serial), serial],
    );
    await eraseWords(manager, subjectOf(serial));
    for (const table of [SubmissionMark, NamedEntry, PublicityEntry]) {
      await manager.delete(table, { serial });
    }
    return [];
  },
});

export const keptSubmissions: readonly Disposable<KeptKind>[] = [keptSubmission('submission'), keptSubmission('excluded')];
