import type { Context } from '@temporalio/activity';
import { ApplicationFailure, defaultPayloadConverter, TemporalFailure } from '@temporalio/common';
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker';
import { refusals, traceContextOf, traceparentHeader } from '@dengke/contract';
import type { TraceContext } from '@dengke/contract';
import { faultFields } from '../boot/log';
import type { Log } from '../boot/log';
import { inScope } from '../clock/scope';
import { DomainError } from '../http/domain-error';
import type { RefusalMetrics } from './refusal-metrics';
import { traces } from '../tracing/traces';

/**
 * Around every activity: it runs in the instant its input names as `at`, as a part of the trace of the fact that led to it, its id is logged and never its payload, and its errors
 * become failures.
 */
export class ActivityJournal implements ActivityInboundCallsInterceptor {
  constructor(
    private readonly context: Context,
    private readonly log: Log,
    private readonly refusals: RefusalMetrics,
  ) {}

  async execute(input: ActivityExecuteInput, next: Next<ActivityInboundCallsInterceptor, 'execute'>): Promise<unknown> {
    const { activityType, activityId, attempt, workflowExecution } = this.context.info;
    const about = { activity: activityType, activityId, attempt, workflowId: workflowExecution?.workflowId };
    const parent = traceOf(input);
    const traceId = parent?.traceId ?? `${workflowExecution?.workflowId}/${activityId}`;
    const attributes = { 'temporal.workflow.id': workflowExecution?.workflowId ?? '', 'temporal.activity.attempt': attempt };
    return inScope({ instant: instantOf(input.args[0]), traceId }, () =>
      traces.within(`activity ${activityType}`, { kind: 'consumer', attributes, parent }, () => this.executed(input, next, about)),
    );
  }

  private async executed(
    input: ActivityExecuteInput,
    next: Next<ActivityInboundCallsInterceptor, 'execute'>,
    about: Record<string, unknown>,
  ): Promise<unknown> {
    try {
      const result = await next(input);
      this.log.debug('activity', about);
      return result;
    } catch (error) {
      const failure = failureOf(error);
      if (error instanceof DomainError && isForGood(error)) {
        this.refusals.refused(this.context.info.activityType, error.code);
      }
      this.log.at(isExpected(error) ? 'info' : 'warn', 'activity failed', { ...about, ...faultFields(error) });
      throw failure;
    }
  }
}

/** Of which trace the workflow says it is a part. */
function traceOf({ headers }: ActivityExecuteInput): TraceContext | undefined {
  const header = headers[traceparentHeader];
  return header === undefined ? undefined : traceContextOf(defaultPayloadConverter.fromPayload(header));
}

function instantOf(input: unknown): string | undefined {
  const at = (input as { at?: unknown } | null | undefined)?.at;
  return typeof at === 'string' ? at : undefined;
}

/** Else it is merely busy or away. */
const isForGood = ({ code }: DomainError): boolean => refusals[code].status !== 503;

const isExpected = (error: unknown): boolean => error instanceof DomainError || error instanceof TemporalFailure;

/**
 * A refusal is final and bears its code; what is merely busy or away is tried again, and so is the unforeseen, of which only the
 * kind reaches the history: messages quote values.
 */
export function failureOf(error: unknown): Error {
  if (error instanceof TemporalFailure || (error instanceof Error && error.name === 'CompleteAsyncError')) {
    return error;
  }
  if (error instanceof DomainError) {
    const { code, message, details } = error;
    return ApplicationFailure.create({
      message,
      type: code,
      nonRetryable: isForGood(error),
      details: details ? [details] : [],
    });
  }
  return ApplicationFailure.create({ message: error instanceof Error ? error.name : 'Error', type: 'UNEXPECTED', nonRetryable: false });
}
