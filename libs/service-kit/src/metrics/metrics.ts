import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** One line of a gauge: its labels, and the value now. */
export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

interface About {
  readonly help: string;
  readonly labels?: readonly string[];
}

/** Gauges that are read together. A name begins with `dengke_` and ends with the unit where there is one (`_seconds`). */
export interface Measured<Name extends string> {
  readonly gauges: Readonly<Record<Name, About>>;
  /** Asked whenever somebody reads the metrics: what is counted stands in the database, so every replica tells the same. */
  readonly read: () => Promise<Readonly<Record<Name, readonly Sample[]>>>;
}

/** What this process counts as it happens: each replica its own, from 0 at its start, so the sum of all is asked for. */
interface Counted extends About {
  readonly name: string;
}

/** How large something was, each time it happened. */
interface Spread extends Counted {
  /** Upper ends, in the unit of the name. */
  readonly buckets: readonly number[];
  /** Labels that are told from the start, so that the first of them counts as a rise. */
  readonly known: readonly Readonly<Record<string, string>>[];
}

/** One request: the pattern of its route, never its path. */
export interface Answered {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** What this process has to tell a Prometheus (docs/operations.md): no id, no name, nothing of a form. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    ...{ name: 'dengke_http_request_seconds', help: 'Requests answered, by the pattern of their route', registers: [this.registry] },
    ...{ labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] },
  });

  /** Memory, processor, event loop, handles: once a process. */
  ofTheProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  answered({ method, route, status, seconds }: Answered): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }

  add<Name extends string>({ gauges, read }: Measured<Name>): void {
    let reading: Promise<Readonly<Record<Name, readonly Sample[]>>> | undefined;
    const readOnce = () => (reading ??= read().finally(() => (reading = undefined)));
    for (const [name, { help, labels = [] }] of Object.entries<About>(gauges)) {
      new Gauge({
        ...{ name, help, labelNames: [...labels], registers: [this.registry] },
        async collect() {
          const samples = (await readOnce())[name as Name];
          this.reset();
          samples.forEach((sample) => this.set({ ...sample.labels }, sample.value));
        },
      });
    }
  }

  /** @returns what adds to it */
  counter({ name, help, labels = [] }: Counted): (labels: Readonly<Record<string, string>>, by?: number) => void {
    const counter = new Counter({ name, help, labelNames: [...labels], registers: [this.registry] });
    return (own, by) => counter.inc({ ...own }, by);
  }

  /** @returns what notes one more */
  histogram({ name, help, labels = [], buckets, known }: Spread): (labels: Readonly<Record<string, string>>, value: number) => void {
    const histogram = new Histogram({ name, help, labelNames: [...labels], buckets: [...buckets], registers: [this.registry] });
    known.forEach((own) => histogram.zero({ ...own }));
    return (own, value) => histogram.observe({ ...own }, value);
  }

  /** In the text format of Prometheus. */
  text(): Promise<string> {
    return this.registry.metrics();
  }
}
