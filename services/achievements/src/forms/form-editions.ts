import { editionFor, formEditions, readForm, schemaById, schemaFor, schemaOf } from '@dengke/contract/forms';
import type { FormEdition, FormSchema, StoredForm } from '@dengke/contract/forms';
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
    const fields = faults.slice(0, MOST_FAULTS).map(({ field, reason }) => ({ field: `form.${field}`, reason }));
    throw new DomainError('INVALID_INPUT', { fields });
  }
  return form;
}

/** A form with its faults aside, for the engine. */
export const stored = (form: PartialForm): StoredForm => form;
