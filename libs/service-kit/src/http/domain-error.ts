import { refusals } from '@dengke/contract';
import type { ErrorCode } from '@dengke/contract';

/** The one error a service throws: a situation of `contract/errors.ts`, with details the caller can act on and no personal data. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details?: Record<string, unknown>,
  ) {
    super(refusals[code].title);
    this.name = 'DomainError';
  }
}
