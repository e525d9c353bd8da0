import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A spec's title that cites a provision: `it('… [P19 S8]')`. */
export interface Citation {
  id: string;
  file: string;
  title: string;
}

const titled =
  /\b(?:it|test|describe)(?:\.each(?:<(?:(?!>\()[\s\S])*>)?\((?:(?!\b(?:it|test|describe)[.(])[\s\S])*?\))?\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*?\[[^\]]*\b[PS]\d+\b[^\]]*\](?:\\.|(?!\1)[\s\S])*?)\1/g;
const cited = /\b[PS]\d+\b/g;

/** All citations in the specs of the tree, in the order of files and titles. */
export function citations(root: string): Citation[] {
  const files = execFileSync('git', ['ls-files', '*.spec.ts', '*.e2e-spec.ts'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);
  return files.sort().flatMap((file) => citationsIn(file, readFileSync(join(root, file), 'utf8')));
}

export function citationsIn(file: string, source: string): Citation[] {
  return [...source.matchAll(titled)].flatMap(([, , title = '']) => {
    const brackets = [...title.matchAll(/\[([^\]]*)\]/g)].map(([, inner = '']) => inner).join(' ');
    const text = title
      .replace(/\s*\[[^\]]*\]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    return [...new Set(brackets.match(cited) ?? [])].map((id) => ({ id, file, title: text }));
  });
}
