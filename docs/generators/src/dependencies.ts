import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  version: string;
  license?: string;
  hasInstallScript?: boolean;
}
/** What no lock says: what it is for and, of what runs in production, its newest version and the day of that, looked up at the registry by hand. */
type Noted = Record<string, { for: string; newest?: string }>;

const introduction = `# What the house stands on

Direct dependencies, from \`package.json\`, \`package-lock.json\` and what was noted by hand in \`docs/generators/dependencies.json\`. Written by \`npm run docs\`; \`npm test\` fails where one
is missing there or here.

**How they come in.** Exact versions, one lock with digests, \`npm ci\`, and no install script runs (\`ignore-scripts\` in \`.npmrc\`): those marked have one and work without it. All that
is installed, with versions and licences: \`npm sbom --sbom-format cyclonedx\`. The registry is whatever npm is set to; the lock names none.

**By when one is replaced.** A vulnerability that reaches us: critical 2 days, high 7, medium 30, else with the next release. Otherwise every quarter: newest minor versions, a major
one within half a year, and each that had no release for two years is looked at: is it finished, or left? Advisories are matched by the operator with a service that knows them
(\`npm audit\`, osv-scanner): offline this cannot be done, and no command here pretends to.

"Newest": the newest version of what runs in production, and its day, as the registry told them on 2026-11-29; a registry that is a mirror may give the day on which it took a version in.
`;

/** docs/dependencies.md. @throws Error naming a direct dependency of which nothing was noted, or a note without a dependency */
export function dependenciesPage(root: string): string {
  const read = <T>(file: string): T => JSON.parse(readFileSync(join(root, file), 'utf8')) as T;
  const { dependencies, devDependencies } = read<Record<'dependencies' | 'devDependencies', Record<string, string>>>('package.json');
  const { packages } = read<{ packages: Record<string, Locked> }>('package-lock.json');
  const noted = read<Noted>('docs/generators/dependencies.json');
  const named = new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)]);
  const wrong = [...[...named].filter((name) => noted[name] === undefined), ...Object.keys(noted).filter((name) => !named.has(name))];
  if (wrong.length > 0) {
    throw new Error(`docs/generators/dependencies.json lacks, or should not have: ${wrong.join(', ')}`);
  }
  const table = (names: readonly string[]): string =>
    [
      '| Package | Version | Licence | For | Newest | Install script |',
      '| --- | --- | --- | --- | --- | --- |',
      ...[...names].sort().map((name) => lineOf(name, packages[`node_modules/${name}`], noted[name])),
    ].join('\n');
  return [
    introduction,
    '## What services run\n',
    table(Object.keys(dependencies)),
    '\n## What builds and tests, and what is built into the portal\n',
    table(Object.keys(devDependencies)),
    '',
  ].join('\n');
}

function lineOf(name: string, locked: Locked | undefined, note: Noted[string] | undefined): string {
  const script = locked?.hasInstallScript === true ? 'has one, not run' : '';
  return `| ${name} | ${locked?.version ?? '?'} | ${locked?.license ?? '?'} | ${note?.for ?? ''} | ${note?.newest ?? ''} | ${script} |`;
}
