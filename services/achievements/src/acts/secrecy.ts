import { DomainError, letLeave } from '@dengke/service-kit';
import { EvidenceFile } from '../evidence/evidence.entity';
import type { ActHandler } from './act-context';
import { positionOf } from './act-context';

/**
 * 涉密核查 (P17, S49): the desk that holds a submission suspects that it is classified. It gives a ground and never a content. From then on nothing
 * moves and nobody reads, until the department's super administrator has looked.
 */
export const suspect: ActHandler = ({ submission, input }) => {
  const { suspicion } = input;
  if (suspicion === undefined) {
    throw new DomainError('INVALID_INPUT', { fields: [{ field: 'suspicion', reason: 'required' }] });
  }
  const informedOrganisationId = submission.legs[positionOf(submission, 'department')]?.organisationId ?? null;
  return { submission: { state: 'suspected' }, wait: { for: 'clearance' }, detail: { suspicion, informedOrganisationId } };
};

/** Nothing classified in it: on where it stood, with the time that was left. */
export const clear: ActHandler = ({ submission, input }) => ({
  submission: { state: submission.registrationNumber === null ? 'in-review' : 'registered' },
  wait: { for: 'desk-again' },
  text: { reason: input.reason },
});

/** It is classified, and so outside the register (S49): refused, its words erased and its files disposed of. What has a number is cancelled instead (P36). */
export const exclude: ActHandler = async ({ manager, submission }) => {
  if (submission.registrationNumber !== null) {
    throw new DomainError('ACT_NOT_PERMITTED', { rule: 'P36' });
  }
  const { draftId } = submission;
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
