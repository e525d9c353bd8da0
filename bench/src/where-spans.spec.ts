import type { CollectedSpan } from '@dengke/test-kit';
import { sharesOf } from './where-spans';

const span = (
  service: string,
  name: string,
  spanId: string,
  parentSpanId: string | undefined,
  from: number,
  to: number,
  sql?: string,
): CollectedSpan => ({
  ...{ service, name, spanId, traceId: 'one' },
  ...(parentSpanId === undefined ? {} : { parentSpanId }),
  ...{ startTimeUnixNano: `${from * 1e6}`, endTimeUnixNano: `${to * 1e6}` },
  attributes: sql === undefined ? {} : { 'db.query.text': sql },
});

describe('where a decision goes', () => {
  const trace = [
    span('gateway', 'POST', 'g', undefined, 0, 10),
    span('achievements', 'POST', 'a', 'g', 2, 9),
    span('achievements', 'INSERT', 's', 'a', 3, 6, 'INSERT INTO ledger_head (subject) VALUES (?)'),
    span('achievements', 'relay', 'r', 'a', 8, 15),
    span('worker', 'workflow submission', 'w', 'r', 14, 15),
  ];

  it('is told by what each does itself, and what the answer waits for is the whole of it', () => {
    const shares = sharesOf(trace, () => true);
    expect(shares).toEqual([
      { service: 'achievements', what: 'POST', isAwaited: true, times: 1, milliseconds: 4 },
      { service: 'gateway', what: 'POST', isAwaited: true, times: 1, milliseconds: 3 },
      { service: 'achievements', what: 'INSERT ledger_head', isAwaited: true, times: 1, milliseconds: 3 },
      { service: 'achievements', what: 'relay', isAwaited: false, times: 1, milliseconds: 6 },
      { service: 'worker', what: 'workflow submission', isAwaited: false, times: 1, milliseconds: 1 },
    ]);
    expect(shares.filter(({ isAwaited }) => isAwaited).reduce((sum, { milliseconds }) => sum + milliseconds, 0)).toBe(10);
  });

  it('leaves out what is no decision', () => {
    expect(sharesOf(trace, () => false)).toEqual([]);
  });
});
