import { DomainError } from '@dengke/service-kit';
import { stampIn } from '@dengke/print';
import type { FormStamp } from '@dengke/print';
import type { EntityManager } from 'typeorm';
import { SubmissionVersion } from './submission-version.entity';

/** What the code on a paper form says against what was submitted: the newest version, an earlier one, or nothing that was ever submitted like this. */
export const paperVerdicts = ['same', 'older', 'altered'] as const;
export type PaperVerdict = (typeof paperVerdicts)[number];

export interface PaperFound {
  verdict: PaperVerdict;
  /** The round whose content the digest stands for; null where it is none of this submission. */
  of: number | null;
  newest: number;
}

export async function paperFound(manager: EntityManager, { serial, version, digest }: FormStamp): Promise<PaperFound> {
  const versions = await manager.find(SubmissionVersion, {
    select: { round: true, digest: true },
    where: { serial },
    order: { round: 'ASC' },
  });
  const newest = versions.at(-1)?.round ?? 0;
  const isBorne = versions.some((known) => known.round === version && known.digest === digest);
  const of = isBorne ? version : (versions.findLast((known) => known.digest === digest)?.round ?? null);
  return { verdict: !isBorne ? 'altered' : version < newest ? 'older' : 'same', of, newest };
}

/** What is received is what was submitted last (P27). @returns its version @throws DomainError PAPER_DIFFERS */
export async function scannedVersion(manager: EntityManager, serial: string, scanned: string): Promise<number> {
  const stamp = stampIn(scanned);
  if (stamp === null || stamp.serial !== serial) {
    throw new DomainError('PAPER_DIFFERS', { verdict: 'altered' });
  }
  const { verdict, newest } = await paperFound(manager, stamp);
  if (verdict !== 'same') {
    throw new DomainError('PAPER_DIFFERS', { verdict, newest });
  }
  return newest;
}
