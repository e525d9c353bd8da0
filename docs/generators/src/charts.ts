import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as echarts from 'echarts';

interface Figure {
  min: number;
  median: number;
  max: number;
}
type Latency = Record<'p50' | 'p95' | 'p99', Figure>;
interface Peers {
  engines: Record<string, { c16: Record<'acknowledgedPerSecond' | 'followedPerSecond', Figure>; cpuMsPerDecision: Figure }>;
}
interface Where {
  perDecision: Record<string, Figure>;
}
interface Lists {
  worklist: Latency;
  search: Latency;
}

/** One row of bars for each series: what a bar says is its median, and in brackets the least and the most of the repetitions. */
interface Bars {
  title: string;
  names: readonly string[];
  series: readonly { name: string; figures: readonly Figure[] }[];
}

const WIDTH = 860;
const PER_ROW = 22;
/** Without a browser nobody knows how wide a font is. */
const PER_LETTER = 7.2;
const colours = ['#2f5d8a', '#c98b2b'];
const engines: Record<string, string> = {
  ours: 'this system',
  bareSignals: 'Temporal, signals',
  updateWithActivity: 'Temporal, Update + activity',
  updateWithLocalActivity: 'Temporal, Update + local activity',
  flowable: 'Flowable, REST',
  dbos: 'DBOS',
  restate: 'Restate',
};

/** The charts of docs/benchmarks.md, drawn from what the benches have written. */
export function charts(root: string): { path: string; content: string }[] {
  const read = <T>(name: string): T => JSON.parse(readFileSync(join(root, 'bench/results', `${name}.json`), 'utf8')) as T;
  const drawn: Record<string, Bars> = {
    peers: decisionsOf(read<Peers>('peers')),
    'peers-processor': processorOf(read<Peers>('peers')),
    lists: listsOf(read<Lists>('lists')),
    where: partsOf(read<Where>('where')),
  };
  return Object.entries(drawn).map(([name, bars]) => ({ path: `docs/charts/${name}.svg`, content: svgOf(bars) }));
}

const decisionsOf = ({ engines: measured }: Peers): Bars => ({
  title: 'Decisions a second, 16 clients',
  names: Object.keys(measured).map((name) => engines[name] ?? name),
  series: [
    { name: 'acknowledged', figures: Object.values(measured).map(({ c16 }) => c16.acknowledgedPerSecond) },
    { name: 'followed', figures: Object.values(measured).map(({ c16 }) => c16.followedPerSecond) },
  ],
});

const processorOf = ({ engines: measured }: Peers): Bars => ({
  title: 'Milliseconds of processor for a decision, 16 clients',
  names: Object.keys(measured).map((name) => engines[name] ?? name),
  series: [{ name: 'all processes of the engine', figures: Object.values(measured).map(({ cpuMsPerDecision }) => cpuMsPerDecision) }],
});

const listsOf = ({ worklist, search }: Lists): Bars => ({
  title: 'Lists of a million, milliseconds through the gateway (goals 10, 30, 60)',
  names: ['p50', 'p95', 'p99'],
  series: [
    { name: 'the queue of a desk', figures: [worklist.p50, worklist.p95, worklist.p99] },
    { name: 'the public register', figures: [search.p50, search.p95, search.p99] },
  ],
});

/** What of it is not processor. */
const counts = ['statements', 'commits'];

function partsOf({ perDecision }: Where): Bars {
  const parts = Object.entries(perDecision).filter(([name]) => !counts.includes(name));
  return {
    title: 'Milliseconds of processor for a decision, part by part, 16 clients',
    names: parts.map(([name]) => name),
    series: [{ name: 'each', figures: parts.map(([, figure]) => figure) }],
  };
}

/** The same figures give the same bytes. */
function svgOf({ title, names, series }: Bars): string {
  const height = 90 + names.length * series.length * PER_ROW;
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  chart.setOption({
    animation: false,
    color: colours,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: 'sans-serif' },
    title: { text: title, left: 8, top: 6, textStyle: { fontSize: 14, fontWeight: 'normal' } },
    legend: { show: series.length > 1, top: 30, left: 8, itemGap: 32 },
    grid: {
      left: 16 + PER_LETTER * Math.max(...names.map(({ length }) => length)),
      right: 150,
      top: series.length > 1 ? 60 : 36,
      bottom: 28,
    },
    xAxis: { type: 'value', splitLine: { lineStyle: { color: '#eeeeee' } } },
    yAxis: { type: 'category', inverse: true, data: names, axisTick: { show: false } },
    series: series.map(({ name, figures }) => ({
      name,
      type: 'bar',
      barMaxWidth: 16,
      data: figures.map((figure) => ({ value: figure.median, label: { formatter: said(figure) } })),
      label: { show: true, position: 'right', color: '#333333' },
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return `${numbered(svg)}\n`;
}

const said = ({ min, median, max }: Figure): string =>
  min === max ? rounded(median) : `${rounded(median)} (${rounded(min)}–${rounded(max)})`;

const rounded = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

/** ECharts counts its charts in the names of what is drawn: here each is the first. */
const numbered = (svg: string): string => svg.replace(/zr\d+-/g, 'zr0-');
