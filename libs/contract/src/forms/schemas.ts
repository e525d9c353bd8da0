import type { Category } from '../registration-form';
import { categories } from '../registration-form';
import { form2023 } from './form-2023';
import type { EditionField, FormEdition, FormField, FormSchema, Requirement, SchemaCategory } from './schema';

/** Every edition of the form there is. A new year's form is one more entry; the old ones stay for what was submitted under them. */
export const formEditions: readonly FormEdition[] = [form2023];

const everyCategory = Object.keys(categories) as Category[];
const titles: Record<SchemaCategory, string> = {
  applied: '科技成果登记表（应用技术类成果）',
  basic: '科技成果登记表（基础理论类成果）',
  soft: '科技成果登记表（软科学类成果）',
  common: '科技成果登记表（类别未定）',
};

export const schemaId = (category: SchemaCategory, year: number): string => `${category}-${year}`;

/** The form of one category. Without one it has the fields that all three share. */
export function schemaOf({ year, listsOn, sections }: FormEdition, category: SchemaCategory): FormSchema {
  return {
    id: schemaId(category, year),
    category,
    year,
    title: titles[category],
    listsOn,
    sections: sections
      .map(({ key, label, fields }) => ({ key, label, fields: fields.flatMap((field) => asked(field, category)) }))
      .filter(({ fields }) => fields.length > 0),
  };
}

function asked({ asked: by, filledBy, ...field }: EditionField, category: SchemaCategory): FormField[] {
  const required: (Requirement | undefined)[] = category === 'common' ? everyCategory.map((one) => by[one]) : [by[category]];
  const [first] = required;
  if (first === undefined || required.includes(undefined)) {
    return [];
  }
  return [{ ...field, filledBy: filledBy ?? 'completer', required: required.every((one) => one === first) ? first : 'optional' }];
}

/** The newest edition whose year is not after the registration year; before the first one, that. */
export function editionFor(year: number, editions: readonly FormEdition[] = formEditions): FormEdition {
  const byYear = [...editions].sort((a, b) => a.year - b.year);
  const found = byYear.findLast((edition) => edition.year <= year) ?? byYear[0];
  if (found === undefined) {
    throw new Error('There is no edition of the form');
  }
  return found;
}

export const schemaFor = (category: SchemaCategory, year: number, editions?: readonly FormEdition[]): FormSchema =>
  schemaOf(editionFor(year, editions), category);

/** @returns undefined for an id that names no schema */
export function schemaById(id: string, editions: readonly FormEdition[] = formEditions): FormSchema | undefined {
  const [category = '', year = ''] = id.split('-');
  const edition = editions.find((one) => String(one.year) === year);
  const known = category === 'common' || everyCategory.some((one) => one === category);
  return edition === undefined || !known ? undefined : schemaOf(edition, category as SchemaCategory);
}

export const fieldsOf = (schema: FormSchema): FormField[] => schema.sections.flatMap(({ fields }) => fields);

/** The fields that people fill in. */
export const filledFields = (schema: FormSchema): FormField[] => fieldsOf(schema).filter(({ filledBy }) => filledBy === 'completer');
