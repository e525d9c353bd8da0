import type { AllResult } from './all';
import { figuresOf, ratiosOf } from './peer-figures';
import { tableOfPeers } from './peer-table';

describe('the table of engines', () => {
  it('has a row for each that was measured, as wide as its head', () => {
    const rates = (perSecond: number) => ({ acknowledgedPerSecond: perSecond, followedPerSecond: perSecond, p50: 1, p95: 2, p99: 3 });
    const round = (perSecond: number) => ({
      ...{ c1: rates(perSecond), c8: rates(perSecond), c16: rates(perSecond) },
      ...{ cpuMsPerDecision: 4, bytesPerOpenCase: 900 },
    });
    const engines = {
      ours: { version: '1', durability: 'full', ...figuresOf([round(10), round(20), round(30)]) },
      dbos: { version: '1', durability: 'full', ...figuresOf([round(5)]) },
    };
    const restart = { open: 10, engines: { ours: { seconds: 2.5, bytesPerOpenCase: 1_000 } } };
    const result: AllResult = { decisionsPerCase: 5, cases: { c1: 1, c8: 8, c16: 16 }, engines, ratios: ratiosOf(engines), restart };

    const [head, rule, ours, dbos] = tableOfPeers(result)
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()));

    expect(new Set([head, rule, ours, dbos].map((cells) => cells?.length)).size).toBe(1);
    expect(ours?.slice(1, -1)).toEqual([
      'this system',
      '20.0',
      '1.0',
      '20.0',
      '1.0',
      '20.0 (10–30)',
      '20.0 (10–30)',
      '1.0',
      '3.0',
      '4.0',
      '1000',
      '2.5',
    ]);
    expect(dbos?.slice(-4, -1)).toEqual(['4.0', '900', '']);
  });
});
