import type { ErrorCode, Problem } from '@dengke/contract';

/** What a refusal tells a page; UNREACHABLE where there was no answer. */
type Told = Pick<Problem, 'details'> & { status: number; code: ErrorCode | 'UNREACHABLE'; traceId: string };

/** The system refused, or could not be reached. Pages show its sentence by code, never the server's words. */
export class ProblemError extends Error {
  constructor(readonly problem: Told) {
    super(problem.code);
    this.name = 'ProblemError';
  }

  get code(): ErrorCode | 'UNREACHABLE' {
    return this.problem.code;
  }

  /** What a page can act on: fields, the values of a conflict, an instant. */
  detail<T>(name: string): T | undefined {
    return this.problem.details?.[name] as T | undefined;
  }
}

export const unreachable = (): ProblemError => new ProblemError({ status: 0, code: 'UNREACHABLE', traceId: '' });

/** @returns the problem of a refused answer; whatever is no problem+json is UNEXPECTED */
export function problemOf(error: unknown, response: Response): ProblemError {
  const said = typeof error === 'object' && error !== null && 'code' in error ? (error as Problem) : undefined;
  return new ProblemError(said ?? { status: response.status, code: 'UNEXPECTED', traceId: '' });
}

export const hasCode = (error: unknown, ...codes: (ErrorCode | 'UNREACHABLE')[]): error is ProblemError =>
  error instanceof ProblemError && codes.includes(error.code);
