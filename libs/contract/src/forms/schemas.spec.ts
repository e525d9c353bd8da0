import { codeListOn } from './code-lists';
import { explanations } from './form-2023-explained';
import type { FieldKind, FormEdition, Requirement } from './schema';
import { systemFields } from './schema';
import { editionFor, fieldsOf, filledFields, formEditions, schemaById, schemaFor, schemaOf } from './schemas';

const numbers = (category: 'applied' | 'basic' | 'soft'): number[] =>
  [...new Set(fieldsOf(schemaFor(category, 2023)).map(({ number }) => number))].filter((number) => number > 0).sort((a, b) => a - b);
const without = (...absent: number[]): number[] =>
  Array.from({ length: 26 }, (_, index) => index + 1).filter((number) => !absent.includes(number));
const [form2023] = formEditions as [FormEdition];
const next: FormEdition = { ...form2023, year: 2024 };

describe('the form', () => {
  it('has the fields that its category is asked for, 1 to 26 [S68 S69 S70]', () => {
    expect(numbers('applied')).toEqual(without(19));
    expect(numbers('basic')).toEqual(without(7, 8, 13, 18, 20, 21));
    expect(numbers('soft')).toEqual(without(7, 8, 13, 18, 21));
  });

  it('takes nothing of what the system fills in', () => {
    const all = fieldsOf(schemaFor('applied', 2023));
    expect(all.filter(({ filledBy }) => filledBy === 'system').map(({ key }) => key)).toEqual(expect.arrayContaining([...systemFields]));
    expect(filledFields(schemaFor('applied', 2023)).filter(({ filledBy }) => filledBy === 'system')).toEqual([]);
  });

  it.each(['applied', 'basic', 'soft', 'common'] as const)(
    'of %s names each field once, lists that there are and conditions on fields it has',
    (category) => {
      const schema = schemaFor(category, 2023);
      const fields = fieldsOf(schema);
      const keys = fields.map(({ key }) => key);
      const kinds = fields.flatMap(({ kind }): FieldKind[] => (kind.is === 'rows' ? kind.fields.map((cell) => cell.kind) : [kind]));
      const listed = kinds.flatMap((kind) => (kind.is === 'code' || kind.is === 'codes' ? [kind.list] : []));
      const conditions = fields
        .map(({ required }): Requirement => required)
        .flatMap((required) => (typeof required === 'object' ? [required.field] : []));
      expect(new Set(keys).size).toBe(keys.length);
      expect(listed.map((id) => codeListOn(id, schema.listsOn).entries.length > 0)).not.toContain(false);
      expect(conditions.filter((field) => !keys.includes(field))).toEqual([]);
    },
  );

  it('explains fields and cells that it has, by provisions that there are', () => {
    const fields = form2023.sections.flatMap((section) => section.fields);
    const cells = fields.flatMap(({ key, kind }) => (kind.is === 'rows' ? kind.fields.map((cell) => `${key}.${cell.key}`) : []));
    const known = new Set([...fields.map(({ key }): string => key), ...cells]);
    const provisions = Object.values(explanations)
      .flatMap(({ sources }) => sources)
      .flatMap((source) => [...source.matchAll(/S(\d+)/g)].map(([, number]) => Number(number)));
    expect(Object.keys(explanations).filter((key) => !known.has(key))).toEqual([]);
    expect(provisions.filter((number) => number < 1 || number > 88)).toEqual([]);
  });

  it('says beside every box with a choice, an amount or a list what it asks for', () => {
    const silent = form2023.sections
      .flatMap((section) => section.fields)
      .filter(({ kind, filledBy }) => filledBy === undefined && ['codes', 'money', 'rows'].includes(kind.is))
      .filter(({ help, explained }) => help === undefined && explained === undefined);
    expect(silent.map(({ key }) => key)).toEqual([]);
  });

  it('is the newest one whose year is not after the registration year; before the first, that one [P15]', () => {
    const years = [2022, 2023, 2024, 2030].map((year) => editionFor(year, [next, form2023]).year);
    expect(years).toEqual([2023, 2023, 2024, 2024]);
  });

  it('is found by its id, and by no other', () => {
    expect(schemaById('basic-2023')).toEqual(schemaOf(form2023, 'basic'));
    expect(schemaById('applied-2024', [form2023, next])?.year).toBe(2024);
    expect(['applied-2024', 'other-2023', 'applied', '', 'toString-2023'].map((id) => schemaById(id))).toEqual(Array(5).fill(undefined));
  });
});
