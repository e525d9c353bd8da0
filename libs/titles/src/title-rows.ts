const TEXT_PAGE = 1 << 19;
const FIRST_ROWS = 1_024;

/** The titles themselves, as columns: a million of them as objects would take several times the room. */
export class TitleRows {
  count = 0;
  /** Of a title's key; 0 in the column of one that was taken out. */
  keys = new Float64Array(FIRST_ROWS);
  units = new Int32Array(FIRST_ROWS);
  weights = new Uint16Array(FIRST_ROWS);
  private starts = new Int32Array(FIRST_ROWS);
  private lengths = new Uint16Array(FIRST_ROWS);
  /** Scratch of a search: what each title has in common with the one that is looked for. All zero between searches. */
  shared = new Uint16Array(FIRST_ROWS);
  touched = new Int32Array(FIRST_ROWS);
  private readonly pages: Uint16Array[] = [];
  private free = TEXT_PAGE;

  /** @returns the row */
  add(key: number, unit: number, weight: number, text: string): number {
    if (this.count === this.keys.length) {
      this.grow(Math.ceil(this.count * 1.25));
    }
    const row = this.count;
    this.keys[row] = key;
    this.units[row] = unit;
    this.weights[row] = weight;
    this.starts[row] = this.write(text);
    this.lengths[row] = text.length;
    this.count += 1;
    return row;
  }

  /** Its postings stay until the index is built anew; it is found no more. */
  takeOut(row: number): void {
    this.keys[row] = 0;
  }

  is(row: number, unit: number, text: string): boolean {
    const page = this.pageOf(row);
    const from = (this.starts[row] ?? 0) % TEXT_PAGE;
    const isSame = this.units[row] === unit && this.lengths[row] === text.length;
    return isSame && page.subarray(from, from + text.length).every((code, at) => code === text.charCodeAt(at));
  }

  /** Whether the title has this gram: two neighbouring characters, or the one it consists of. */
  has(row: number, first: number, second: number): boolean {
    const page = this.pageOf(row);
    const from = (this.starts[row] ?? 0) % TEXT_PAGE;
    const last = from + (this.lengths[row] ?? 0) - 1;
    if (Number.isNaN(second)) {
      return from === last && page[from] === first;
    }
    for (let at = from; at < last; at += 1) {
      if (page[at] === first && page[at + 1] === second) {
        return true;
      }
    }
    return false;
  }

  get bytes(): number {
    const columns = [this.keys, this.units, this.weights, this.starts, this.lengths, this.shared, this.touched];
    return columns.reduce((sum, { byteLength }) => sum + byteLength, 0) + this.pages.length * TEXT_PAGE * Uint16Array.BYTES_PER_ELEMENT;
  }

  private pageOf(row: number): Uint16Array {
    return this.pages[Math.floor((this.starts[row] ?? 0) / TEXT_PAGE)] as Uint16Array;
  }

  private write(text: string): number {
    if (this.free + text.length > TEXT_PAGE) {
      this.pages.push(new Uint16Array(TEXT_PAGE));
      this.free = 0;
    }
    const page = this.pages[this.pages.length - 1] as Uint16Array;
    for (let at = 0; at < text.length; at += 1) {
      page[this.free + at] = text.charCodeAt(at);
    }
    const start = (this.pages.length - 1) * TEXT_PAGE + this.free;
    this.free += text.length;
    return start;
  }

  private grow(rows: number): void {
    const wider = <T extends Float64Array | Int32Array | Uint16Array>(column: T, Columns: new (length: number) => T): T => {
      const next = new Columns(rows);
      next.set(column);
      return next;
    };
    this.keys = wider(this.keys, Float64Array);
    this.units = wider(this.units, Int32Array);
    this.weights = wider(this.weights, Uint16Array);
    this.starts = wider(this.starts, Int32Array);
    this.lengths = wider(this.lengths, Uint16Array);
    this.shared = wider(this.shared, Uint16Array);
    this.touched = new Int32Array(rows);
  }
}
