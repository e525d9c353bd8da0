import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainDate } from '@dengke/contract';

type KeptKind = 'register' | 'objection';

/** How long something is kept, and on what ground: no provision says so, so each row is the operator's (`configuration [D]`). */
interface RetentionRule {
  kind: KeptKind;
  /** From the end of its use; null: for ever. */
  years: number | null;
  source: string;
}

/** What a page shows of it. */
interface Retention {
  years: number | null;
  source: string;
  /** The day after which it is to be disposed of; null: never, or it is still in use. */
  disposeOn: PlainDate | null;
}

const rules = (JSON.parse(readFileSync(join(__dirname, '../../seed/retention.json'), 'utf8')) as { rules: RetentionRule[] }).rules;

/** @param endedOn the day its use ended; null while it lasts @throws Error for a kind without a rule */
export function retentionOf(kind: KeptKind, endedOn: PlainDate | null): Retention {
  const rule = rules.find((one) => one.kind === kind);
  if (rule === undefined) {
    throw new Error(`seed/retention.json has no rule for ${kind}`);
  }
  const { years, source } = rule;
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
