import type { Browser } from 'playwright-core';
import type { DemonstrationPeople } from '../demonstration-people';
import { demonstrationPeople, somebodyAt } from '../demonstration-people';
import { Walk } from '../walk';
import { exportedWith } from './exporting';
import { unitId } from './preparing';
import { registeredBefore } from './registered-before';
import type { Findings, VisitSettings } from './visitor';
import { Visitor } from './visitor';
import { freeFrom, inDays } from './windows-free';

const department = 'org-sx-kjt';
/** Another one than approves on a walk: nobody cancels what he has approved (P30). */
const registrarOf = (people: DemonstrationPeople) => somebodyAt(people, department, 'manager', 1);

interface Asking {
  browser: Browser;
  settings: VisitSettings;
  findings: Findings;
}

/**
 * The registrar’s pages: windows and the counter, entries of the register with certificate, correction and cancellation, what is reported up,
 * statistics, limits and the calendar. Where there is publicity, also an objection.
 */
export async function departmentWalk(browser: Browser, settings: VisitSettings, findings: Findings): Promise<void> {
  const people = await demonstrationPeople();
  const mark = String(Date.now() % 1_000_000);
  const corrected = await registeredAt(settings.address, people);
  const cancelled = await registeredAt(settings.address, people);
  const name = `低浓度瓦斯抽采智能调控成套装置 ${mark}`;
  await askForCorrection({ browser, settings, findings }, people, corrected.serial, name);
  const visitor = await Visitor.with(browser, settings, findings);
  await visitor.open('/desk/windows');
  await visitor.signInAs(registrarOf(people), people.password);
  await windows(visitor, mark, await freeFrom(settings.address, 30));
  await counter(visitor);
  await letter(visitor, mark);
  await corrections(visitor, people, corrected.number, name);
  await cancellation(visitor, people, cancelled);
  await registeredBefore(visitor, registrarOf(people), mark);
  await figures(visitor);
  await time(visitor);
  await visitor.leave();
  await withKeys(browser, settings, findings, people, corrected.number);
}

/** Another of the office, with the keyboard alone: a form at the counter that is none, and an entry with its certificate. */
async function withKeys(
  browser: Browser,
  settings: VisitSettings,
  findings: Findings,
  people: DemonstrationPeople,
  number: string,
): Promise<void> {
  const visitor = await Visitor.with(browser, settings, findings);
  const { page } = visitor;
  await visitor.open('/desk/windows');
  await visitor.signInWithKeys(registrarOf(people), people.password);
  await page.getByRole('heading', { name: '全部批次' }).waitFor();
  await visitor.enter('纸质材料签收');
  await page.getByLabel('登记表上的二维码内容').waitFor();
  await visitor.typeInto('登记表上的二维码内容', '不是登记表');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await visitor.enter('登记条目与证书', 'back');
  await page.getByLabel('登记号').waitFor();
  await visitor.typeInto('登记号', number);
  await page.keyboard.press('Enter');
  await visitor.reach(page.getByRole('link', { name: number }));
  await page.keyboard.press('Enter');
  await page.getByText('已被新版本替代').waitFor();
  await visitor.wentWithKeys();
  await visitor.leave();
}

/** An objection from its receipt to the decision; the registration is held meanwhile. */
export async function objectionDeskWalk(browser: Browser, settings: VisitSettings, findings: Findings, receipt: string): Promise<void> {
  const people = await demonstrationPeople();
  const registrar = registrarOf(people);
  const visitor = await Visitor.with(browser, settings, findings);
  const { page } = visitor;
  await visitor.open('/objections');
  await visitor.signInAs(registrar, people.password);
  await page.getByRole('link', { name: receipt }).waitFor();
  await visitor.look('objections');
  await page.getByRole('link', { name: receipt }).click();
  await page.getByRole('heading', { name: '所针对的成果' }).waitFor();
  await visitor.act('受理');
  await visitor.act('确认受理');
  await page.getByText('登记因异议暂停').waitFor();
  await visitor.act('添加记录');
  await page.getByLabel('了解到的情况').fill('已电话核实专利证书。');
  await visitor.act('确认添加记录');
  await page.getByText('已电话核实专利证书。').waitFor();
  await visitor.look('objection-held');
  await visitor.act('异议不成立');
  await page.getByLabel('理由', { exact: true }).fill('排序与专利证书一致。');
  await visitor.look('objection-deciding');
  await visitor.act('确认异议不成立');
  await visitor.showCodeUnless(registrar, page.getByRole('button', { name: '受理' }).or(page.getByText('认定异议不成立')).first());
  await visitor.look('objection-over');
  await visitor.leave();
}

