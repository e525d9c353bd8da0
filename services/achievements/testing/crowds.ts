import { isReported, reported } from '@dengke/test-kit';
import type { DataSource } from 'typeorm';

/** `DENGKE_REPORT=crowds npm test -- crowds` lets ten thousand crowds race instead of some hundred, and writes docs/reports/crowds.json. */
export const isCounted = isReported('crowds');

interface Report {
  races: number;
  kinds: Record<string, { races: number; people: number; largest: number }>;
}

/** After all of a kind had one winner each; a race with none or two has failed its spec before. @param crowds how many people each had */
export async function reportCrowds(kind: 'stage' | 'achievement', crowds: readonly number[], database: DataSource): Promise<void> {
  const [{ version }] = await database.query<[{ version: string }]>('SELECT VERSION() AS version');
  const counted = { races: crowds.length, people: crowds.reduce((sum, people) => sum + people, 0), largest: Math.max(...crowds) };
  reported<Report>('crowds', version, (before) => {
    const kinds = { ...before?.kinds, [kind]: counted };
    return { races: Object.values(kinds).reduce((sum, { races }) => sum + races, 0), kinds };
  });
}
