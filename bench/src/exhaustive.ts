import { foldedTitle, gramsOf } from '@dengke/titles';
import type { LikeTitle, Title } from '@dengke/titles';

const unitBonus = 0.05;

/**
 * The oracle: compares what is looked for with every title there is, by the definition of likeness and nothing else. Slow and simple; its
 * grams stand one after the other, since a million titles as sets would not fit.
 */
export class Exhaustive {
  private readonly numbers = new Map<string, number>();
  private readonly weights: number[] = [];
  private grams = new Int32Array(1 << 16);
  private used = 0;
  private readonly ends: number[] = [];
  private readonly keys: number[] = [];
  private readonly units: string[] = [];

  put({ key, name, unit }: Title): void {
    for (const [gram, weight] of gramsOf(foldedTitle(name))) {
      this.push(this.numberOf(gram, weight));
    }
    this.ends.push(this.used);
    this.keys.push(key);
    this.units.push(unit);
  }

  like({ name, unit }: Omit<Title, 'key'>, limit: number, least: number): LikeTitle[] {
    const sought = gramsOf(foldedTitle(name));
    const whole = [...sought.values()].reduce((sum, weight) => sum + weight, 0);
    const asked = new Uint8Array(this.weights.length);
    for (const gram of sought.keys()) {
      const number = this.numbers.get(gram);
      if (number !== undefined) {
        asked[number] = 1;
      }
    }
    const all: LikeTitle[] = [];
    let at = 0;
    for (let title = 0; title < this.keys.length; title += 1) {
      const end = this.ends[title] ?? 0;
      let own = 0;
      let shared = 0;
      for (; at < end; at += 1) {
        const gram = this.grams[at] as number;
        const weight = this.weights[gram] as number;
        own += weight;
        shared += asked[gram] === 1 ? weight : 0;
      }
      const likeness = Math.min(1, shared / Math.sqrt(whole * own) + (this.units[title] === unit ? unitBonus : 0));
      if (likeness >= least / 100) {
        all.push({ key: this.keys[title] as number, likeness });
      }
    }
    return all.sort((a, b) => b.likeness - a.likeness || a.key - b.key).slice(0, limit);
  }

  private push(number: number): void {
    if (this.used === this.grams.length) {
      const wider = new Int32Array(this.used * 2);
      wider.set(this.grams);
      this.grams = wider;
    }
    this.grams[this.used] = number;
    this.used += 1;
  }

  private numberOf(gram: string, weight: number): number {
    let number = this.numbers.get(gram);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(gram, number);
      this.weights.push(weight);
    }
    return number;
  }
}
