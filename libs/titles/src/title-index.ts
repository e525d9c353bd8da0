import { foldedTitle } from './folded-title';
import { gramsOf } from './grams';
import { leastScore, likenessOf } from './likeness';
import { Nearest } from './nearest';
import type { LikeTitle } from './nearest';
import { PostingLists } from './posting-lists';
import { RowBits } from './row-bits';
import { TitleRows } from './title-rows';

/** A title that is registered or under way. `key` is the owner's, not 0; `unit` whatever names a first unit. */
export interface Title {
  key: number;
  name: string;
  unit: string;
}

interface Gram {
  first: number;
  second: number;
  list: number;
  weight: number;
  bits: RowBits | undefined;
}

interface Searched {
  /** 0 for a unit that has no title. */
  unit: number;
  weight: number;
  grams: readonly Gram[];
}

/** Lists shorter than this are walked without asking whether it still pays. */
const LONG_LIST = 4_096;
/** What at least one title in so many has is left for the comparison as a rule, which then asks a bit instead of reading the title. */
const COMMON = 64;

/**
 * Titles by their bigrams (P19): the nearest ones exactly as if each were compared, in a time that grows with the rare bigrams of a
 * title. Lists are walked from the rarest gram on; once a title that has only the grams left could not be among the nearest, those lists
 * are not walked, and the titles found so far are compared in full (MaxScore). Titles are put in one by one, at any time.
 */
export class TitleIndex {
  private readonly rows = new TitleRows();
  private readonly lists = new PostingLists();
  /** Of the lists of common grams, by list: the same titles. */
  private readonly bits = new Map<number, RowBits>();
  private readonly listOf = new Map<string, number>();
  private readonly listOfUnit = new Map<string, number>();
  private readonly rowOf = new Map<number, number>();

  get size(): number {
    return this.rowOf.size;
  }

  /** Of the columns and lists; the maps of grams, units and keys come on top. */
  get bytes(): number {
    return [...this.bits.values()].reduce((sum, { bytes }) => sum + bytes, this.lists.bytes + this.rows.bytes);
  }

  /** Adds a title, or puts it in place of the one with its key; what has not changed costs nothing. */
  put({ key, name, unit }: Title): void {
    const text = foldedTitle(name);
    const unitList = this.list(this.listOfUnit, unit);
    const known = this.rowOf.get(key);
    if (known !== undefined && this.rows.is(known, unitList, text)) {
      return;
    }
    this.remove(key);
    const grams = gramsOf(text);
    const row = this.rows.add(key, unitList, sumOf(grams), text);
    this.rowOf.set(key, row);
    this.lists.append(unitList, row);
    for (const gram of grams.keys()) {
      this.append(this.list(this.listOf, gram), row);
    }
  }

  remove(key: number): void {
    const row = this.rowOf.get(key);
    if (row !== undefined) {
      this.rows.takeOut(row);
      this.rowOf.delete(key);
    }
  }

  private append(list: number, row: number): void {
    this.lists.append(list, row);
    const bits = this.bits.get(list);
    const length = this.lists.lengthOf(list);
    if (bits !== undefined) {
      bits.add(row);
    } else if (length >= LONG_LIST && length * COMMON >= this.rows.count) {
      this.bits.set(list, this.bitsOf(list));
    }
  }

  private bitsOf(list: number): RowBits {
    const bits = new RowBits();
    this.lists.walk(list, (page, from, to) => page.subarray(from, to).forEach((row) => bits.add(row)));
    return bits;
  }

  /** @returns the nearest, the nearest first, none below `least` hundredths */
  like(title: Omit<Title, 'key'>, limit = 5, least = leastScore): LikeTitle[] {
    const searched = this.searched(title);
    const nearest = new Nearest(limit, least / 100);
    const { found, left } = this.walk(searched, nearest);
    this.compareUnit(searched, left, nearest);
    nearest.raise(this.leastAfter(found, searched.weight, nearest));
    this.compare(found, searched, left, nearest);
    this.rows.shared.fill(0, 0, this.rows.count);
    return nearest.titles;
  }

  /** Those grams that any title has, in the order in which they tell most for their length. */
  private searched({ name, unit }: Omit<Title, 'key'>): Searched {
    const all = gramsOf(foldedTitle(name));
    const grams = [...all].flatMap(([gram, weight]): Gram[] => {
      const list = this.listOf.get(gram);
      return list === undefined ? [] : [{ first: gram.charCodeAt(0), second: gram.charCodeAt(1), list, weight, bits: this.bits.get(list) }];
    });
    const price = ({ list, weight }: Gram): number => this.lists.lengthOf(list) / weight;
    grams.sort((a, b) => price(a) - price(b));
    return { unit: this.listOfUnit.get(unit) ?? 0, weight: sumOf(all), grams };
  }

