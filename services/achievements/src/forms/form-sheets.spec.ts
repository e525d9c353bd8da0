import { schemaFor } from '@dengke/contract/forms';
import type { FieldKind, FormSchema, StoredForm } from '@dengke/contract/forms';
import { codeListOn, filledFields, readForm } from '@dengke/contract/forms';
import { categories, trainingMark } from '@dengke/contract';
import type { Category } from '@dengke/contract';
import { markAsTraining, worksheetsOf } from '@dengke/service-kit';
import { sheetsOf } from '@dengke/test-kit';
import fc from 'fast-check';
import { aFirstUnit, aForm, aSecondUnit, aUnit } from '../../testing/a-form';
import { FORM_SHEET, formIn, schemaIdIn, workbookOf } from './form-sheets';

const ofCategory = Object.keys(categories) as Category[];
const read = async (schema: FormSchema, workbook: Buffer) => {
  const sheets = await worksheetsOf(workbook, 'form.xlsx');
  return { id: schemaIdIn(sheets), ...formIn(schema, sheets) };
};
const again = async (schema: FormSchema, form: object) => read(schema, await workbookOf(schema, form as StoredForm));
/** Ids are the one thing that a workbook does not bring back. */
const withoutIds = (form: object): unknown =>
  JSON.parse(JSON.stringify(form), (key, value: unknown) => (['unitId', 'personId'].includes(key) ? undefined : value));

/** What people write, also what another program would take for something else. */
const text = (max: number) =>
  fc.stringMatching(/^[=+\-@'＝＠]{0,3}[甲乙丙abc12,，;；、 ()（）&<"'\n]{0,12}[丁d]$/).map((one) => one.slice(-max));
const line = (max: number) => text(max).map((one) => one.replaceAll('\n', ' ').trim());

/** An answer of each kind, as `readForm` stores it. */
function anAnswer(schema: FormSchema, kind: FieldKind): fc.Arbitrary<unknown> {
  switch (kind.is) {
    case 'line':
      return (kind.format ?? 'any') === 'any' ? line(kind.max) : fc.constant(undefined);
    case 'lines':
      return text(kind.max).map((one) => one.trim());
    case 'words':
      return fc.uniqueArray(
        line(Math.min(kind.max, 20)).map((word) => word.replace(/[;；]/g, '、')),
        { minLength: 1, maxLength: Math.min(kind.most, 3) },
      );
    case 'code':
      return fc.constantFrom(...codeListOn(kind.list, schema.listsOn).entries.map(({ code }) => code));
    case 'codes':
      return fc.uniqueArray(fc.constantFrom(...codeListOn(kind.list, schema.listsOn).entries.map(({ code }) => code)), {
        minLength: 1,
        maxLength: Math.min(kind.most, 3),
      });
    case 'yes-no':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: Math.max(kind.min, 0), max: Math.min(kind.max, 999_999_999) });
    case 'money':
      return fc.integer({ min: 0, max: 99_999_999 }).map((cents) => (cents / 100).toFixed(2));
    case 'month':
      return fc.constantFrom('2021-03', '1999-12');
    case 'day':
      return fc.constantFrom('2023-05-16', '2020-02-29');
    case 'id':
      return fc.constant(undefined);
    case 'rows':
      return fc.array(fc.record(Object.fromEntries(kind.fields.map((cell) => [cell.key, anAnswer(schema, cell.kind)]))), {
        maxLength: Math.min(kind.most, 3),
      });
  }
}

