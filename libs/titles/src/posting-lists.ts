const PAGE_BITS = 18;
const PAGE = 1 << PAGE_BITS;
const IN_PAGE = PAGE - 1;
const HEADER = 2;
const FIRST_BLOCK = 2;
const LARGEST_BLOCK = 1_024;

/**
 * For each gram the titles that have it, in the order they came. Blocks that double in size, chained within pages of 1 MiB: a list grows
 * without being copied, so no single title ever costs more than its own grams.
 */
export class PostingLists {
  private readonly pages: Int32Array[] = [new Int32Array(PAGE)];
  private free = 1;
  private readonly heads: number[] = [0];
  private readonly tails: number[] = [0];
  private readonly used: number[] = [0];
  private readonly counts: number[] = [0];

  /** @returns the number of the new, empty list; 0 is a list that stays empty */
  begin(): number {
    this.heads.push(0);
    this.tails.push(0);
    this.used.push(0);
    return this.counts.push(0) - 1;
  }

  lengthOf(list: number): number {
    return this.counts[list] ?? 0;
  }

  append(list: number, title: number): void {
    const tail = this.tails[list] ?? 0;
    const used = this.used[list] ?? 0;
    if (tail !== 0 && used < this.capacityOf(tail)) {
      this.page(tail)[(tail & IN_PAGE) + HEADER + used] = title;
      this.used[list] = used + 1;
    } else {
      this.appendTo(this.chain(list, tail), list, title);
    }
    this.counts[list] = (this.counts[list] ?? 0) + 1;
  }

  /** Block by block: titles stand in `page` from `from` to before `to`. */
  walk(list: number, visit: (page: Int32Array, from: number, to: number) => void): void {
    const tail = this.tails[list] ?? 0;
    let block = this.heads[list] ?? 0;
    while (block !== 0) {
      const page = this.page(block);
      const from = (block & IN_PAGE) + HEADER;
      visit(page, from, from + (block === tail ? (this.used[list] ?? 0) : (page[from - 1] ?? 0)));
      block = page[from - HEADER] ?? 0;
    }
  }

  get bytes(): number {
    return this.pages.length * PAGE * Int32Array.BYTES_PER_ELEMENT;
  }

  private appendTo(block: number, list: number, title: number): void {
    this.page(block)[(block & IN_PAGE) + HEADER] = title;
    this.used[list] = 1;
    this.tails[list] = block;
  }

  private chain(list: number, tail: number): number {
    const block = this.block(tail === 0 ? FIRST_BLOCK : Math.min(LARGEST_BLOCK, this.capacityOf(tail) * 2));
    if (tail === 0) {
      this.heads[list] = block;
    } else {
      this.page(tail)[tail & IN_PAGE] = block;
    }
    return block;
  }

  /** A block never crosses a page; address 0 stands for none. */
  private block(capacity: number): number {
    const size = HEADER + capacity;
    if ((this.free & IN_PAGE) + size > PAGE || this.free >= this.pages.length * PAGE) {
      this.free = this.pages.length * PAGE;
      this.pages.push(new Int32Array(PAGE));
    }
    const block = this.free;
    this.page(block)[(block & IN_PAGE) + 1] = capacity;
    this.free += size;
    return block;
  }

  private capacityOf(block: number): number {
    return this.page(block)[(block & IN_PAGE) + 1] ?? 0;
  }

  private page(block: number): Int32Array {
    return this.pages[block >>> PAGE_BITS] as Int32Array;
  }
}
