import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One provision of the letters (S) or product rule (P): what it says in short, whether it must hold, and since when it is due. */
export interface Provision {
  id: string;
  kind: 'LETTER' | 'MUST' | 'DEFAULT' | 'WARN' | 'MUST/WARN' | 'WARN/MUST';
  gist: string;
  due?: 'foundation' | 'later';
}

export const provisions = (): Provision[] => JSON.parse(readFileSync(join(__dirname, '../provisions.json'), 'utf8')) as Provision[];

/** Rules that must hold by now. Later work moves rules from `later` to `foundation`, never back. */
export const dueNow = ({ kind, due }: Provision): boolean => due === 'foundation' && kind.includes('MUST');
