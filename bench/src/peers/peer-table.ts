import type { Figure } from '../measure';
import type { AllResult } from './all';
import type { EngineName } from './engine';
import type { EngineResult } from './peer-figures';

const names: Record<EngineName, string> = {
  ours: 'this system',
  bareSignals: 'Temporal, signals',
  updateWithActivity: 'Temporal, Update + activity',
  updateWithLocalActivity: 'Temporal, Update + local activity',
  flowable: 'Flowable, REST',
  dbos: 'DBOS',
  restate: 'Restate',
};

const titles = [
  ...['', '1 client: acknowledged a second', 'p50 ms', '8 clients: acknowledged a second', 'p50 ms'],
  ...['16 clients: acknowledged a second', 'followed a second', 'p50 ms', 'p99 ms', 'CPU ms a decision', 'bytes an open case', 'restart s'],
];

/** The table of docs/benchmarks.md: medians, of the rates at 16 clients with minimum and maximum. */
export function tableOfPeers({ engines, restart, ratios }: AllResult): string {
  const rows = (Object.entries(engines) as [EngineName, EngineResult][]).map(
    ([name, { c1, c8, c16, cpuMsPerDecision, bytesPerOpenCase }]) => [
      ...[names[name], median(c1.acknowledgedPerSecond), median(c1.p50), median(c8.acknowledgedPerSecond), median(c8.p50)],
      ...[ranged(c16.acknowledgedPerSecond), ranged(c16.followedPerSecond), median(c16.p50), median(c16.p99), median(cpuMsPerDecision)],
      ...[
        String(Math.round(restart.engines[name]?.bytesPerOpenCase ?? bytesPerOpenCase.median)),
        restart.engines[name]?.seconds.toFixed(1) ?? '',
      ],
    ],
  );
  return [titles, titles.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .concat(JSON.stringify(ratios))
    .join('\n');
}

const median = (figure: Figure): string => figure.median.toFixed(1);
const ranged = (figure: Figure): string => `${median(figure)} (${Math.round(figure.min)}–${Math.round(figure.max)})`;
