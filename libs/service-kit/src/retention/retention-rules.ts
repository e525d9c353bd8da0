import { readFileSync } from 'node:fs';
import type { PlainDate } from '@dengke/contract';

/** How long something is kept, and on what ground: no provision says so, so each row is the operator's (`configuration [D]`). */
export interface RetentionRule<Kind extends string = string> {
  kind: Kind;
  /** From the end of its use; null: for ever. */
  years: number | null;
  source: string;
}

/** What a page shows of it. */
export interface RetentionTerm {
  years: number | null;
  source: string;
  /** The day after which it is to be disposed of; null: never, or it is still in use. */
  disposeOn: PlainDate | null;
}

const longest = 200;

/** The rules of a service, `seed/retention.json`. */
export class RetentionRules<Kind extends string = string> {
  private readonly byKind: ReadonlyMap<Kind, RetentionRule<Kind>>;

  /** @throws Error unless every kind has one rule with years and source: nothing may be kept or disposed of by a guess */
  constructor(text: string, kinds: readonly Kind[]) {
    const { rules } = JSON.parse(text) as { rules: RetentionRule<Kind>[] };
    this.byKind = new Map(rules.map((rule) => [rule.kind, rule]));
    const isSound = ({ kind, years, source }: RetentionRule<Kind>): boolean =>
      kinds.includes(kind) && source.trim() !== '' && (years === null || (Number.isInteger(years) && years >= 0 && years <= longest));
    if (rules.length !== kinds.length || this.byKind.size !== kinds.length || !rules.every(isSound)) {
      throw new Error(`seed/retention.json: each of ${kinds.join(', ')} has one rule with years (0 to ${longest}, or null) and a source`);
    }
  }

  static of<Kind extends string>(file: string, kinds: readonly Kind[]): RetentionRules<Kind> {
    return new RetentionRules(readFileSync(file, 'utf8'), kinds);
  }

  ruleOf(kind: Kind): RetentionRule<Kind> {
    return this.byKind.get(kind)!;
  }

  /** @param endedOn the day its use ended; null while it lasts */
  termOf(kind: Kind, endedOn: PlainDate | null): RetentionTerm {
    const { years, source } = this.ruleOf(kind);
    return { years, source, disposeOn: endedOn === null || years === null ? null : yearsLater(endedOn, years) };
  }
}

/** The same day so many years later; the 29th of February is then the 28th. */
function yearsLater(on: PlainDate, years: number): PlainDate {
  const [year = '', ...rest] = on.split('-');
  const later = Number(year) + years;
  const isLeap = (later % 4 === 0 && later % 100 !== 0) || later % 400 === 0;
  const day = rest.join('-');
  return `${later}-${day === '02-29' && !isLeap ? '02-28' : day}`;
}
