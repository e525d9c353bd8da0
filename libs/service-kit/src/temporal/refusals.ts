import { isGrpcServiceError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { refusals } from '@dengke/contract';
import type { ErrorCode } from '@dengke/contract';
import { DomainError } from '../http/domain-error';

/** An operator's update that the workflow rejected is its code; a Temporal that does not answer is UNAVAILABLE; else null. */
export function refusalOfTemporal(error: unknown): DomainError | null {
  if (error instanceof WorkflowUpdateFailedError) {
    return refusalOfTemporal(error.cause);
  }
  if (error instanceof ApplicationFailure && typeof error.type === 'string' && Object.hasOwn(refusals, error.type)) {
    return DomainError.passedOn(error.type as ErrorCode, error.details?.[0] as Record<string, unknown> | undefined);
  }
  return isGrpcServiceError(error) || isGrpcServiceError((error as { cause?: unknown } | null)?.cause)
    ? new DomainError('UNAVAILABLE')
    : null;
}
