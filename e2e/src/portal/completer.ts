import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Progress } from '@dengke/contract';
import { Workbook } from 'exceljs';
import type { Browser, Locator } from 'playwright-core';
import { ApiClient } from '../client';
import type { DemonstrationPeople, DemonstrationUnit } from '../demonstration-people';
import { demonstrationPeople, somebodyAt } from '../demonstration-people';
import { pollUntil } from '../poll';
import { pdfWith, sampleForm } from '../sample-achievement';
import type { Findings, VisitSettings } from './visitor';
import { Visitor } from './visitor';

const unitId = 'unit-zhangling-coal';

/** A completer’s way: sign in, fill in, hand evidence in, submit; the desk returns it; mend, answer, submit again. */
export async function completerWalk(browser: Browser, settings: VisitSettings, findings: Findings): Promise<void> {
  const people = await demonstrationPeople();
  const completer = somebodyAt(people, unitId, 'completer');
  const visitor = await Visitor.with(browser, settings, findings);
  const { page } = visitor;
  const year = thisYear();
  const mark = createHash('sha256').update(`${Date.now()} ${process.pid}`).digest('hex').slice(0, 8);
  const name = `低浓度瓦斯抽采智能调控装置 ${mark}`;

  await visitor.open('/achievements');
  await page.getByLabel('登录名').waitFor();
  await visitor.look('sign-in');
  await visitor.signIn(completer.login, 'not the password');
  await page.getByRole('alert').filter({ hasText: '登录名或密码不正确' }).waitFor();
  await visitor.look('sign-in-refused');
  await visitor.signIn(completer.login, people.password);
  await page.getByRole('heading', { name: '我的成果' }).waitFor();
  await visitor.look('achievements');

  await page.getByRole('link', { name: '新建登记表' }).click();
  await page.getByLabel('我声明').check();
  await visitor.look('new-draft');
  await fromWorkbook(visitor);
  await page.getByRole('button', { name: '开始填写' }).click();
  await page.getByLabel('1. 成果名称').waitFor();
  await visitor.look('draft-empty');
  await fillInByHand(visitor, name);
  await takeKnown(visitor, completer.name);
  const draftId = draftOf(page.url());
  await fillInTheRest(settings.address, completer.login, people.password, draftId, sampleForm(name, unitOf(people), completer, year));
  await page.reload();
  await page.getByLabel('1. 成果名称').waitFor();
  await handIn(visitor, `ZL${year}${mark}`);
  await visitor.look('draft-complete');
  await refusedWithFault(visitor);
  await page.getByRole('button', { name: '提交登记' }).click();
  await page.getByRole('heading', { name: '登记路径' }).waitFor();
  await page.getByText('期限').first().waitFor();
  await visitor.look('submission');
  await takenBack(visitor, name);

  const serial = /submissions\/(\d{4}-\d{6})/.exec(page.url())?.[1] ?? '';
  await returnIt(settings.address, serial);
  await page.reload();
  await page.getByRole('link', { name: '按退回意见修改' }).click();
  await page.getByRole('heading', { name: '退回意见' }).waitFor();
  await visitor.look('returned');
  await page
    .getByLabel('24. 成果简介')
    .fill('针对低浓度瓦斯抽采浓度波动大的问题，研制了智能调控装置，连续运行一年以上，浓度稳定性提高百分之三十。');
  await saved(visitor);
  await page.getByLabel('已修改').check();
  await page.getByLabel('答复内容').fill('已补充运行效果。');
  await page.getByRole('button', { name: '重新提交' }).click();
  await page.getByRole('heading', { name: '登记路径' }).waitFor();
  await page.getByText('重新提交').first().waitFor();
  await visitor.look('resubmitted');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Route' }).waitFor();
  await visitor.look('resubmitted-english');
  await visitor.leave();
  await submittedWithKeys({ browser, settings, findings, people }, `矿井乏风余热利用机组 ${mark}`, `ZL${year}${mark}K`);
}

interface Walking {
  browser: Browser;
  settings: VisitSettings;
  findings: Findings;
  people: DemonstrationPeople;
}

