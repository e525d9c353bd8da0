import type { FormField, FormSchema } from '@dengke/contract/forms';
import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';

export type { CellKind, Explanation, FieldKind, FormField, FormSection, Requirement, RowField } from '@dengke/contract/forms';

/** The form of one category and edition, as the system serves it; it never changes once it has its name. */
export const formSchemaQuery = (id: string) =>
  queryOptions({
    queryKey: ['form-schemas', id],
    queryFn: async () => (await answerOf(api.GET('/form-schemas/{id}', { params: { path: { id } } }))) as unknown as FormSchema,
    staleTime: Infinity,
  });

export const codeListQuery = (list: string) =>
  queryOptions({
    queryKey: ['code-lists', list],
    queryFn: () => answerOf(api.GET('/code-lists/{list}', { params: { path: { list } } })),
    staleTime: Infinity,
  });

/** What the completer fills in, section by section. */
export const askedSections = ({ sections }: FormSchema): { key: string; label: string; fields: FormField[] }[] =>
  sections
    .map(({ key, label, fields }) => ({ key, label, fields: fields.filter(({ filledBy }) => filledBy === 'completer') }))
    .filter(({ fields }) => fields.length > 0);

/** The box of a path: `units.1.uscc` → 第 2 项 统一社会信用代码; null for what is no field of this form. */
export function boxOf(schema: FormSchema, path: string): { field: FormField; row: number | null; label: string } | null {
  const [key, row, cell] = path.split('.');
  const field = schema.sections.flatMap(({ fields }) => fields).find((one) => one.key === key);
  if (field === undefined) {
    return null;
  }
  const cells = field.kind.is === 'rows' ? field.kind.fields : [];
  const within = cells.find((one) => one.key === cell);
  return {
    field,
    row: row === undefined ? null : Number(row),
    label: within === undefined ? field.label : `${field.label} · ${within.label}`,
  };
}
