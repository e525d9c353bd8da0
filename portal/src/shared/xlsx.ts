import { strToU8, Zip, ZipDeflate } from 'fflate';

export type Cell = string | number | null;
export type Row = readonly Cell[];

/** So many rows are packed before the page gets its turn. */
const atOnce = 500;
const longestText = 32_767;

/**
 * A workbook of one sheet (ECMA-376), its first row the headings: piece by piece, to be put into one file. Texts are texts and numbers numbers,
 * nothing is a formula.
 */
export async function workbookOf(sheetName: string, rows: readonly Row[]): Promise<Uint8Array[]> {
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) {
      throw error;
    }
    packed.push(piece);
  });
  const add = (path: string): ZipDeflate => {
    const part = new ZipDeflate(path);
    zip.add(part);
    return part;
  };
  Object.entries(frame(sheetName)).forEach(([path, xml]) => add(path).push(strToU8(`${declaration}${xml}`), true));
  const sheet = add('xl/worksheets/sheet1.xml');
  sheet.push(strToU8(`${declaration}${beginOfSheet(rows)}`));
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    sheet.push(strToU8(some.map((row, index) => rowXml(row, from + index + 1)).join('')));
    await turnOfThePage();
  }
  sheet.push(strToU8('</sheetData></worksheet>'), true);
  zip.end();
  return packed;
}

const turnOfThePage = (): Promise<void> => new Promise((go) => setTimeout(go));

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNames = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a workbook has besides its sheet. The second style is that of headings. */
const frame = (sheetName: string): Record<string, string> => ({
  '[Content_Types].xml':
    `<Types xmlns="${packageNames}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
  '_rels/.rels':
    `<Relationships xmlns="${packageNames}/relationships">` +
    `<Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels':
    `<Relationships xmlns="${packageNames}/relationships">` +
    `<Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  'xl/workbook.xml':
    `<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews>` +
    `<sheets><sheet name="${escaped(sheetNameOf(sheetName))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/styles.xml':
    `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    '<cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>',
});

/** The headings stay in sight, and a column is as wide as what it says, within bounds. */
function beginOfSheet(rows: readonly Row[]): string {
  const columns = rows[0]?.map((_, index) => Math.min(60, Math.max(8, ...rows.slice(0, atOnce).map((row) => widthOf(row[index])))));
  const cols = (columns ?? []).map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width + 2}" customWidth="1"/>`);
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return (
    `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `${cols.length === 0 ? '' : `<cols>${cols.join('')}</cols>`}<sheetData>`
  );
}

const widthOf = (cell: Cell | undefined): number => String(cell ?? '').replace(/[^\u0020-\u007f]/g, '  ').length;

function rowXml(row: Row, number: number): string {
  const style = number === 1 ? ' s="1"' : '';
  const cells = row.map((cell, index) => {
    if (cell === null || cell === '') {
      return '';
    }
    const at = `r="${letters(index)}${number}"${style}`;
    return typeof cell === 'number'
      ? `<c ${at}><v>${cell}</v></c>`
      : `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(cell.slice(0, longestText))}</t></is></c>`;
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** A … Z, AA … */
const letters = (index: number): string =>
  `${index < 26 ? '' : letters(Math.floor(index / 26) - 1)}${String.fromCharCode(65 + (index % 26))}`;

const sheetNameOf = (name: string): string => name.replace(/[[\]/\\:*?']/g, ' ').slice(0, 31);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML cannot say is left out. */
const escaped = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/[&<>"]/g, (sign) => entities[sign] ?? '');
