import fc from 'fast-check';
import { refit } from './refit';
import { formEditions, schemaFor, schemaOf } from './schemas';
import type { FormEdition } from './schema';

const [form2023] = formEditions as [FormEdition];
/** Next year’s form, as it might be: no 研究形式, a stricter note, one field more. */
const form2024: FormEdition = {
  ...form2023,
  year: 2024,
  sections: form2023.sections.map((section) => ({
    ...section,
    fields: section.fields
      .filter(({ key }) => key !== 'researchForm')
      .map((field) => (field.key === 'summary' ? { ...field, kind: { is: 'lines', max: 20 } as const } : field)),
  })),
};
const form = { name: '某成果', researchForm: '01', summary: '长'.repeat(30), attribute: '1' };

describe('a form moved to another schema', () => {
  it('keeps what fits and sets the rest aside by its field', () => {
    expect(refit(schemaOf(form2024, 'applied'), { form })).toEqual({
      form: { name: '某成果', attribute: '1' },
      setAside: { researchForm: '01', summary: '长'.repeat(30) },
    });
  });

  it('gets back what fits again, unless something newer stands there', () => {
    const there = refit(schemaOf(form2024, 'applied'), { form });
    const newer = { ...there, form: { ...there.form, summary: '短' } };
    expect(refit(schemaOf(form2023, 'applied'), there)).toEqual({ form, setAside: {} });
    expect(refit(schemaOf(form2023, 'applied'), newer).form).toEqual({ ...form, summary: '短' });
  });

  it('loses nothing on any way through categories and years', () => {
    const schemas = (['applied', 'basic', 'soft', 'common'] as const).flatMap((category) => [
      schemaFor(category, 2023),
      schemaOf(form2024, category),
    ]);
    const way = fc.array(fc.constantFrom(...schemas), { maxLength: 8 });
    fc.assert(
      fc.property(way, (visited) => {
        const end = visited.reduce((at, schema) => refit(schema, at), { form, setAside: {} } as ReturnType<typeof refit>);
        return JSON.stringify(Object.entries({ ...end.form, ...end.setAside }).sort()) === JSON.stringify(Object.entries(form).sort());
      }),
    );
  });
});
