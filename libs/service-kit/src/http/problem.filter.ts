import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorSentences, refusals } from '@dengke/contract';
import type { ErrorCode, Problem } from '@dengke/contract';
import { faultFields, Log } from '../boot/log';
import { asksForNoKey, isDatabaseAway, isRetryable } from '../database/database-faults';
import { refusalOfTemporal } from '../temporal/refusals';
import { DomainError } from './domain-error';
import { explained } from './explained';
import { hasBrokenOff } from './replicas';
import { callerOf } from './request';
import { routeName } from './route-name';

const BY_STATUS: Record<number, ErrorCode> = {
  401: 'NOT_SIGNED_IN',
  403: 'NOT_ALLOWED',
  404: 'NOT_FOUND',
  413: 'FILE_TOO_LARGE',
  415: 'MEDIA_TYPE_REFUSED',
  429: 'TOO_MANY_REQUESTS',
  503: 'UNAVAILABLE',
};
const RETRY_AFTER_SECONDS = 1;

/** The one place where an error becomes an answer: problem+json from the table of codes, with its sentences; the unknown is 500 with a trace id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = refusalOf(exception);
    this.report(refusal, exception, request);
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    const problem = problemOf(refusal, request.id);
    if (problem.status === 503 || problem.status === 429) {
      void reply.header('retry-after', Number(problem.details?.['retryAfterSeconds'] ?? RETRY_AFTER_SECONDS));
    }
    void reply.status(problem.status).type('application/problem+json').send(problem);
  }

  private report({ code }: DomainError, exception: unknown, request: FastifyRequest): void {
    const foreign = exception instanceof DomainError || exception instanceof HttpException ? {} : faultFields(exception);
    this.log.at(refusals[code].log, 'refused', { code, traceId: request.id, ...callerOf(request), route: routeName(request), ...foreign });
  }
}

export function problemOf({ code, details }: DomainError, traceId: string): Problem {
  const { status, title } = refusals[code];
  const type = `urn:dengke:problem:${code.toLowerCase().replaceAll('_', '-')}`;
  const detail = errorSentences[code];
  return { type, title, status, code, detail, ...(details === undefined ? {} : { details: explained(details) }), traceId };
}

/** Every error as a situation of the table. */
export function refusalOf(exception: unknown): DomainError {
  if (exception instanceof DomainError) {
    return exception;
  }
  const status = statusOf(exception);
  if (status !== undefined && status < 500) {
    return DomainError.passedOn(BY_STATUS[status] ?? 'MALFORMED');
  }
  if (asksForNoKey(exception)) {
    return new DomainError('NOT_FOUND');
  }
  if (isDatabaseAway(exception) || hasBrokenOff(exception)) {
    return new DomainError('UNAVAILABLE');
  }
  if (isRetryable(exception)) {
    return new DomainError('BUSY');
  }
  return refusalOfTemporal(exception) ?? DomainError.passedOn((status !== undefined && BY_STATUS[status]) || 'UNEXPECTED');
}

/** Nest's and Fastify's own errors carry one. */
function statusOf(exception: unknown): number | undefined {
  if (exception instanceof HttpException) {
    return exception.getStatus();
  }
  const status = (exception as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}
