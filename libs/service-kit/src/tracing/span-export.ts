import type { Span, SpanAttributes, SpanKind } from './span';

const EVERY_MS = 1_000;
const AT_ONCE = 500;
/** What a collector that is away may cost in memory; beyond it the newest spans are dropped. */
const MOST_WAITING = 10_000;
const PATIENCE_MS = 5_000;

/** OTLP's numbers (opentelemetry-proto, `Span.SpanKind`). */
const KINDS: Readonly<Record<SpanKind, number>> = { internal: 1, server: 2, client: 3, producer: 4, consumer: 5 };
const FAILED = { code: 2 };

/** Hands spans to an OpenTelemetry collector: OTLP over HTTP, as JSON, some at a time. What cannot be handed over is given up; nobody waits for it. */
export class SpanExport {
  private waiting: Span[] = [];
  private timer: NodeJS.Timeout | undefined;
  private sending: Promise<void> = Promise.resolve();
  private readonly url: string;

  constructor(
    private readonly service: string,
    collector: string,
    private readonly onFault: () => void,
  ) {
    this.url = `${collector.replace(/\/+$/, '')}/v1/traces`;
  }

  add(span: Span): void {
    if (this.waiting.length >= MOST_WAITING) {
      return;
    }
    this.waiting.push(span);
    this.timer ??= setTimeout(() => void this.flush(), EVERY_MS).unref();
  }

  /** Resolves when all that waits was handed over or given up. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const spans = this.waiting;
    this.waiting = [];
    this.sending = this.sending.then(() => this.sendAll(spans));
    return this.sending;
  }

  private async sendAll(spans: readonly Span[]): Promise<void> {
    for (let from = 0; from < spans.length; from += AT_ONCE) {
      await this.send(spans.slice(from, from + AT_ONCE)).catch(this.onFault);
    }
  }

  private async send(spans: readonly Span[]): Promise<void> {
    const resource = { attributes: attributesOf({ 'service.namespace': 'dengke', 'service.name': this.service }) };
    const scopeSpans = [{ scope: { name: 'dengke' }, spans: spans.map(written) }];
    const answer = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ resourceSpans: [{ resource, scopeSpans }] }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await answer.arrayBuffer();
    if (!answer.ok) {
      throw new Error('the collector refuses spans');
    }
  }
}

function written({ name, kind, context, parentId, began, ended, attributes, failed }: Span): object {
  return {
    ...context,
    ...(parentId === undefined ? {} : { parentSpanId: parentId }),
    name,
    kind: KINDS[kind],
    startTimeUnixNano: nanos(began),
    endTimeUnixNano: nanos(ended),
    attributes: attributesOf(attributes),
    ...(failed ? { status: FAILED } : {}),
  };
}

/** As text: JSON's numbers do not reach so far. */
const nanos = (millis: number): string => `${BigInt(Math.round(millis * 1_000)) * 1_000n}`;

const attributesOf = (attributes: SpanAttributes): object[] =>
  Object.entries(attributes).map(([key, value]) => ({
    key,
    value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value },
  }));
