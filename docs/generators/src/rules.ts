import type { Citation } from './citations';
import { dueNow } from './provisions';
import type { Provision } from './provisions';

/** docs/rules.md: every provision with the specs that prove it, and the list of those that none proves yet. */
export function rulesPage(provisions: Provision[], citations: Citation[]): string {
  const proofs = (id: string): Citation[] => citations.filter((citation) => citation.id === id);
  const line = (provision: Provision): string => {
    const specs = [...new Set(proofs(provision.id).map(({ file, title }) => `${title} (\`${file}\`)`))];
    return `| ${provision.id} | ${provision.kind === 'LETTER' ? '' : provision.kind} | ${cell(provision.gist)} | ${specs.map(cell).join('<br>') || '–'} |`;
  };
  const table = (of: Provision[]): string => ['| | | says | proven by |', '| --- | --- | --- | --- |', ...of.map(line)].join('\n');
  return `# Rules and their proofs

Generated from the citations in the titles of the specs (\`npm run docs\`); never edited. P: product rules, S: provisions of the letters of 2023.

Not yet proven by a spec: ${uncovered(provisions, citations).join(' ') || 'none'}.

## Product rules

${table(provisions.filter(({ id }) => id.startsWith('P')))}

## Provisions of the letters

${table(provisions.filter(({ id }) => id.startsWith('S')))}
`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

export function uncovered(provisions: Provision[], citations: Citation[]): string[] {
  const proven = new Set(citations.map(({ id }) => id));
  return provisions.map(({ id }) => id).filter((id) => !proven.has(id));
}

/** Rules that must hold by now and that no spec proves. */
export function missing(provisions: Provision[], citations: Citation[]): string[] {
  const open = new Set(uncovered(provisions, citations));
  return provisions
    .filter(dueNow)
    .map(({ id }) => id)
    .filter((id) => open.has(id));
}
