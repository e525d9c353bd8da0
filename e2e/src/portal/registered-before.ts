import { Workbook } from 'exceljs';
import type { DemonstrationPerson } from '../demonstration-people';
import type { Visitor } from './visitor';

const columns = ['登记号', '成果名称', '成果类别', '完成单位', '完成人', '批准登记日期'];

/** What another office registered years ago comes in from a sheet: with a fault it is not taken, mended it is, and everybody finds it. */
export async function registeredBefore(visitor: Visitor, registrar: DemonstrationPerson, mark: string): Promise<void> {
  const { page } = visitor;
  const [number, name] = [`140${2000 + (Number(mark) % 20)}J${mark.slice(-4).padStart(4, '0')}`, `早年登记的煤层气压裂技术 ${mark}`];
  const line = [number, name, '基础理论', '某矿业学院；某煤业有限公司', '甲示例、乙示例', `${number.slice(3, 7)}-10-09`];
  await page.getByRole('link', { name: '登记条目与证书' }).click();
  await page.getByRole('link', { name: '导入以前的登记' }).click();
  await tried(visitor, [line, [number, '', ...line.slice(2)]]);
  await page.getByText('共 2 行，错误 2 项').waitFor();
  await visitor.look('register-import-faults');
  await tried(visitor, [line]);
  await page.getByText('共 1 行，错误 0 项').waitFor();
  await visitor.act('正式导入');
  await visitor.showCodeUnless(registrar, page.getByText('已导入 1 条登记'));
  await visitor.look('register-imported');
  await page.getByRole('link', { name: '查看登记成果查询' }).click();
  await page.getByLabel('成果名称').fill(name);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name }).click();
  await page.getByText('本条目由原登记系统于').waitFor();
  await visitor.look('registered-before');
  await visitor.open('/registered');
}

async function tried({ page }: Visitor, lines: readonly (readonly string[])[]): Promise<void> {
  const workbook = new Workbook();
  workbook.addWorksheet('登记库').addRows([columns, ...lines.map((line) => [...line])]);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const buffer = Buffer.from(await workbook.xlsx.writeBuffer());
  await page.getByLabel('登记清单（xlsx 或 JSON）').setInputFiles({ name: '登记库.xlsx', mimeType, buffer });
  await page.getByRole('button', { name: '试导入' }).click();
}