/** A colleague's, from the sign-in to the route of what was submitted, with the keyboard alone; only the file is chosen in a window that is none of the portal's. */
async function submittedWithKeys({ browser, settings, findings, people }: Walking, name: string, number: string): Promise<void> {
  const completer = somebodyAt(people, unitId, 'completer', 1);
  const visitor = await Visitor.with(browser, settings, findings);
  const { page } = visitor;
  await visitor.open('/achievements');
  await visitor.signInWithKeys(completer, people.password);
  await page.getByRole('heading', { name: '我的成果' }).waitFor();
  await visitor.enter('新建登记表');
  await page.getByLabel('我声明').waitFor();
  await visitor.tabTo('我声明');
  await page.keyboard.press('Space');
  await visitor.enter('开始填写');
  await page.getByLabel('1. 成果名称').waitFor();
  await fillInWithKeys(visitor, name);
  const draftId = draftOf(page.url());
  await fillInTheRest(settings.address, completer.login, people.password, draftId, sampleForm(name, unitOf(people), completer, thisYear()));
  await page.reload();
  await page.getByLabel('1. 成果名称').waitFor();
  const preview = page.waitForEvent('download');
  await visitor.enter('预览打印效果');
  await (await preview).path();
  await handInWithKeys(visitor, number);
  await visitor.enter('提交登记');
  await page.getByRole('heading', { name: '登记路径' }).waitFor();
  await visitor.enter('我的成果', 'back');
  await page.getByRole('listitem').filter({ hasText: name }).getByText('等待本单位管理员放行').waitFor();
  await visitor.wentWithKeys();
  await visitor.leave();
}

/** A line, a month, words, a choice from a code list, and a row with an amount. */
async function fillInWithKeys(visitor: Visitor, name: string): Promise<void> {
  const { page } = visitor;
  const { keyboard } = page;
  await visitor.typeInto('1. 成果名称', name);
  await visitor.typeDate(page.getByLabel('2. 研究起始日期'), '2023-03');
  await visitor.reach(page.getByRole('combobox', { name: '关键词' }));
  await keyboard.type('余热利用');
  await keyboard.press('Enter');
  const box = page.locator('.ant-select-focused');
  await box.getByText('余热利用').waitFor();
  await visitor.reach(page.getByRole('combobox', { name: '登记依据' }));
  await keyboard.type('自愿');
  await page.getByRole('option', { name: '自愿' }).waitFor({ state: 'attached' });
  await keyboard.press('Enter');
  await box.getByText('自愿登记').waitFor();
  await visitor.enter('添加经费实际投入额');
  await visitor.typeInto('金额', '260');
  await page.getByText('合 2,600,000 元').waitFor();
  await saved(visitor);
}

async function handInWithKeys(visitor: Visitor, number: string): Promise<void> {
  const { page } = visitor;
  await visitor.enter('添加材料');
  await page.getByLabel('材料种类').waitFor();
  await visitor.choose(page.getByLabel('材料种类'), 'intellectual-property');
  await visitor.typeInto('材料编号', number);
  await visitor.typeDate(page.getByLabel('材料日期'), yesterday());
  const file = page.getByLabel('文件');
  await visitor.reach(file);
  await file.setInputFiles(patent(number));
  await visitor.enter('上传');
  await page.getByRole('link', { name: '发明专利证书.pdf' }).waitFor();
}

/** The empty workbook with one answer and one wrong one is named cell by cell, and nothing is taken; without that one it is a draft. */
async function fromWorkbook(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载空白表格' }).click();
  const empty = await readFile(await (await downloading).path());
  await tried(visitor, await filledIn(empty, { 成果名称: '表格中的成果', 成果密级: '公开（非密）', 成果属性: '没有的属性' }));
  await page.getByText('读取 2 个栏目，错误 1 项').waitFor();
  await visitor.look('workbook-faults');
  await tried(visitor, await filledIn(empty, { 成果名称: '表格中的成果', 成果密级: '公开（非密）' }));
  await page.getByText('读取 2 个栏目，错误 0 项').waitFor();
}

async function tried({ page }: Visitor, buffer: Buffer): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.getByLabel('填好的表格').setInputFiles({ name: '登记表.xlsx', mimeType, buffer });
  await page.getByRole('button', { name: '试导入' }).click();
}

