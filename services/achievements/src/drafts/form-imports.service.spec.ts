import type { Problem } from '@dengke/contract';
import { filledFields, schemaFor } from '@dengke/contract/forms';
import { aZip, sheetParts } from '@dengke/test-kit';
import { Module } from '@nestjs/common';
import { Workbook } from 'exceljs';
import { aForm, aSecondUnit, aUnit } from '../../testing/a-form';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import { Draft } from './draft.entity';
import { DraftsModule } from './drafts.module';
import type { ImportedDraft } from './form-imports.dto';
import { FORM_SHEET } from '../forms/form-sheets';

@Module({ imports: [DraftsModule] })
class Slices {}

const me = someoneOf(aUnit.id);
const schema = schemaFor('applied', 2023);
const form = aForm({
  units: [...aForm().units, aSecondUnit()],
  keywords: ['瓦斯', '节能'],
  summary: '第一行\n第二行',
  transferModes: ['1', '4'],
});

describe('a draft from a workbook', () => {
  let world: ServiceWorld;
  let template: Buffer;
  beforeAll(async () => {
    world = await ServiceWorld.begin(Slices);
    template = (await world.download(me, '/drafts/import/template?schema=applied-2023')).content;
  });
  afterAll(() => world.end());

  /** The template as somebody fills it in; `change` is what he does besides. */
  const filled = async (change: (workbook: Workbook) => void = () => undefined): Promise<Buffer> => {
    const workbook = await new Workbook().xlsx.load(new Uint8Array(template).buffer);
    const sheet = workbook.getWorksheet(FORM_SHEET);
    const said = (value: unknown) =>
      (typeof value === 'boolean' ? (value ? '是' : '否') : Array.isArray(value) ? value.join('；') : value) as string;
    for (const { key, label, kind } of filledFields(schema)) {
      const value = (form as unknown as Record<string, unknown>)[key];
      if (kind.is === 'rows') {
        const rows = (value ?? []) as Record<string, unknown>[];
        const cells = kind.fields.filter((cell) => cell.kind.is !== 'id');
        rows.forEach((row) => workbook.getWorksheet(label)?.addRow(cells.map((cell) => said(row[cell.key]))));
      } else {
        sheet?.eachRow((line) => {
          if (line.getCell(1).text === label) {
            line.getCell(2).value = value === undefined ? '' : said(value);
          }
        });
      }
    }
    change(workbook);
    return Buffer.from(await workbook.xlsx.writeBuffer());
  };
  const lineOf = (workbook: Workbook, label: string) => {
    const rows = workbook.getWorksheet(FORM_SHEET)?.getRows(1, 200) ?? [];
    return rows.find((row) => row.getCell(1).text === label)?.getCell(2) ?? rows[0]!.getCell(9);
  };
  const send = <T = ImportedDraft>(content: Buffer, query = '') =>
    world.upload<T>(me, `/drafts/import${query}`, [{ name: 'sheet', value: content, fileName: '登记表.xlsx' }]);

  it('is the form that was filled in, of the unit that imports it', async () => {
    const { status, body } = await send(await filled());
    expect([status, body.faults, body.draft?.formSchema]).toEqual([201, [], 'applied-2023']);
    expect(body.draft?.form).toEqual(form);
  });

  it('is the same form again when a draft is taken out as a workbook and brought back, and nobody else takes it out', async () => {
    const { body } = await send(await filled());
    const draftId = body.draft?.id ?? '';
    const file = await world.download(me, `/drafts/${draftId}/workbook`);
    expect(file.status).toBe(200);

    const again = (await send(file.content)).body;
    expect([again.faults, again.draft?.form, again.draft?.id === draftId]).toEqual([[], form, false]);
    expect((await world.download(someoneOf('unit-elsewhere'), `/drafts/${draftId}/workbook`)).status).toBe(404);
  });

  it('begins with the empty form of this year where no year is asked for', async () => {
    const said = async (schema: string) => {
      const { status, content } = await world.download(me, `/drafts/import/template?schema=${schema}`);
      return [
        status,
        status === 200 ? (await new Workbook().xlsx.load(new Uint8Array(content).buffer)).getWorksheet(FORM_SHEET)?.getCell('B1').text : '',
      ];
    };
    expect([await said('soft'), await said('nothing')]).toEqual([
      [200, 'soft-2023'],
      [404, ''],
    ]);
  });

  it('is looked at first, and nothing is written', async () => {
    const before = await world.database.manager.count(Draft);
    const { body } = await send(await filled(), '?dryRun=true');
    expect([body.faults, body.draft, body.answers]).toEqual([[], null, Object.keys(form).length]);
    expect(await world.database.manager.count(Draft)).toBe(before);
  });

  it('takes names of codes as well as codes', async () => {
    const named = (workbook: Workbook): void => {
      lineOf(workbook, '成果属性').value = '国内技术二次开发';
      lineOf(workbook, '转化方式').value = '自我转化；4 许可';
    };
    const { body } = await send(await filled(named));
    expect([body.draft?.form.attribute, body.draft?.form.transferModes]).toEqual(['3', ['1', '4']]);
  });

  it('is refused whole for one wrong cell, each named by sheet, line and column, never by its value', async () => {
    const before = await world.database.manager.count(Draft);
    const content = await filled((workbook) => {
      lineOf(workbook, '成果属性').value = '没有的属性';
      lineOf(workbook, '新增利润').value = { formula: '1+1', result: 2 };
      lineOf(workbook, '成果名称').value = '=HYPERLINK("x")';
      workbook.getWorksheet('完成人')!.getCell('C2').value = '1978年5月';
      workbook.getWorksheet('经费实际投入额')!.getCell('B3').value = '三十万';
    });
    const { status, body } = await send<Problem>(content);
    const { faults } = body.details as unknown as ImportedDraft;
    expect([status, body.code]).toEqual([422, 'IMPORT_REFUSED']);
    expect(faults.map(({ sheet, row, column, reason }) => `${sheet} ${row > 1 ? 'row' : '?'} ${column} ${reason}`).sort()).toEqual([
      '完成人 row 出生年月 isMonth',
      '登记表 row 成果名称 formula',
      '登记表 row 成果属性 isIn',
      '登记表 row 新增利润 formula',
      '经费实际投入额 row 金额 isAmount',
    ]);
    expect(JSON.stringify(body)).not.toMatch(/没有的属性|三十万|1978/);
    expect(await world.database.manager.count(Draft)).toBe(before);
  });

  it('is still not classified, and declared so [P17 S49]', async () => {
    const said = async (word: string) =>
      (await send<Problem>(await filled((workbook) => (lineOf(workbook, '成果密级').value = word)))).body.code;
    expect([await said('涉密'), await said('')]).toEqual(['CLASSIFIED_EXCLUDED', 'SECRECY_NOT_DECLARED']);
  });

  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['no workbook', () => Buffer.from('成果名称,某'), 'FILE_TYPE_REFUSED'],
    ['macros', () => aZip([...sheetParts, { name: 'xl/vbaProject.bin', content: 'x' }]), 'FILE_TYPE_REFUSED'],
    ['a bomb', () => aZip([...sheetParts, { name: 'xl/a.xml', content: ' '.repeat(9 * 1024 * 1024) }]), 'FILE_TYPE_REFUSED'],
    ['too many bytes', () => Buffer.alloc(2 * 1024 * 1024 + 1), 'FILE_TOO_LARGE'],
    [
      'another template',
      () => filled((workbook) => (workbook.getWorksheet(FORM_SHEET)!.getCell('B1').value = 'applied-2022')),
      'SHEET_REFUSED',
    ],
    ['no form', () => aZip([...sheetParts]), 'SHEET_REFUSED'],
  ])('is refused for %s, and nothing is kept', async (_, make, code) => {
    const before = await world.database.manager.count(Draft);
    const { status, body } = await send<Problem>(await make());
    expect([status >= 400 && status < 500, body.code]).toEqual([true, code]);
    expect(await world.database.manager.count(Draft)).toBe(before);
  });
});