describe('a form as a workbook', () => {
  it.each(ofCategory)(
    'is the same form when it is read again, whatever it answers: %s',
    async (category) => {
      const schema = schemaFor(category, 2023);
      const answers = fc.record(Object.fromEntries(filledFields(schema).map(({ key, kind }) => [key, anAnswer(schema, kind)])));
      let answered = 0;

      await fc.assert(
        fc.asyncProperty(answers, async (given) => {
          const { form, faults } = readForm(schema, JSON.parse(JSON.stringify(given)));
          const came = await again(schema, form);
          answered += Object.keys(came.form).length;
          expect([faults, came.id, came.faults]).toEqual([[], schema.id, []]);
          expect(came.form).toEqual(unasked(form));
        }),
        { numRuns: 12 },
      );
      expect(answered).toBeGreaterThan(12 * 10);
    },
    120_000,
  );

  it('holds a whole form of each category, all but ids', async () => {
    for (const category of ofCategory) {
      const form = { ...aForm({ category }), units: [...aForm().units, aSecondUnit()] };
      expect((await again(schemaFor(category, 2023), form)).form).toEqual(withoutIds(form));
    }
  });

  it.each([
    ['=SUM(A1)', '=SUM(A1)'],
    ["'=是引号", "'=是引号"],
    ['＠某某', '＠某某'],
    ['表格\t粘贴\r\n第二行', '表格 粘贴\n第二行'],
  ])('holds %j as the text %j', async (summary, read) => {
    expect(await again(schemaFor('applied', 2023), { ...aForm(), summary })).toMatchObject({ faults: [], form: { summary: read } });
  });

  it.each([[['2,4-二氯苯酚']], [['2,4-二氯苯酚', '降解']]])('keeps a word with a comma one word: %j', async (keywords) => {
    expect((await again(schemaFor('applied', 2023), { ...aForm(), keywords })).form['keywords']).toEqual(keywords);
  });

  it('is opened by a spreadsheet program as it was answered: codes with their names, days, amounts and numbers as typed', async () => {
    const said = { name: '=1+1', evaluationNumber: '0012', keywords: ['1e3', '2023-05-16'], newTax: '20.25', summary: '-其一\n=其二' };
    const form = { ...aForm(said), units: [aFirstUnit({ phone: '+86355' }), aSecondUnit()], declarations: ['truthful'] };
    const sheets = sheetsOf(await workbookOf(schemaFor('applied', 2023), form));
    const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? [];
    const lines = new Map(rowsOf(FORM_SHEET).map(([label, answer]) => [label, answer]));

    const named = (code: string): unknown => expect.stringMatching(new RegExp(`^${code} \\S+$`));
    const answers = [
      '成果名称',
      '研究起始日期',
      '关键词',
      '成果属性',
      '评价日期',
      '证书（报告）号',
      '新增税收',
      '是否取得知识产权',
      '成果简介',
    ];
    const told = ["'=1+1", '2021-03', '1e3；2023-05-16', named('1'), '2023-05-16', '0012', '20.25', '是', "'-其一\n=其二"];
    expect(answers.map((label) => lines.get(label))).toEqual(told);
    expect(rowsOf('经费实际投入额').slice(1)).toEqual([
      [named('05'), '320'],
      [named('03'), '30.5'],
    ]);
    const [head = [], first = [], second = []] = rowsOf('完成单位');
    const [code, postcode, phone] = ['统一社会信用代码', '邮政编码', '联系电话'].map((label) => head.indexOf(label));
    expect([first[code!], first[postcode!], first[phone!]]).toEqual([aUnit.uscc, '046000', "'+86355"]);
    expect([second[code!], second[postcode!], second[phone!]]).toEqual([aSecondUnit().uscc, null, null]);
    const sources = codeListOn('funding-source', schemaFor('applied', 2023).listsOn);
    expect(rowsOf('代码表')).toEqual(expect.arrayContaining(sources.entries.map((one) => [sources.name, one.code, one.name])));
    expect(new Set(sheets.flatMap(({ rows }) => rows.flat().map((cell) => (cell === null ? 'empty' : typeof cell))))).toEqual(
      new Set(['string', 'empty']),
    );
  });

  it.each(ofCategory)(
    'has in a spreadsheet program a sheet for each list of the form, whether it is answered or not: %s',
    async (category) => {
      const schema = schemaFor(category, 2023);
      const [form, ...lists] = sheetsOf(await workbookOf(schema));
      const fields = filledFields(schema);
      const rows = fields.flatMap(({ label, kind }) => (kind.is === 'rows' ? [{ label, cells: kind.fields }] : []));

      expect([form, ...lists].map((sheet) => sheet?.name)).toEqual([FORM_SHEET, ...rows.map(({ label }) => label), '代码表']);
      expect(form?.rows.slice(2).map(([label]) => label)).toEqual(
        fields.filter(({ kind }) => kind.is !== 'rows').map(({ label }) => label),
      );
      expect(form?.rows.slice(2).map(([, answer]) => answer)).toEqual(fields.filter(({ kind }) => kind.is !== 'rows').map(() => null));
      rows.forEach(({ cells }, index) => {
        expect(lists[index]?.rows).toEqual([cells.filter(({ kind }) => kind.is !== 'id').map(({ label }) => label)]);
      });
    },
  );

  it('has no row more where a house marks all that it hands out as practice', async () => {
    markAsTraining(true);
    const marked = await workbookOf(schemaFor('applied', 2023), { ...aForm() }).finally(() => markAsTraining(false));

    expect(sheetsOf(marked).every(({ rows }) => rows.at(-1)?.[0] === trainingMark)).toBe(true);
    expect((await read(schemaFor('applied', 2023), marked)).form).toEqual(withoutIds(aForm()));
  });
});

/** What says nothing is no answer: empty lists, rows without any. */
function unasked(form: StoredForm): StoredForm {
  const rows = (value: unknown): unknown =>
    Array.isArray(value) ? value.filter((row) => typeof row !== 'object' || Object.keys(row as object).length > 0) : value;
  return Object.fromEntries(
    Object.entries(form)
      .map(([key, value]) => [key, rows(value)] as const)
      .filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  );
}
