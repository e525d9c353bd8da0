import type { EditionField } from './schema';
import { formEditions } from './schemas';

/** By path, `*` for a row of a list: a field's own name, and the names of its rows and their cells. */
const pathsOf = ({ key, kind, label }: EditionField): [string, string][] => [
  [key, label],
  [`${key}.*`, label],
  ...(kind.is === 'rows' ? kind.fields.map((cell): [string, string] => [`${key}.*.${cell.key}`, cell.label]) : []),
];

/** What the boxes of every edition are called; the newest has the word. */
const labels = new Map<string, string>([
  ...[...formEditions].sort((a, b) => a.year - b.year).flatMap(({ sections }) => sections.flatMap(({ fields }) => fields.flatMap(pathsOf))),
  ['evidence', '附件材料'],
]);

/** The name of a box of the form, from its path (`units.0.name`); null for one that the form does not have. */
export const fieldLabel = (path: string): string | null => labels.get(path.replaceAll(/\.\d+(?=\.|$)/g, '.*')) ?? null;
