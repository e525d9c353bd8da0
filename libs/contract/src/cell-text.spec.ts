import { cellText, textOfCell } from './cell-text';

describe('what people wrote, in a cell of a workbook that we write', () => {
  it.each(['=cmd|"/c calc"!A1', '+86 139', '-1+2', '@SUM(A1)', '\t=1', '\r=1', '＝1', "'=1"])('is text and no formula: %j', (text) => {
    expect(cellText(text)).toBe(`'${text}`);
    expect(textOfCell(cellText(text))).toBe(text);
  });

  it.each(['成果', 'a=b', '1-2', "'成果'", ''])('is what it was: %j', (text) => {
    expect(cellText(text)).toBe(text);
    expect(textOfCell(text)).toBe(text);
  });
});
