import { DomainError, letLeave } from '@dengke/service-kit';
import { EvidenceFile } from '../evidence/evidence.entity';
import { makeMoot, openObjections } from '../objections/holding';
import type { ActHandler } from './act-context';
import { positionOf } from './act-context';

/**
 * 涉密核查 (P17, S49): the desk that holds a submission suspects that it is classified; in publicity the department does, or a desk that let it pass. It gives
 * a ground and never a content. From then on nothing moves and nobody reads, until the department's super administrator has looked.
 */
export const suspect: ActHandler = ({ submission, input }) => {
  const { suspicion } = input;
  if (suspicion === undefined) {
    throw new DomainError('INVALID_INPUT', { fields: [{ field: 'suspicion', reason: 'required' }] });
  }
  const informedOrganisationId = submission.legs[positionOf(submission, 'department')]?.organisationId ?? null;
  return { submission: { state: 'suspected' }, wait: { for: 'clearance' }, detail: { suspicion, informedOrganisationId } };
};

/** Nothing classified in it: on where it stood, with the time that was left. What is at no desk was in publicity. */
export const clear: ActHandler = ({ submission, input }) => {
  const { registrationNumber, stage } = submission;
  const text = { reason: input.reason };
  return stage === null
    ? { submission: { state: 'in-publicity' }, wait: { for: 'publicity-again' }, text }
    : { submission: { state: registrationNumber === null ? 'in-review' : 'registered' }, wait: { for: 'desk-again' }, text };
};

/** It is classified, and so outside the register (S49): refused, its words erased and its files disposed of. What has a number is cancelled instead (decision 0031). */
export const exclude: ActHandler = async ({ manager, submission, at }) => {
  if (submission.registrationNumber !== null) {
    throw new DomainError('ACT_NOT_PERMITTED', { rule: 'P36' });
  }
  const { draftId, serial } = submission;
  await makeMoot(manager, await openObjections(manager, serial), at);
  const pieces = await manager.find(EvidenceFile, { select: { id: true, sha256: true }, where: { draftId }, order: { id: 'ASC' } });
  await letLeave(
    manager,
    pieces.map(({ sha256 }) => sha256),
  );
  return {
    submission: { state: 'rejected', excluded: true, daysLeft: null },
    wait: { for: 'nothing' },
    dispose: true,
    detail: { disposedEvidence: pieces.map(({ id }) => id) },
  };
};