  /** @returns how many titles were touched, and the grams whose lists were not walked */
  private walk({ grams, weight: whole }: Searched, nearest: Nearest): { found: number; left: readonly Gram[] } {
    let remaining = sum(grams);
    let found = 0;
    for (const [at, { list, weight }] of grams.entries()) {
      const isLong = this.lists.lengthOf(list) > Math.max(LONG_LIST, found / 2);
      const least = isLong ? this.leastAfter(found, whole, nearest) : nearest.least;
      if (Math.sqrt(remaining / whole) < least) {
        return { found, left: grams.slice(at) };
      }
      found = this.add(list, weight, found);
      remaining -= weight;
    }
    return { found, left: [] };
  }

  private add(list: number, weight: number, before: number): number {
    const { shared, touched } = this.rows;
    let found = before;
    this.lists.walk(list, (page, from, to) => {
      for (let entry = from; entry < to; entry += 1) {
        const row = page[entry] as number;
        const sofar = shared[row] as number;
        if (sofar === 0) {
          touched[found] = row;
          found += 1;
        }
        shared[row] = sofar + weight;
      }
    });
    return found;
  }

  /** How near the last of the nearest is at least, by what was walked so far. */
  private leastAfter(found: number, whole: number, { limit, least }: Nearest): number {
    const { shared, touched, weights, keys } = this.rows;
    const best = new Nearest(limit, least);
    let bar = best.least ** 2 * whole;
    for (let at = 0; at < found; at += 1) {
      const row = touched[at] as number;
      const common = shared[row] as number;
      if (common <= bar) {
        continue;
      }
      const own = weights[row] as number;
      if (common * common > bar * own && keys[row] !== 0) {
        best.take(row, likenessOf(common, whole, own, false));
        bar = best.least ** 2 * whole;
      }
    }
    return best.least;
  }

  /** The bonus lifts titles of the same unit over the bound by which others are left out: they are compared all. */
  private compareUnit({ unit, weight }: Searched, left: readonly Gram[], nearest: Nearest): void {
    const { shared, weights, keys } = this.rows;
    const most = sum(left);
    this.lists.walk(unit, (page, from, to) => {
      for (let entry = from; entry < to; entry += 1) {
        const row = page[entry] as number;
        const [common, own] = [shared[row] as number, weights[row] as number];
        if (keys[row] === 0 || likenessOf(common + most, weight, own, true) < nearest.least) {
          continue;
        }
        const likeness = likenessOf(common + this.sharedOf(row, left, most, 0), weight, own, true);
        if (likeness >= nearest.least) {
          nearest.take(keys[row] as number, likeness);
        }
      }
    });
  }

  /** What two titles share is no more than either has: most are left out without a look at more than that. */
  private compare(found: number, { weight: whole, unit }: Searched, left: readonly Gram[], nearest: Nearest): void {
    const { shared, touched, weights, keys, units } = this.rows;
    const most = sum(left);
    const bar = () => nearest.least ** 2 * whole * (1 - 1e-9);
    let least = bar();
    for (let at = 0; at < found; at += 1) {
      const row = touched[at] as number;
      const atMost = (shared[row] as number) + most;
      if (atMost < least || atMost * atMost < least * (weights[row] as number) || keys[row] === 0 || units[row] === unit) {
        continue;
      }
      const own = weights[row] as number;
      const common = shared[row] as number;
      const likeness = likenessOf(common + this.sharedOf(row, left, most, Math.sqrt(least * own) - common), whole, own, false);
      if (likeness >= nearest.least) {
        nearest.take(keys[row] as number, likeness);
        least = bar();
      }
    }
  }

  /** Of the grams left, the weight of those that the title has; given up as soon as it cannot come to `needed` any more. */
  private sharedOf(row: number, left: readonly Gram[], most: number, needed: number): number {
    let [common, rest] = [0, most];
    for (const { first, second, weight, bits } of left) {
      rest -= weight;
      common += (bits === undefined ? this.rows.has(row, first, second) : bits.has(row)) ? weight : 0;
      if (common + rest < needed) {
        return common;
      }
    }
    return common;
  }

  private list(known: Map<string, number>, name: string): number {
    let list = known.get(name);
    if (list === undefined) {
      list = this.lists.begin();
      known.set(name, list);
    }
    return list;
  }
}

const sum = (grams: readonly { weight: number }[]): number => grams.reduce((whole, { weight }) => whole + weight, 0);
const sumOf = (grams: ReadonlyMap<string, number>): number => [...grams.values()].reduce((whole, weight) => whole + weight, 0);
