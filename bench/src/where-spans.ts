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
    const add = (span: CollectedSpan, isAwaited: boolean): void => {
      const within = children.get(span.spanId) ?? [];
      const [service, what] = [span.service, workOf(span)];
      const name = `${service} ${what} ${isAwaited}`;
      const share = shares.get(name) ?? { service, what, isAwaited, times: 0, milliseconds: 0 };
      const others = within.filter((child) => !isAfterwards(child)).reduce((sum, child) => sum + lengthOf(child), 0);
      shares.set(name, { ...share, times: share.times + 1, milliseconds: share.milliseconds + lengthOf(span) - others });
      within.forEach((child) => add(child, isAwaited && !isAfterwards(child)));
    };
    add(root, true);
  }
  return [...shares.values()]
    .map((share) => ({ ...share, times: share.times / decisions, milliseconds: share.milliseconds / decisions }))
    .sort((one, other) => Number(other.isAwaited) - Number(one.isAwaited) || other.milliseconds - one.milliseconds);
}

/** The fact goes on by itself, once the act is committed. */
const isAfterwards = ({ name }: CollectedSpan): boolean => name === 'relay';

/** A statement by what it does to which table, a request by its route; each act of a submission is one. */
function workOf({ name, attributes }: CollectedSpan): string {
  const statement = attributes['db.query.text'];
  if (statement === undefined) {
    return name.includes('/submissions/') ? 'act' : name;
  }
  const [verb = ''] = /^\w+/.exec(statement) ?? [];
  const table = /\b(?:FROM|INTO|UPDATE)\s+`?(\w+)/i.exec(statement)?.[1];
  return table === undefined ? verb : `${verb} ${table}`;
}

/** Milliseconds. */
const lengthOf = ({ startTimeUnixNano, endTimeUnixNano }: CollectedSpan): number =>
  Number(BigInt(endTimeUnixNano) - BigInt(startTimeUnixNano)) / 1e6;

function grouped<T>(all: readonly T[], by: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(by(one)) ?? [];
    group.push(one);
    groups.set(by(one), group);
  }
  return groups;
}
