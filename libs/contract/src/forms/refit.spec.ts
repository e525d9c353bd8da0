import fc from 'fast-check';
import { asideLabel, refit } from './refit';
import { formEditions, schemaFor, schemaOf } from './schemas';
import type { FormEdition, FormSchema } from './schema';
import type { StoredForm } from './shape';

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
const applied2023 = schemaOf(form2023, 'applied');
const form = { name: '某成果', researchForm: '01', summary: '长'.repeat(30), attribute: '1' };

describe('a form moved to another schema', () => {
  it('keeps what fits and sets the rest aside by its field', () => {
    expect(refit(applied2023, schemaOf(form2024, 'applied'), { form })).toEqual({
      form: { name: '某成果', attribute: '1' },
      setAside: { researchForm: '01', summary: '长'.repeat(30) },
    });
  });

  it('calls what is set aside by the name of its box, also where that stands aside under its list', () => {
    const { setAside } = refit(applied2023, schemaOf(form2023, 'basic'), { form: { embodiment: '01' } });
    expect(setAside).toEqual({ 'embodiment-applied': '01' });
    expect(Object.keys(setAside).map(asideLabel)).toEqual(['成果体现形式']);
    expect([asideLabel('researchForm'), asideLabel('nothing')]).toEqual(['研究形式', null]);
  });

  it('gets back what fits again, unless something newer stands there', () => {
    const applied2024 = schemaOf(form2024, 'applied');
    const there = refit(applied2023, applied2024, { form });
    const newer = { ...there, form: { ...there.form, summary: '短' } };
    expect(refit(applied2024, applied2023, there)).toEqual({ form, setAside: {} });
    expect(refit(applied2024, applied2023, newer).form).toEqual({ ...form, summary: '短' });
  });

  it('takes no code for that of another list: 新技术 is no 论文, and each comes back with its own list', () => {
    const [applied, basic, soft, common] = (['applied', 'basic', 'soft', 'common'] as const).map((category) =>
      schemaFor(category, 2023),
    ) as [FormSchema, FormSchema, FormSchema, FormSchema];
    const technique = { name: '某成果', embodiment: '01' };
    const asTheory = refit(applied, basic, { form: technique });
    expect(asTheory.form).toEqual({ name: '某成果' });
    expect(refit(applied, common, { form: technique }).form).toEqual({ name: '某成果' });
    expect(refit(common, basic, refit(applied, common, { form: technique })).form).toEqual({ name: '某成果' });

    const report = { ...asTheory, form: { ...asTheory.form, embodiment: '03' } };
    expect(refit(basic, soft, report).form).toEqual(report.form);
    const back = refit(soft, applied, refit(basic, soft, report));
    expect(back.form).toEqual(technique);
    expect(refit(applied, basic, back).form).toEqual(report.form);
  });

  it('loses nothing on any way through categories and years', () => {
    const schemas = (['applied', 'basic', 'soft', 'common'] as const).flatMap((category) => [
      schemaFor(category, 2023),
      schemaOf(form2024, category),
    ]);
    const way = fc.array(fc.constantFrom(...schemas), { maxLength: 8 });
    fc.assert(
      fc.property(way, (visited) => {
        const begun = { schema: applied2023, form: { ...form } as StoredForm, setAside: {} as StoredForm };
        const end = visited.reduce((at, schema) => ({ schema, ...refit(at.schema, schema, at) }), begun);
        return JSON.stringify(Object.entries({ ...end.form, ...end.setAside }).sort()) === JSON.stringify(Object.entries(form).sort());
      }),
    );
  });
});