async function registeredAt(address: string, people: DemonstrationPeople): Promise<{ serial: string; number: string }> {
  const { serial, progress } = await new Walk({ address, people }).toTheEnd();
  return { serial, number: progress.registrationNumber ?? '' };
}

/** The unit asks on the submission’s page: what is to be other, why, and a document. */
async function askForCorrection(asking: Asking, people: DemonstrationPeople, serial: string, name: string): Promise<void> {
  const visitor = await Visitor.with(asking.browser, asking.settings, asking.findings);
  const { page } = visitor;
  await visitor.open(`/submissions/${serial}`);
  await visitor.signInAs(somebodyAt(people, unitId, 'completer'), people.password);
  await visitor.act('申请更正');
  await page.getByLabel('成果名称', { exact: true }).fill(name);
  await page.getByLabel('更正理由').fill('名称与证书不一致。');
  const buffer = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  await page.getByLabel('证明文件').setInputFiles({ name: '更正说明.pdf', mimeType: 'application/pdf', buffer });
  await visitor.look('correction-asking');
  await visitor.act('申请更正');
  await page.getByText('待审批').waitFor();
  await visitor.leave();
}

/** A letter of the department’s own to everybody directly below, that asks for an answer. */
async function letter(visitor: Visitor, mark: string): Promise<void> {
  const { page } = visitor;
  await visitor.open('/notices');
  await page.getByRole('link', { name: '拟发通知' }).click();
  await page.getByLabel('标题').fill(`关于报送联络人的通知 ${mark}`);
  await page.getByLabel('文号').fill(`晋科函〔2025〕${(Number(mark) % 90_000) + 1}号`);
  await page.getByLabel('正文').fill('各有关单位：\n请按要求反馈。');
  await page.getByLabel('须反馈的内容').selectOption('liaison');
  await page.getByLabel('反馈期限').fill(inDays(30));
  await visitor.look('notice-writing');
  await visitor.act('发出');
  await page
    .getByText(/个单位未反馈/)
    .first()
    .waitFor();
}

/** Announced from a template, moved and closed after a look at who is affected; what entered, its account, the sheets. */
async function windows(visitor: Visitor, mark: string, from: number): Promise<void> {
  const { page } = visitor;
  await page.getByRole('heading', { name: '全部批次' }).waitFor();
  await visitor.look('windows-desk');
  await page.getByRole('link', { name: '发布批次' }).click();
  await page.getByLabel('年度', { exact: true }).fill(inDays(0).slice(0, 4));
  await page.getByRole('button', { name: '上半年' }).click();
  await page.getByLabel('代号').fill(`walk-${mark}`);
  await page.getByLabel('名称').fill(`演示批次 ${mark}`);
  await page.getByLabel('开始受理').fill(inDays(from));
  await page.getByLabel('线上截止').fill(inDays(from + 20));
  await page.getByLabel('纸质报送自').fill(inDays(from + 22));
  await page.getByLabel('纸质报送至').fill(inDays(from + 25));
  await visitor.act('添加提前截止的单位');
  await page.getByLabel(/^单位/).selectOption({ label: '长治市能源局' });
  await page.getByLabel('截止日（含当日）', { exact: true }).fill(inDays(from + 15));
  await visitor.look('window-announcing');
  await visitor.act('发布');
  await page.getByRole('heading', { name: `演示批次 ${mark}`, level: 1 }).waitFor();
  await page.getByRole('group', { name: '批次账目' }).waitFor();
  await visitor.act('调整日期');
  await page.getByLabel('线上截止').fill(inDays(from + 21));
  await page.getByLabel('理由').first().fill('省里统一安排。');
  await visitor.act('预览受影响的成果');
  await page.getByText('涉及 0 件成果。').waitFor();
  await visitor.look('window-rescheduling');
  await visitor.act('确认调整日期');
  await page.getByRole('button', { name: '确认调整日期' }).waitFor({ state: 'detached' });
  await visitor.act('添加联系方式');
  await page.getByLabel('部门').fill('科技成果登记受理处');
  await page.getByLabel('电话').fill('0351-0000002');
  await page.getByLabel('地址').fill('太原市示例路1号');
  await visitor.act('保存');
  await visitor.look('window-desk');
}

