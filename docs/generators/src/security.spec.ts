import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './pages';

const folder = join(root, 'docs/security');
const levels = JSON.parse(readFileSync(join(root, 'docs/generators/asvs-5.0.json'), 'utf8')) as { L1: string[]; L2: string[] };
const verdicts = ['met', 'part', 'not met', 'n/a'];

interface Line {
  number: string;
  level: string;
  verdict: string;
  how: string;
  shown: string;
}

const lines: Line[] = readdirSync(folder)
  .filter((name) => /^v\d\d-/.test(name))
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [, number = '', level = '', , verdict = '', how = '', shown = ''] = line.split('|').map((cell) => cell.trim());
    return { number, level, verdict, how, shown };
  });
const namedFiles = (text: string): string[] =>
  [...text.matchAll(/`([\w./-]+\/[\w.-]+\.\w+|[\w.-]+\.(?:json|yml|mjs))`/g)].map(([, file = '']) => file);

describe('the table of ASVS', () => {
  it.each(['L1', 'L2'] as const)('has one line for each requirement of %s', (level) => {
    const found = lines.filter((line) => line.level === level).map(({ number }) => number);

    expect(found.sort()).toEqual([...levels[level]].sort());
  });

  it('judges each, and says of all that are met by which file or why', () => {
    expect(lines.filter(({ verdict, how }) => !verdicts.includes(verdict) || how === '')).toEqual([]);
  });

  it('names no file that is not there', () => {
    const gone = lines.flatMap(({ number, how, shown }) =>
      namedFiles(`${how} ${shown}`).flatMap((file) => (existsSync(join(root, file)) ? [] : [`${number} ${file}`])),
    );

    expect(gone).toEqual([]);
  });

  it('names no spec by a title that it has not', () => {
    const proofs = lines.flatMap(({ number, shown }) =>
      [...shown.matchAll(/`([^`]+)` “(.+?)”(?=; `|$)/g)].map(([, file = '', title = '']) => ({ number, file, title })),
    );
    const unproven = proofs.filter(({ file, title }) => !readFileSync(join(root, file), 'utf8').includes(title));

    expect(proofs.length).toBeGreaterThan(200);
    expect(unproven).toEqual([]);
  });

  it('counts in its overview what the lines say', () => {
    const counts = verdicts.map((verdict) => lines.filter((line) => line.verdict === verdict).length);

    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(`| all | ${counts.join(' | ')} |`);
  });
});
