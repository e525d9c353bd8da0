import type { EntityManager } from 'typeorm';
import { Submission } from '../acts/submission.entity';
import { frozen } from '../drafts/submitted-drafts';

/** Which of these nobody reads as they stand: suspected to be classified, classified, or of a draft of which something else is (P17); or their term is over. */
export async function sealedAmong(manager: EntityManager, serials: readonly string[]): Promise<Set<string>> {
  if (serials.length === 0) {
    return new Set();
  }
  const rows = await manager
    .createQueryBuilder(Submission, 's')
    .select('s.serial', 'serial')
    .where('s.serial IN (:...serials)', { serials })
    .andWhere(`(s.disposedAt IS NOT NULL OR ${frozen('s.draftId')})`)
    .getRawMany<{ serial: string }>();
  return new Set(rows.map(({ serial }) => serial));
}
