import type { Cell, Row } from './xlsx';

/** What one does with a line is no part of it. */
const besides = 'button, a[download], .only-heard, .no-print';

/** What a table says, row by row as it stands there: whatever is shown of it, in the language of the page. */
export const rowsOf = (table: HTMLTableElement | null): Row[] => Array.from(table?.rows ?? [], ({ cells }) => Array.from(cells, cellOf));

function cellOf(cell: HTMLTableCellElement): Cell {
  const copy = cell.cloneNode(true) as HTMLTableCellElement;
  copy.querySelectorAll(besides).forEach((one) => one.remove());
  const text = wordsIn(copy).join(' ');
  return cell.classList.contains('number') && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

const wordsIn = (node: Node): string[] =>
  node.nodeType === Node.TEXT_NODE
    ? [node.nodeValue?.trim() ?? ''].filter((words) => words !== '')
    : Array.from(node.childNodes).flatMap(wordsIn);
