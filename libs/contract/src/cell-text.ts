/** For a cell of a workbook that we write: what a spreadsheet would read as a formula is shown as text. */
export const cellText = (text: string): string => (/^'*[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text);

/** What was written into such a cell, read again. */
export const textOfCell = (cell: string): string => cell.replace(/^'(?='*[=+\-@＝＋－＠\t\r])/, '');
