import { randomBytes } from 'node:crypto';
import type { TraceContext } from '@dengke/contract';

export type SpanKind = 'internal' | 'server' | 'client' | 'producer' | 'consumer';
export type SpanAttributes = Readonly<Record<string, string | number>>;

/** One piece of work within a trace. Ids, codes, patterns and the text of statements only: never a value that somebody wrote. */
export interface Span {
  readonly name: string;
  readonly kind: SpanKind;
  readonly context: TraceContext;
  readonly parentId: string | undefined;
  /** Milliseconds since 1970, with their fraction. */
  readonly began: number;
  readonly ended: number;
  readonly attributes: SpanAttributes;
  readonly failed: boolean;
}

export const newTraceId = (): string => randomBytes(16).toString('hex');
export const newSpanId = (): string => randomBytes(8).toString('hex');

/** The host's time as finely as it has it: a span may take less than a millisecond. */
export const spanTime = (): number => performance.timeOrigin + performance.now();
