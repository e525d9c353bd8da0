import { readFile } from 'node:fs/promises';
import { sheetsOf } from '@dengke/test-kit/sheets';
import type { ReadCell } from '@dengke/test-kit/sheets';
import type { Visitor } from './visitor';

export interface Exported {
  file: string;
  /** The headings, then line by line, as a spreadsheet program opens them. */
  rows: readonly (readonly ReadCell[])[];
}

/** A list as its button hands it over. */
export async function exported({ page }: Visitor, list: string): Promise<Exported> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: `导出 xlsx：${list}`, exact: true }).click();
  const came = await download;
  const [sheet] = sheetsOf(await readFile(await came.path()));
  return { file: came.suggestedFilename(), rows: sheet?.rows ?? [] };
}

/** The same, and what it has to say at least. @throws Error where it does not */
export async function exportedWith(visitor: Visitor, list: string, heading: string, words: string): Promise<Exported> {
  const came = await exported(visitor, list);
  const [headings = [], ...lines] = came.rows;
  const says = (row: readonly ReadCell[]): boolean => row.some((cell) => typeof cell === 'string' && cell.includes(words));
  const isNamed = came.file.startsWith(`${list} `) && /\d{4}-\d{2}-\d{2}\.xlsx$/.test(came.file);
  if (!isNamed || !headings.includes(heading) || !lines.some(says)) {
    throw new Error(`${came.file} does not say ${words} under ${heading}: ${JSON.stringify(came.rows.slice(0, 3))}`);
  }
  return came;
}
