import { daysEnd, eraseWords } from '@dengke/service-kit';
import type { Disposable } from '@dengke/service-kit';
import { correctionSubject } from '../corrections/correction-facts';
import { Correction } from '../corrections/correction.entity';
import { ObjectionFile } from '../objections/objection-file.entity';
import { Objection } from '../objections/objection.entity';
import { objectionSubject } from '../objections/objection-subject';
import type { KeptKind } from './retention';

/**
 * Name, contact, words and files of an objection, while nothing of its submission is held: no open objection, no suspicion of secrecy (P17, P33). That
 * it came, when, and what became of it stays.
 */
const objections: Disposable<KeptKind> = {
  kind: 'objection',
  subjectOf: objectionSubject,
  ended: () => `
    SELECT o.receipt AS id, o.serial, o.disposeOn FROM objection o JOIN submission s ON s.serial = o.serial
    WHERE s.state <> 'suspected' AND s.heldAt IS NULL
    AND NOT EXISTS (SELECT 1 FROM objection other WHERE other.serial = o.serial AND other.closedAt IS NULL)
    AND NOT EXISTS (SELECT 1 FROM ledger_entry e WHERE e.subject = CONCAT(_ascii'${objectionSubject('')}', o.receipt) AND e.kind = 'dispose')`,
  async erase(manager, receipt) {
    const files = await manager.findBy(ObjectionFile, { receipt });
    await manager.delete(ObjectionFile, { receipt });
    await manager.update(Objection, { receipt }, { name: null, contact: null });
    await eraseWords(manager, objectionSubject(receipt));
    return files.map(({ sha256 }) => sha256);
  },
};

/** A correction that changed nothing: old and new values, reason and document. An approved one belongs to the register. */
const corrections: Disposable<KeptKind> = {
  kind: 'correction',
  subjectOf: (id) => `disposal/correction/${id}`,
  ended: (years) => `
    SELECT c.id, c.serial, ${daysEnd('c.lastAt', years)} FROM correction c JOIN submission s ON s.serial = c.serial
    WHERE c.state IN ('refused', 'withdrawn', 'lapsed') AND s.state <> 'suspected'`,
  async erase(manager, id) {
    const { document } = await manager.findOneByOrFail(Correction, { id });
    await manager.delete(Correction, { id });
    await eraseWords(manager, correctionSubject(id));
    return [document.sha256];
  },
};

export const keptRequests: readonly Disposable<KeptKind>[] = [objections, corrections];
