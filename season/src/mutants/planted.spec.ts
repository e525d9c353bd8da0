import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@dengke/local';
import { planted } from './planted';

describe('the planted errors', () => {
  it.each(planted)('$name: its text stands once in its file', ({ file, text }) => {
    expect(readFileSync(join(repositoryRoot, file), 'utf8').split(text)).toHaveLength(2);
  });

  it('are twenty, each with a name of its own', () => {
    expect(new Set(planted.map(({ name }) => name)).size).toBe(20);
  });
});
