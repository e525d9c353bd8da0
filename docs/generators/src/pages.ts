import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { charts } from './charts';
import { citations } from './citations';
import { dependenciesPage } from './dependencies';
import { actsTable, journeyDiagram } from './journey-diagram';
import { provisions } from './provisions';
import { rightsPage } from './rights';
import { rulesPage } from './rules';

export const root = join(__dirname, '../../..');

/** Every generated page with what it should hold; `npm test` compares, `npm run docs` writes. */
export function generatedPages(): { path: string; content: string }[] {
  const journey = readFileSync(join(root, 'docs/journey.md'), 'utf8');
  return [
    { path: 'docs/rules.md', content: rulesPage(provisions(), citations(root)) },
    { path: 'docs/rights.md', content: rightsPage() },
    { path: 'docs/dependencies.md', content: dependenciesPage(root) },
    { path: 'docs/journey.md', content: withBlock(withBlock(journey, 'states', journeyDiagram()), 'acts', actsTable()) },
    ...charts(root),
  ];
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. @throws Error when the marks are missing */
export function withBlock(page: string, name: string, block: string): string {
  const marks = new RegExp(`<!-- ${name} -->[\\s\\S]*<!-- /${name} -->`);
  if (!marks.test(page)) {
    throw new Error(`docs/journey.md lacks the marks of ${name}`);
  }
  return page.replace(marks, () => `<!-- ${name} -->\n${block}\n<!-- /${name} -->`);
}
