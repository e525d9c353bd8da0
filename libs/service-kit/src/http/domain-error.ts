import { refusals } from '@dengke/contract';
import type { ErrorCode, FieldFault } from '@dengke/contract';

type Details = Record<string, unknown>;

/**
 * The one error a service throws: a situation of `contract/errors.ts`, with details the caller can act on and no personal data. A refused form
 * names its fields and why, each with a reason that has its sentence.
 */
export class DomainError extends Error {
  constructor(code: 'INVALID_INPUT', details: { fields: readonly FieldFault[] });
  constructor(code: Exclude<ErrorCode, 'INVALID_INPUT'>, details?: Details);
  constructor(
    readonly code: ErrorCode,
    readonly details?: Details,
  ) {
    super(refusals[code].title);
    this.name = 'DomainError';
  }

  /** A refusal that was judged elsewhere: by another service, a workflow, a table of rules. */
  static passedOn(code: ErrorCode, details?: Details): DomainError {
    return new DomainError(code as 'MALFORMED', details);
  }
}
