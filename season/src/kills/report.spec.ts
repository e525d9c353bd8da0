import type { Recovery, Told } from './kills';
import { lateOf, reportOf, sumOf } from './report';

const told = (recoveries: Recovery[], wrong: string[] = []): Told => ({
  ...{ submissions: 3, acts: 63, resent: 1, seconds: 10 },
  ...{ kills: { gateway: 2 }, freezes: { worker: 1 }, cuts: {} },
  ...{ verdict: { lost: [], doubled: [], wrong, stuck: [] }, recoveries },
});
const after = (victim: Recovery['victim'], acknowledged: number): Recovery => ({ victim, acknowledged, followed: acknowledged + 1 });

describe('the report on a season of kills', () => {
  it('sums legs, and takes the spread of recoveries over all of them', () => {
    const sum = sumOf([
      reportOf(told([after('gateway', 1)])),
      reportOf(told([after('gateway', 3), after('several', 7)], ['2026-000001: …'])),
    ]);
    expect(sum).toMatchObject({ submissions: 6, acts: 126, kills: { gateway: 4 }, freezes: { worker: 2 }, wrong: 1, seconds: 20 });
    expect(sum.recoverySeconds).toMatchObject({ gateway: { p50: 1, p95: 3, max: 3 }, several: { max: 7 } });
    expect(Object.keys(sum.followedSeconds)).toEqual(['gateway', 'several']);
  });

  it('says who takes longer than ten seconds, and thirty after Temporal, MariaDB or several at once', () => {
    expect(lateOf(reportOf(told([after('gateway', 9), after('temporal', 29), after('several', 29)])))).toEqual([]);
    expect(lateOf(reportOf(told([after('gateway', 9.5), after('mariadb', 29.5)])))).toHaveLength(2);
  });
});
