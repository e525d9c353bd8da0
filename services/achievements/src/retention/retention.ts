import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainDate } from '@dengke/contract';

export const keptKinds = ['register', 'submission', 'excluded', 'draft', 'removed-evidence', 'objection', 'correction'] as const;
export type KeptKind = (typeof keptKinds)[number];

/** How long something is kept, and on what ground: no provision says so, so each row is the operator's (`configuration [D]`). */
export interface RetentionRule {
  kind: KeptKind;
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
const rules = retentionRules(readFileSync(join(__dirname, '../../seed/retention.json'), 'utf8'));

/** @throws Error unless every kind has one rule with years and source: nothing may be kept or disposed of by a guess */
export function retentionRules(text: string): ReadonlyMap<KeptKind, RetentionRule> {
  const { rules: given } = JSON.parse(text) as { rules: RetentionRule[] };
  const byKind = new Map(given.map((rule) => [rule.kind, rule]));
  const isSound = ({ kind, years, source }: RetentionRule): boolean =>
    keptKinds.includes(kind) && source.trim() !== '' && (years === null || (Number.isInteger(years) && years >= 0 && years <= longest));
  if (given.length !== keptKinds.length || byKind.size !== keptKinds.length || !given.every(isSound)) {
    throw new Error(`seed/retention.json: each of ${keptKinds.join(', ')} has one rule with years (0 to ${longest}, or null) and a source`);
  }
  return byKind;
}

export function retentionRuleOf(kind: KeptKind): RetentionRule {
  return rules.get(kind)!;
}

/** @param endedOn the day its use ended; null while it lasts */
export function retentionOf(kind: KeptKind, endedOn: PlainDate | null): RetentionTerm {
  const { years, source } = retentionRuleOf(kind);
  return { years, source, disposeOn: endedOn === null || years === null ? null : yearsLater(endedOn, years) };
}

/** The same day so many years later; the 29th of February is then the 28th. */
function yearsLater(on: PlainDate, years: number): PlainDate {
  const [year = '', ...rest] = on.split('-');
  const later = Number(year) + years;
  const isLeap = (later % 4 === 0 && later % 100 !== 0) || later % 400 === 0;
  const day = rest.join('-');
  return `${later}-${day === '02-29' && !isLeap ? '02-28' : day}`;
}
