import { traceparentOf } from '@dengke/contract';
import type { TraceContext } from '@dengke/contract';
import { currentScope, inScope } from '../clock/scope';
import { newSpanId, spanTime } from './span';
import type { Span, SpanAttributes, SpanKind } from './span';
import { SpanExport } from './span-export';

export interface SpanAbout {
  readonly kind: SpanKind;
  readonly attributes: SpanAttributes;
  /** Of what it is a part; what goes on now, where nothing is said. */
  readonly parent?: TraceContext | undefined;
}

/** Of which trace, and which span of it, what goes on now is a part; undefined where it is of none. */
export function presentTrace(): TraceContext | undefined {
  const { traceId, spanId } = currentScope();
  return traceId === undefined || spanId === undefined ? undefined : { traceId, spanId };
}

/**
 * The spans of this process (docs/operations.md, Traces). They are kept where a collector is named and part of something that goes on: a
 * request, a fact on its way, an activity. Otherwise nothing is done, and nothing costs.
 */
export class Traces {
  private exporter: SpanExport | undefined;

  /** @param collector where OTLP over HTTP is taken, without `/v1/traces`; without one no span is kept */
  begin(service: string, collector: string | undefined, onFault: () => void): void {
    this.exporter = collector === undefined ? undefined : new SpanExport(service, collector, onFault);
  }

  get areKept(): boolean {
    return this.exporter !== undefined;
  }

  add(span: Span): void {
    this.exporter?.add(span);
  }

  /** What to pass on to others that work on the same thing. */
  get traceparent(): string | null {
    const present = this.areKept ? presentTrace() : undefined;
    return present === undefined ? null : traceparentOf(present);
  }

  /** Does the work as a span of what goes on, and everything within it as a part of that span. */
  async within<T>(name: string, about: SpanAbout, work: () => Promise<T>): Promise<T> {
    const { parent = presentTrace() } = about;
    if (parent === undefined) {
      return work();
    }
    const context = { traceId: parent.traceId, spanId: this.areKept ? newSpanId() : parent.spanId };
    const end = this.started(name, { ...about, parent }, context);
    return inScope({ ...currentScope(), ...context }, async () => {
      try {
        const result = await work();
        end(false);
        return result;
      } catch (error) {
        end(true);
        throw error;
      }
    });
  }

  /** A span that ends when what this gives is called. */
  started(name: string, { kind, attributes, parent }: SpanAbout, context: TraceContext): (failed: boolean) => void {
    const began = spanTime();
    return (failed) => this.add({ name, kind, attributes, context, parentId: parent?.spanId, began, ended: spanTime(), failed });
  }

  /** Resolves when what was kept has been handed over. */
  flush(): Promise<void> {
    return this.exporter?.flush() ?? Promise.resolve();
  }
}

/** One a process, as its standard output is. */
export const traces = new Traces();
