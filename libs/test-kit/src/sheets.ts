import { readWith } from './reading-program';

/** What a cell holds: a text, a figure, a yes or no; null where it is empty; what a formula would compute is never taken for a text. */
export type ReadCell = string | number | boolean | null | { formula: string };

export interface ReadSheet {
  readonly name: string;
  /** Row by row, each as long as the longest. */
  readonly rows: readonly (readonly ReadCell[])[];
}

/** A workbook as a spreadsheet program opens it, Gnumeric, all its sheets: in its own format it says of each cell what kind of value it holds. */
export function sheetsOf(xlsx: Buffer): ReadSheet[] {
  const opened = readWith('ssconvert', 'gnumeric', ['--export-type=Gnumeric_XmlIO:sax:0', 'fd://0', 'fd://1'], xlsx);
  const sheets = opened.match(/<gnm:Sheet [\s\S]*?<\/gnm:Sheet>/g) ?? [];
  return sheets.map((sheet) => ({ name: textIn(/<gnm:Name>([^<]*)/.exec(sheet)?.[1] ?? ''), rows: rowsIn(sheet) }));
}

function rowsIn(sheet: string): ReadCell[][] {
  const cells = Array.from(
    sheet.matchAll(/<gnm:Cell Row="(\d+)" Col="(\d+)"([^>]*?)(?:\/>|>([^<]*)<\/gnm:Cell>)/g),
    ([, row, column, said = '', content = '']) => {
      const kind = /ValueType="(\d+)"/.exec(said)?.[1];
      return { row: Number(row), column: Number(column), value: valueOf(kind, textIn(content)) };
    },
  );
  const height = cells.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const width = cells.reduce((most, { column }) => Math.max(most, column + 1), 0);
  const rows = Array.from({ length: height }, () => Array.from({ length: width }, (): ReadCell => null));
  cells.forEach(({ row, column, value }) => rows[row]?.splice(column, 1, value));
  return rows;
}

/** By the program's own numbers of its kinds of values; a formula has none. */
function valueOf(kind: string | undefined, content: string): ReadCell {
  switch (kind) {
    case '60':
      return content === '' ? null : content;
    case '40':
      return Number(content);
    case '20':
      return content === 'TRUE';
    case undefined:
      return { formula: content };
    default:
      throw new Error(`A cell holds ${content}, of kind ${kind}`);
  }
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const textIn = (xml: string): string =>
  xml.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
    name === undefined ? String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16)) : (entities[name] ?? whole),
  );
