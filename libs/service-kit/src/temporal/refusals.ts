import { isGrpcServiceError, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, NamespaceNotFoundError } from '@temporalio/common';
import { refusals } from '@dengke/contract';
import type { ErrorCode } from '@dengke/contract';
import { DomainError } from '../http/domain-error';

/**
 * An operator's update that the workflow rejected is its code. UNAVAILABLE is a Temporal that does not answer, or has just begun and knows neither its namespace nor the
 * workflow of which it will be told; else null.
 */
export function refusalOfTemporal(error: unknown): DomainError | null {
  if (error instanceof WorkflowUpdateFailedError) {
    return refusalOfTemporal(error.cause);
  }
  if (error instanceof ApplicationFailure && typeof error.type === 'string' && Object.hasOwn(refusals, error.type)) {
    return DomainError.passedOn(error.type as ErrorCode, error.details?.[0] as Record<string, unknown> | undefined);
  }
  if (error instanceof NamespaceNotFoundError || error instanceof WorkflowNotFoundError) {
    return new DomainError('UNAVAILABLE');
  }
  return isGrpcServiceError(error) || isGrpcServiceError((error as { cause?: unknown } | null)?.cause)
    ? new DomainError('UNAVAILABLE')
    : null;
}