async function counter(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await page.getByRole('link', { name: '纸质材料签收' }).click();
  await page.getByLabel('登记表上的二维码内容').fill('不是登记表');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await visitor.look('paper-refused');
}

/** A correction with what it changes is approved; the certificate is there in two versions. */
async function corrections(visitor: Visitor, people: DemonstrationPeople, number: string, name: string): Promise<void> {
  const { page } = visitor;
  await page.getByRole('link', { name: '更正申请' }).click();
  await page.getByRole('link', { name: number }).waitFor();
  await visitor.look('corrections');
  await exportedWith(visitor, '更正申请', '登记号', number);
  await page.getByRole('link', { name: number }).click();
  await page.getByText(name).waitFor();
  await visitor.look('correction');
  await visitor.act('批准更正');
  await visitor.showCodeUnless(registrarOf(people), page.getByText('已更正', { exact: true }));
  await page.getByRole('link', { name: '查看登记条目' }).click();
  await page.getByText('已被新版本替代').waitFor();
  await visitor.look('entry-corrected');
}

async function cancellation(visitor: Visitor, people: DemonstrationPeople, { number }: { number: string }): Promise<void> {
  const { page } = visitor;
  await page.getByRole('link', { name: '登记条目与证书' }).click();
  await page.getByLabel('登记号').fill(number);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: number }).click();
  await visitor.act('注销这项登记');
  await page.getByLabel('注销事由').selectOption({ label: '弄虚作假' });
  const scan = { name: '处理决定.png', mimeType: 'image/png', buffer: await page.screenshot({ type: 'png' }) };
  await page.getByLabel(/^依据文件/).setInputFiles(scan);
  await page.getByLabel('理由', { exact: true }).fill('证明材料系伪造。');
  await visitor.look('entry-cancelling');
  await visitor.act('确认注销登记');
  await visitor.showCodeUnless(registrarOf(people), page.getByText('注销，事由：弄虚作假。'));
  await visitor.look('entry-cancelled');
}

async function figures(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await page.getByRole('link', { name: '上报情况' }).click();
  await page.getByRole('heading', { name: '上报情况', level: 1 }).waitFor();
  await page
    .getByText('还没有上报批次')
    .or(page.getByRole('region', { name: '上报情况' }))
    .first()
    .waitFor();
  await visitor.look('report-ups');
  await page.getByRole('link', { name: '统计分析' }).click();
  await page.getByRole('img', { name: '各环节用时' }).waitFor();
  await page.getByRole('group', { name: '成果类别' }).waitFor();
  await visitor.look('statistics');
}

async function time(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await page.getByRole('link', { name: '期限与日历' }).click();
  await page.getByRole('group', { name: '办理期限' }).waitFor();
  await page.getByLabel('期限', { exact: true }).fill('6');
  await page.getByLabel('生效日期').fill(inDays(10));
  await page.getByLabel('依据', { exact: true }).fill('演示');
  await page.getByRole('button', { name: '预览受影响的期限' }).first().click();
  await page.getByText(/涉及 \d+ 项未到期的期限/).waitFor();
  await visitor.look('deadlines-limit');
  await visitor.act('下一年');
  await page.getByText(/年的放假安排尚未载入/).waitFor();
  await page.getByLabel(/^放假和调休上班的日期/).fill(`${Number(inDays(0).slice(0, 4)) + 1}-01-01 休 元旦`);
  await page.getByLabel('依据的通知').fill('关于部分节假日安排的通知');
  await page.getByRole('button', { name: '预览受影响的期限' }).last().click();
  await page.getByRole('button', { name: /^载入为第/ }).waitFor();
  await visitor.look('deadlines-calendar');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Limits and calendar' }).waitFor();
  await visitor.look('deadlines-english');
}
