import { occupyingStates } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Submission } from '../acts/submission.entity';
import { registeredBefore } from '../register-imports/registered-before';

/** Whether a submission was ever made from a draft. */
export const wasSubmitted = (manager: EntityManager, draftId: string): Promise<boolean> => manager.existsBy(Submission, { draftId });

/** The live or registered submission of a draft, null without one. Certain only under the draft's row lock. */
export const liveSubmissionOf = (manager: EntityManager, draftId: string): Promise<Submission | null> =>
  manager.findOneBy(Submission, { draftId, state: In([...occupyingStates]) });

/** Whether something that was submitted of a draft is suspected to be classified, or is: then so is whatever else was, with the same words and files (P17). */
export const isFrozen = (manager: EntityManager, draftId: string): Promise<boolean> =>
  manager.existsBy(Submission, [
    { draftId, state: 'suspected' },
    { draftId, excluded: true },
  ]);

/** Whether it is so for good: something of it was found to be classified. */
export const isClosed = (manager: EntityManager, draftId: string): Promise<boolean> =>
  manager.existsBy(Submission, { draftId, excluded: true });

/** `isFrozen` within a statement. @param draftId as it stands there */
export const frozen = (draftId: string): string =>
  `EXISTS (SELECT 1 FROM submission f WHERE f.draftId = ${draftId} AND (f.state = 'suspected' OR f.excluded))`;

/** What a suspicion of secrecy has frozen is frozen in its draft too (P17). @throws DomainError SECRECY_SUSPECTED */
export async function refuseSealed(manager: EntityManager, draftId: string): Promise<void> {
  if (await isFrozen(manager, draftId)) {
    throw new DomainError('SECRECY_SUSPECTED', { rule: 'P17' });
  }
}

/** Whether another draft's achievement with this fingerprint is submitted or registered already, here or before (P19). */
export const isTaken = async (manager: EntityManager, fingerprint: string, draftId: string): Promise<boolean> =>
  (await registeredBefore(manager, [fingerprint])).length > 0 ||
  manager
    .createQueryBuilder(Submission, 'submission')
    .where('submission.occupiedFingerprint = :fingerprint AND submission.draftId <> :draftId', { fingerprint, draftId })
    .getExists();
