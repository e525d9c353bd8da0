import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './repository';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

describe('package-lock.json', () => {
  const { packages } = JSON.parse(readFileSync(join(repositoryRoot, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, Locked>>;
  };

  it('has every optional binary, also those of other platforms (else `npm ci` refuses it: node infra/local/complete-lockfile.mjs)', () => {
    const names = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)));
    const wanted = Object.values(packages).flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}));

    expect(wanted.filter((name) => !names.has(name))).toEqual([]);
  });

  it('names no registry', () => {
    const resolved = Object.values(packages).filter(({ resolved, link }) => link !== true && resolved !== undefined);

    expect(resolved).toEqual([]);
  });
});