async function filledIn(empty: Buffer, answers: Record<string, string>): Promise<Buffer> {
  const workbook = await new Workbook().xlsx.load(new Uint8Array(empty).buffer);
  workbook.worksheets[0]?.eachRow((row) => {
    const answer = answers[row.getCell(1).text];
    if (answer !== undefined) {
      row.getCell(2).value = answer;
    }
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** What nobody has opened is withdrawn: it is a draft again, listed once, and is submitted anew. */
async function takenBack(visitor: Visitor, name: string): Promise<void> {
  const { page } = visitor;
  const named = page.getByRole('link', { name });
  await visitor.open('/achievements');
  await page.getByText('等待本单位管理员放行').first().waitFor();
  await expectOnly(named);
  await named.click();
  await page.getByRole('button', { name: '撤回' }).click();
  await page.getByRole('button', { name: '确定撤回' }).click();
  await page.getByText('已撤回', { exact: true }).first().waitFor();
  await visitor.open('/achievements');
  await page.getByRole('region', { name: '草稿' }).getByRole('link', { name }).click();
  await page.getByRole('button', { name: '提交登记' }).click();
  await page.getByRole('heading', { name: '登记路径' }).waitFor();
}

async function expectOnly(link: Locator): Promise<void> {
  const count = await link.count();
  if (count !== 1) {
    throw new Error(`what is submitted is listed ${count} times among one’s achievements`);
  }
}

const thisYear = (): number => new Date().getFullYear();
const yesterday = (): string => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const draftOf = (url: string): string => /drafts\/([0-9a-f-]{36})/.exec(url)?.[1] ?? '';
const patent = (number: string) => ({ name: '发明专利证书.pdf', mimeType: 'application/pdf', buffer: pdfWith(`Patent ${number}`) });

function unitOf({ units }: DemonstrationPeople): DemonstrationUnit {
  const unit = units.find(({ id }) => id === unitId);
  if (unit === undefined) {
    throw new Error(`The seed has no unit ${unitId}`);
  }
  return unit;
}

const saved = (visitor: Visitor) => visitor.page.getByText('已保存', { exact: true }).waitFor();

/** One field of each kind by hand; amounts are said again in 元. */
async function fillInByHand(visitor: Visitor, name: string): Promise<void> {
  const { page } = visitor;
  await page.getByLabel('1. 成果名称').fill(name);
  await page.getByLabel('2. 研究起始日期').fill('2023-03');
  await page.getByRole('combobox', { name: '关键词' }).fill('瓦斯抽采');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: '登记依据' }).click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '添加经费实际投入额' }).click();
  await page.getByLabel('金额').fill('260');
  await page.getByText('合 2,600,000 元').waitFor();
  await saved(visitor);
}

/** Somebody of one's own unit need not be typed. */
async function takeKnown(visitor: Visitor, name: string): Promise<void> {
  const { page } = visitor;
  await page.getByRole('button', { name: '选用已有的完成人' }).click();
  await page.getByLabel('查找已有的完成人').fill(name.slice(0, 1));
  await page.getByRole('button', { name: `${name} （本单位人员）` }).click();
  await page.getByRole('group', { name: '完成人第 1 项' }).getByLabel('姓名').waitFor();
  await saved(visitor);
  await visitor.look('draft-known');
}

/** An amount that is none is marked at its box, and nothing goes up while it stands there. */
async function refusedWithFault(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const amount = page.getByLabel('金额').first();
  const right = await amount.inputValue();
  await amount.fill('26O');
  await page.getByRole('button', { name: '提交登记' }).click();
  await page.getByText('有内容未填写或填写有误，请检查标出的项目。').waitFor();
  await page.getByText('请填写金额（万元），最多两位小数。').waitFor();
  await visitor.look('draft-fault');
  await amount.fill(right);
  await saved(visitor);
}

/** What is left is typed by a script of the same person: the public API takes whatever the page takes. */
async function fillInTheRest(address: string, login: string, password: string, draftId: string, form: object): Promise<void> {
  const client = await ApiClient.signIn(address, login, password);
  const { version } = await client.read<{ version: number }>(`/drafts/${draftId}`);
  await client.write('PUT', `/drafts/${draftId}`, { version, form });
  await client.close();
}

async function handIn({ page }: Visitor, number: string): Promise<void> {
  await page.getByRole('button', { name: '添加材料' }).click();
  await page.getByLabel('材料种类').selectOption('intellectual-property');
  await page.getByLabel('材料编号').fill(number);
  await page.getByLabel('材料日期').fill(yesterday());
  await page.getByLabel('文件').setInputFiles(patent(number));
  await page.getByRole('button', { name: '上传', exact: true }).click();
  await page.getByRole('link', { name: '发明专利证书.pdf' }).waitFor();
}

/** The unit releases it, and the municipal bureau returns it with what to mend. */
async function returnIt(address: string, serial: string): Promise<void> {
  const people = await demonstrationPeople();
  const as = (organisationId: string, role: 'unitAdmin' | 'manager') =>
    ApiClient.signIn(address, somebodyAt(people, organisationId, role).login, people.password);
  const unit = await as(unitId, 'unitAdmin');
  await unit.act(`/submissions/${serial}/release`, { seen: { stage: 'unit', round: 1 } });
  const bureau = await as('org-changzhi-energy', 'manager');
  const seen = { stage: 'municipal', round: 1 };
  await bureau.act(`/submissions/${serial}/open`, { seen });
  await bureau.act(`/submissions/${serial}/claim`, { seen });
  await bureau.act(`/submissions/${serial}/return`, {
    seen,
    reason: '成果简介未写明应用效果。',
    items: [{ field: 'summary', remark: '请补充运行效果的数据。' }],
  });
  await pollUntil(
    'it is returned',
    async () => (await bureau.read<{ progress: Progress }>(`/submissions/${serial}`)).progress,
    ({ state }) => state === 'returned',
  );
  await Promise.all([unit.close(), bureau.close()]);
}
