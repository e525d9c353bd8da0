/** A place in a trace: which one, and which span of it (W3C Trace Context). */
export interface TraceContext {
  readonly traceId: string;
  readonly spanId: string;
}

/** The header of a request, a signal and an activity that says of which trace it is a part. */
export const traceparentHeader = 'traceparent';

const WELL_FORMED = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}$/;

export function traceContextOf(traceparent: unknown): TraceContext | undefined {
  const [, traceId, spanId] = (typeof traceparent === 'string' ? WELL_FORMED.exec(traceparent) : null) ?? [];
  return traceId === undefined || spanId === undefined ? undefined : { traceId, spanId };
}

export const traceparentOf = ({ traceId, spanId }: TraceContext): string => `00-${traceId}-${spanId}-01`;

/** What a workflow says of a signal that came to it, for its worker to keep. */
export interface SignalSeen {
  readonly signal: string;
  /** Its own span, of which what it causes is a part. */
  readonly context: TraceContext;
  readonly parentId: string;
}
