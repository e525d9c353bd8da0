import { daysEnd, eraseWords } from '@dengke/service-kit';
import type { Disposable } from '@dengke/service-kit';
import type { PlainDate } from '@dengke/contract';
import type { EntityManager } from 'typeorm';
import { DraftChange } from '../drafts/draft-change.entity';
import { Draft } from '../drafts/draft.entity';
import { EvidenceFile } from '../evidence/evidence.entity';
import { retention } from './retention';
import type { KeptKind } from './retention';

/** Nothing of the draft is under way, registered, or still kept for its own term. */
const heldByNothing = (draftId: string): string =>
  `NOT EXISTS (SELECT 1 FROM submission s WHERE s.draftId = ${draftId} AND s.disposedAt IS NULL)`;
/** Its form or its evidence, whatever was changed last. */
const LAST_CHANGED = `GREATEST(d.changedAt, COALESCE((
  SELECT MAX(COALESCE(p.removedAt, p.addedAt)) FROM evidence p WHERE p.draftId = d.id), d.changedAt))`;
const subjectOf = (draftId: string): string => `draft/${draftId}`;

/** A draft with its log and all its evidence, and who handed it over with which words. */
const drafts: Disposable<KeptKind> = {
  kind: 'draft',
  subjectOf,
  ended: (years) => `
    SELECT d.id, NULL AS serial, ${daysEnd(LAST_CHANGED, years)}
    FROM draft d WHERE ${heldByNothing('d.id')}`,
  async erase(manager, id) {
    await eraseWords(manager, subjectOf(id));
    await manager.delete(DraftChange, { draftId: id });
    await manager.delete(Draft, { id });
    return eraseEvidence(manager, { draftId: id });
  },
};

/** What was taken out of a draft, or went with one that its people have removed. */
const removed: Disposable<KeptKind> = {
  kind: 'removed-evidence',
  subjectOf: (id) => `evidence/${id}`,
  ended: (years) => `
    SELECT p.id, NULL AS serial, ${daysEnd('p.removedAt', years)}
    FROM evidence p WHERE p.removedAt IS NOT NULL AND ${heldByNothing('p.draftId')}`,
  erase: (manager, id) => eraseEvidence(manager, { id }),
};

/** Null while a submission of it is under way, registered or kept. */
export async function disposeOnOfDraft(manager: EntityManager, id: string): Promise<PlainDate | null> {
  const { years } = retention.ruleOf('draft');
  const [row] = years === null ? [] : await manager.query<{ disposeOn: PlainDate }[]>(`${drafts.ended(years)} AND d.id = ?`, [id]);
  return row?.disposeOn ?? null;
}

async function eraseEvidence(manager: EntityManager, where: { draftId: string } | { id: string }): Promise<string[]> {
  const pieces = await manager.findBy(EvidenceFile, where);
  await manager.delete(EvidenceFile, where);
  return pieces.map(({ sha256 }) => sha256);
}

export const keptDrafts: readonly Disposable<KeptKind>[] = [drafts, removed];
