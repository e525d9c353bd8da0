const ROW_BITS = 16;
const IN_PAGE = (1 << ROW_BITS) - 1;

/** A set of rows, one bit each, in pages of 8 KiB: asking it costs less than reading a title. Rows are never taken out. */
export class RowBits {
  private readonly pages: Int32Array[] = [];

  add(row: number): void {
    while (this.pages.length <= row >>> ROW_BITS) {
      this.pages.push(new Int32Array((IN_PAGE + 1) >>> 5));
    }
    const page = this.pages[row >>> ROW_BITS] as Int32Array;
    const word = (row & IN_PAGE) >>> 5;
    page[word] = (page[word] as number) | (1 << (row & 31));
  }

  has(row: number): boolean {
    const page = this.pages[row >>> ROW_BITS];
    return page !== undefined && ((page[(row & IN_PAGE) >>> 5] as number) & (1 << (row & 31))) !== 0;
  }

  get bytes(): number {
    return this.pages.length * ((IN_PAGE + 1) >>> 3);
  }
}
