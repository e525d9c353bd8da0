import { editionFor, filledFields, formEditions, readField, readForm, schemaById, schemaFor, schemaOf } from '@dengke/contract/forms';
import type { FieldChange, FieldKind, FormEdition, FormSchema, ShapeFault, StoredForm } from '@dengke/contract/forms';
import { categories } from '@dengke/contract';
import type { Category, PartialForm } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';

/** As many faults as an answer names. */
const MOST_FAULTS = 200;

/** The editions of the form that this house knows; a submission keeps the one it was first submitted under. */
@Injectable()
export class FormEditions {
  readonly known: FormEdition[] = [...formEditions];

  /** The form of a registration year. */
  of(year: number, form: PartialForm): FormSchema {
    return schemaFor(categoryOf(form), year, this.known);
  }

  /** The year from which the form of a registration year stands. */
  yearFor(registrationYear: number): number {
    return editionFor(registrationYear, this.known).year;
  }

  /** @throws DomainError NOT_FOUND */
  byId(id: string): FormSchema {
    const schema = schemaById(id, this.known);
    if (schema === undefined) {
      throw new DomainError('NOT_FOUND');
    }
    return schema;
  }

  all(): FormSchema[] {
    return this.known.flatMap((edition) => (Object.keys(categories) as Category[]).map((category) => schemaOf(edition, category)));
  }
}

/** What the form says it is; anything else it may say is refused with the rest of its faults. */
const categoryOf = ({ category }: PartialForm): Category | 'common' =>
  category !== undefined && Object.hasOwn(categories, category) ? category : 'common';

/** The form in its stored writing: only listed fields, each within its limits. @throws DomainError INVALID_INPUT { fields } */
export function shaped(schema: FormSchema, given: unknown): PartialForm {
  const { form, faults } = readForm(schema, given);
  if (faults.length > 0) {
    const fields = faults.slice(0, MOST_FAULTS).map((fault) => ({ ...fault, field: `form.${fault.field}` }));
    throw new DomainError('INVALID_INPUT', { fields });
  }
  return form;
}

/** Changes of single fields or cells in their stored writing; a row that is not there has no cells. @throws DomainError INVALID_INPUT { fields } */
export function shapedChanges(schema: FormSchema, form: StoredForm, changes: readonly FieldChange[]): FieldChange[] {
  const faults: ShapeFault[] = [];
  /** A cell beside its whole list. */
  const isTwice = (field: string): boolean => changes.some((other) => field.startsWith(`${other.field}.`));
  const shapedOnes = changes.map(({ field, to }): FieldChange => {
    const kind = kindAt(schema, form, field);
    const path = `form.${field.replace(/\.(\d+)\./, '[$1].')}`;
    if (kind === undefined || to === undefined) {
      faults.push(...(kind === undefined ? [{ field: path, reason: 'unknown' as const }] : []));
      return { field };
    }
    const read = readField(schema, kind, to, path);
    faults.push(...read.faults, ...(isTwice(field) ? [{ field: path, reason: 'arrayUnique' as const }] : []));
    return { field, to: read.value };
  });
  if (faults.length > 0) {
    throw new DomainError('INVALID_INPUT', { fields: faults.slice(0, MOST_FAULTS) });
  }
  return shapedOnes;
}

/** A change in the stored writing of its value, so that the same said twice is the same; what cannot be stored stays as it was given. */
export function inStoredWriting(schema: FormSchema, form: StoredForm, { field, to }: FieldChange): FieldChange {
  const kind = kindAt(schema, form, field);
  const read = kind === undefined || to === undefined ? null : readField(schema, kind, to, field);
  return read?.faults.length === 0 ? { field, to: read.value } : { field, to };
}

function kindAt(schema: FormSchema, form: StoredForm, path: string): FieldKind | undefined {
  const [field, row, cell] = path.split('.');
  const kind = filledFields(schema).find(({ key }) => key === field)?.kind;
  if (row === undefined) {
    return kind;
  }
  const rows = form[field ?? ''];
  const isThere = Array.isArray(rows) && Number(row) < rows.length;
  return isThere && kind?.is === 'rows' ? kind.fields.find(({ key }) => key === cell)?.kind : undefined;
}

/** A form with its faults aside, for the engine. */
export const stored = (form: PartialForm): StoredForm => form;
