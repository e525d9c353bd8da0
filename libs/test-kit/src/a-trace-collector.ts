import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A span as it came, with the service that sent it. */
export interface CollectedSpan {
  service: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  /** Nanoseconds since 1970. */
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: Record<string, string>;
}

/** Stands where an OpenTelemetry collector does: takes spans as OTLP over HTTP in JSON, and keeps them for the spec to look at. */
export class ATraceCollector {
  readonly spans: CollectedSpan[] = [];

  private constructor(private readonly server: Server) {}

  static async begin(): Promise<ATraceCollector> {
    const server = createServer();
    const collector = new ATraceCollector(server);
    server.on('request', (request, response) => void collector.take(request, response));
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    return collector;
  }

  /** For DENGKE_OTLP_URL. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  of(traceId: string): CollectedSpan[] {
    return this.spans.filter((span) => span.traceId === traceId);
  }

  async end(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((settle) => this.server.close(() => settle()));
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isTraces = request.method === 'POST' && request.url === '/v1/traces';
    if (isTraces) {
      this.note((await json(request)) as Traces);
    }
    response.writeHead(isTraces ? 200 : 404, { 'content-type': 'application/json' }).end('{}');
  }

  private note({ resourceSpans }: Traces): void {
    for (const { resource, scopeSpans } of resourceSpans) {
      const service = textsOf(resource.attributes)['service.name'] ?? '';
      for (const { attributes, ...span } of scopeSpans.flatMap(({ spans }) => spans)) {
        this.spans.push({ ...span, service, attributes: textsOf(attributes) });
      }
    }
  }
}

type Attributes = { key: string; value: { stringValue?: string; intValue?: string } }[];
type SentSpan = Omit<CollectedSpan, 'service' | 'attributes'> & { attributes: Attributes };

/** What OTLP says of traces, as far as it is looked at. */
interface Traces {
  resourceSpans: { resource: { attributes: Attributes }; scopeSpans: { spans: SentSpan[] }[] }[];
}

const textsOf = (attributes: Attributes): Record<string, string> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue ?? '']));
