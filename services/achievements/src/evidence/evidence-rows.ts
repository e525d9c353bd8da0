import type { Evidence } from '@dengke/contract';
import { IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { EvidenceFile } from './evidence.entity';

/** What a form and its submitted versions say of a piece of evidence. */
export const asEvidence = ({ id, kind, number, issuedOn, fileName, mediaType, bytes, sha256 }: EvidenceFile): Evidence => ({
  id,
  kind,
  number,
  issuedOn,
  fileName,
  mediaType,
  bytes,
  sha256,
});

/** The evidence of a draft as it stands, in the order it was added. */
export async function evidenceOf(manager: EntityManager, draftId: string): Promise<Evidence[]> {
  const rows = await manager.find(EvidenceFile, { where: { draftId, removedAt: IsNull() }, order: { id: 'ASC' } });
  return rows.map(asEvidence);
}

/** The ids of those pieces of a draft that no scan has found clean yet. */
export async function unscannedOf(manager: EntityManager, draftId: string): Promise<string[]> {
  const where = { draftId, removedAt: IsNull(), scannedAt: IsNull() };
  return (await manager.find(EvidenceFile, { select: { id: true }, where })).map(({ id }) => id);
}
