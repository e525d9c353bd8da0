import { cpus, loadavg } from 'node:os';
import { summarySheetXlsx } from '@dengke/print';
import type { PrintedSheet } from '@dengke/print';
import { partsOf, titleOf } from './many-titles';
import { figure } from './measure';
import type { Figure } from './measure';
import { streamedSheetXlsx } from './streamed-sheet';

const timesExcelJs = 5;

export interface SummarySheetResult {
  rows: number;
  seconds: Figure;
  exceljsSeconds: Figure;
  /** Ours ÷ theirs. */
  ratioToExcelJs: number;
  bytes: { ours: number; exceljs: number };
  /** Of the machine, a minute's average when the first repetition began, over its cores: above 1 others were at work. */
  busyBefore: number;
}

/** The xlsx of one 汇总表 as it is downloaded, and the same rows by ExcelJS's stream writer, by turns; each once before it is timed. */
export async function measureSummarySheet(
  { repetitions, rows }: { repetitions: number; rows: number },
  say: (line: string) => void,
): Promise<SummarySheetResult> {
  const sheet = aSheet(rows);
  const busyBefore = Math.round(((loadavg()[0] ?? 0) / cpus().length) * 100) / 100;
  const bytes = { ours: (await summarySheetXlsx(sheet)).length, exceljs: (await streamedSheetXlsx(sheet)).length };
  const [seconds, exceljsSeconds]: [number[], number[]] = [[], []];
  for (let repetition = 1; repetition <= repetitions; repetition += 1) {
    seconds.push(await secondsOf(() => summarySheetXlsx(sheet)));
    exceljsSeconds.push(await secondsOf(() => streamedSheetXlsx(sheet)));
    say(`${repetition} of ${repetitions}: ${seconds.at(-1)?.toFixed(2)} s, ExcelJS ${exceljsSeconds.at(-1)?.toFixed(2)} s`);
  }
  const [mine, other] = [figure(seconds), figure(exceljsSeconds)];
  return {
    ...{ rows, seconds: mine, exceljsSeconds: other, ratioToExcelJs: Math.round((mine.median / other.median) * 1_000) / 1_000 },
    ...{ bytes, busyBefore },
  };
}

/** Made-up rows, the same every time. */
export const aSheet = (rows: number): PrintedSheet => ({
  ...{ window: '2023年上半年', recommender: '长治市能源局', recommendedOn: '2023年8月26日', digest: '0123456789abcdef'.repeat(4) },
  rows: Array.from({ length: rows }, (_, index) => ({
    ...{ position: index + 1, name: titleOf(partsOf(index + 1)), firstUnit: `山西示例能源有限公司第${index + 1}分公司` },
    ...{ firstCompleter: '甲某', contact: `0355-${1_000_000 + index}` },
  })),
});

async function secondsOf(make: () => Promise<Buffer>): Promise<number> {
  const started = performance.now();
  await make();
  return (performance.now() - started) / 1000;
}

/** The goal of docs/benchmarks.md, “Summary sheet”; where it is not met ExcelJS stays, and that page says why. */
export const missedBySummarySheet = ({ ratioToExcelJs }: SummarySheetResult): string[] =>
  ratioToExcelJs * timesExcelJs > 1 ? [`${ratioToExcelJs} of the time of ExcelJS's stream writer, goal ${1 / timesExcelJs}`] : [];
