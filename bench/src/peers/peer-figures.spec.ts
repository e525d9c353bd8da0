import type { EngineResult, Engines } from './peer-figures';
import { figuresOf, missedByPeers, ratesOf, ratiosOf } from './peer-figures';

const figuresWith = (acknowledged: number, followed: number, bytes: number): EngineResult => {
  const rates = { acknowledgedPerSecond: acknowledged, followedPerSecond: followed, p50: 1, p95: 1, p99: 1 };
  const round = { c1: rates, c8: rates, c16: rates, cpuMsPerDecision: 10, bytesPerOpenCase: bytes };
  return { version: '1', durability: 'full', ...figuresOf([round]) };
};

describe('engines beside one another', () => {
  const engines: Engines = {
    ours: figuresWith(120, 90, 1_300),
    bareSignals: figuresWith(300, 100, 1_000),
    updateWithActivity: figuresWith(60, 60, 2_000),
    dbos: figuresWith(100, 100, 500),
  };

  it('takes rates of what was acknowledged and of what was followed, and latencies by rank', () => {
    const rates = ratesOf({ latencies: [1, 2, 3, 4], elapsed: 2_000, followed: 4_000 });

    expect(rates).toEqual({ acknowledgedPerSecond: 2, followedPerSecond: 1, p50: 2, p95: 4, p99: 4 });
  });

  it('divides ours by each other, bare by each peer, and our bytes by those of a do-nothing workflow', () => {
    expect(ratiosOf(engines)).toEqual({
      ours: {
        bareSignals: { acknowledged: 0.4, followed: 0.9, cpu: 1 },
        updateWithActivity: { acknowledged: 2, followed: 1.5, cpu: 1 },
        dbos: { acknowledged: 1.2, followed: 0.9, cpu: 1 },
      },
      bare: { dbos: { acknowledged: 0.6, followed: 1 } },
      bytesToBareSignals: 1.3,
    });
  });

  it('keeps what is known of each part', () => {
    const rates = { acknowledgedPerSecond: 1, followedPerSecond: 1, p50: 1, p95: 1, p99: 1 };
    const round = { c1: rates, c8: rates, c16: rates, cpuMsPerDecision: 10, bytesPerOpenCase: 1 };
    const rounds = [
      { ...round, perDecision: { gateway: 2, commits: 5 } },
      { ...round, perDecision: { gateway: 4, commits: 5 } },
    ];

    expect(figuresOf(rounds).perDecision).toEqual({
      gateway: { min: 2, median: 2, max: 4 },
      commits: { min: 5, median: 5, max: 5 },
    });
    expect(figuresOf([round])).not.toHaveProperty('perDecision');
  });

  it('judges only what was measured', () => {
    expect(missedByPeers({ ratios: ratiosOf(engines) })).toEqual([]);
    expect(missedByPeers({ ratios: ratiosOf({ dbos: figuresWith(1, 1, 1) }) })).toEqual([]);
  });

  it('names each goal that is missed', () => {
    const slow = { ...engines, ours: figuresWith(119, 84, 1_310), restate: figuresWith(120, 1, 1), flowable: figuresWith(80, 121, 1) };

    const missed = missedByPeers({ ratios: ratiosOf(slow) });

    expect(missed.map((goal) => goal.split(' ≥')[0]?.split(' ≤')[0])).toEqual([
      'acknowledged of Flowable',
      'acknowledged of DBOS',
      'acknowledged of Restate',
      'followed of bare signals',
      'followed of Flowable',
      'bytes of an open submission',
    ]);
  });
});
