import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { citations, citationsIn } from './citations';
import { generatedPages, root } from './pages';
import { provisions } from './provisions';
import { missing, uncovered } from './rules';

describe('generated pages', () => {
  it.each(generatedPages().map(({ path, content }) => [path, content]))('%s is as the sources say (npm run docs)', (path, content) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(content);
  });
});

describe('decisions', () => {
  it('are numbered from 0001 on, each number once and none left out', () => {
    const numbers = readdirSync(join(root, 'docs/decisions')).map((file) => file.slice(0, 4));
    expect(numbers.sort()).toEqual(numbers.map((_, index) => String(index + 1).padStart(4, '0')));
  });
});

describe('proofs of the rules', () => {
  it('finds citations in titles, and only there', () => {
    const source = "// [P1]\nit('refuses twice [P19 S8]', () => {});\nconst x = 'P3';";
    expect(citationsIn('a.spec.ts', source).map(({ id, title }) => [id, title])).toEqual([
      ['P19', 'refuses twice'],
      ['S8', 'refuses twice'],
    ]);
  });

  it('loses none behind a table of cases that cites nothing', () => {
    const source = "it.each([1])('counts %i', () => {});\nit('is alone [P1]', () => {});\nit.each([2])('cites %i [P2]', () => {});";
    expect(citationsIn('a.spec.ts', source).map(({ id }) => id)).toEqual(['P1', 'P2']);
    const typed = "it.each<[string, () => number[]]>([['a', () => []]])('of %s [P3]', () => {});";
    expect(citationsIn('a.spec.ts', typed).map(({ id }) => id)).toEqual(['P3']);
  });

  it('no rule that must hold by now is without a spec', () => {
    expect(missing(provisions(), citations(root))).toEqual([]);
  });

  it('the list of the unproven only shortens', () => {
    const allowed = JSON.parse(readFileSync(join(__dirname, '../uncovered.json'), 'utf8')) as string[];
    expect(uncovered(provisions(), citations(root))).toEqual(allowed);
  });

  it('no spec cites a provision that does not exist', () => {
    const known = new Set(provisions().map(({ id }) => id));
    expect(citations(root).filter(({ id }) => !known.has(id))).toEqual([]);
  });
});
