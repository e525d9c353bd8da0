import type { IncomingMessage } from 'node:http';
import { traceContextOf, traceparentHeader } from '@dengke/contract';
import type { TraceContext } from '@dengke/contract';
import { newSpanId, newTraceId } from '../tracing/span';

/** Says in every answer under which id its lines and spans are found. */
export const traceHeader = 'x-trace-id';

/** The span that a request is here, and the one of which it is a part. */
export interface RequestTrace extends TraceContext {
  readonly parent: TraceContext | undefined;
}

const known = new WeakMap<IncomingMessage, RequestTrace>();

/** The trace that its `traceparent` names (the browser's, then the gateway's), or one that begins here. */
export function traceOf(request: IncomingMessage): RequestTrace {
  const before = known.get(request);
  if (before !== undefined) {
    return before;
  }
  const parent = traceContextOf(request.headers[traceparentHeader]);
  const trace = { traceId: parent?.traceId ?? newTraceId(), spanId: newSpanId(), parent };
  known.set(request, trace);
  return trace;
}
