import type { CollectedSpan } from '@dengke/test-kit';

/** What one kind of work takes of a decision. */
export interface Share {
  service: string;
  what: string;
  /** Whether the answer waits for it. */
  isAwaited: boolean;
  /** So often a decision. */
  times: number;
  /** Milliseconds a decision, without what is a share of its own. */
  milliseconds: number;
}

/** The spans of decisions by service and kind of work: what each takes by itself, so that what the answer waits for sums up to the whole. */
export function sharesOf(spans: readonly CollectedSpan[], isDecision: (root: CollectedSpan) => boolean): Share[] {
  const byTrace = grouped(spans, ({ traceId }) => traceId);
  const shares = new Map<string, Share>();
  let decisions = 0;
  for (const trace of byTrace.values()) {
    const root = trace.find((span) => span.parentSpanId === undefined);
    if (root === undefined || !isDecision(root)) {
      continue;
    }
    decisions += 1;
    const children = grouped(trace, ({ parentSpanId }) => parentSpanId ?? '');
    for (const span of trace) {
      const isAwaited = endOf(span) <= endOf(root);
      const [service, what] = [span.service, workOf(span)];
      const name = `${service} ${what} ${isAwaited}`;
      const share = shares.get(name) ?? { service, what, isAwaited, times: 0, milliseconds: 0 };
      const within = (children.get(span.spanId) ?? []).filter((child) => startOf(child) < endOf(span));
      const own = lengthOf(span) - within.reduce((sum, child) => sum + Math.min(endOf(child), endOf(span)) - startOf(child), 0);
      shares.set(name, { ...share, times: share.times + 1, milliseconds: share.milliseconds + own });
    }
  }
  return [...shares.values()]
    .map((share) => ({ ...share, times: share.times / decisions, milliseconds: share.milliseconds / decisions }))
    .sort((one, other) => Number(other.isAwaited) - Number(one.isAwaited) || other.milliseconds - one.milliseconds);
}

/** A statement by what it does to which table, a request by its route. */
function workOf({ name, attributes }: CollectedSpan): string {
  const statement = attributes['db.query.text'];
  if (statement === undefined) {
    return name;
  }
  const [verb = ''] = /^\w+/.exec(statement) ?? [];
  const table = /\b(?:FROM|INTO|UPDATE)\s+`?(\w+)/i.exec(statement)?.[1];
  return table === undefined ? verb : `${verb} ${table}`;
}

const startOf = ({ startTimeUnixNano }: CollectedSpan): number => Number(startTimeUnixNano) / 1e6;
const endOf = ({ endTimeUnixNano }: CollectedSpan): number => Number(endTimeUnixNano) / 1e6;
const lengthOf = (span: CollectedSpan): number => endOf(span) - startOf(span);

function grouped<T>(all: readonly T[], by: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(by(one)) ?? [];
    group.push(one);
    groups.set(by(one), group);
  }
  return groups;
}
