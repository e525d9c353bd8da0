import type { Browser } from 'playwright-core';
import type { Announced } from './announced';
import { exportedWith } from './exporting';
import type { Findings, VisitSettings } from './visitor';
import { Visitor } from './visitor';

/** Somebody without an account: the guide, windows, notices, the register, a certificate. */
export async function everybodyWalk(browser: Browser, settings: VisitSettings, findings: Findings, announced: Announced): Promise<void> {
  const visitor = await Visitor.with(browser, settings, findings);
  const { page } = visitor;
  await visitor.open('/');
  await page.getByRole('heading', { name: '登记流程' }).waitFor();
  await visitor.look('welcome');
  await fromMenu(visitor, '办事指南');
  await page.getByText('中华人民共和国促进科技成果转化法').waitFor();
  await visitor.look('guide');
  await fromMenu(visitor, '受理批次');
  await page.getByRole('heading', { name: announced.windowName }).waitFor();
  await page.getByRole('link', { name: announced.manual }).waitFor();
  await visitor.look('windows');
  await fromMenu(visitor, '通知公告');
  await page.getByRole('link', { name: announced.notice }).click();
  await page.getByRole('heading', { name: announced.notice, level: 1 }).waitFor();
  await visitor.look('public-notice');
  await register(visitor, announced);
  await certificate(visitor, announced);
  await visitor.open('/channels');
  await page.getByRole('heading', { name: '退订邮件' }).waitFor();
  await visitor.look('unsubscribe');
  await visitor.open('/register/0002026Y9999');
  await page.getByText('登记库中没有这个登记号').waitFor();
  await visitor.open('/guide');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'How to register' }).waitFor();
  await visitor.look('guide-english');
  await visitor.leave();
}

/** Objects to what is in publicity, and asks where the objection stands. @returns its receipt */
export async function objectionWalk(browser: Browser, settings: VisitSettings, findings: Findings, serial: string): Promise<string> {
  const visitor = await Visitor.with(browser, settings, findings);
  const { page } = visitor;
  await visitor.open('/publicity');
  await page.getByRole('heading', { name: '成果公示' }).waitFor();
  await visitor.look('publicity');
  await visitor.open(`/publicity/${serial}`);
  await page.getByRole('heading', { name: '提出异议' }).waitFor();
  await page.getByLabel('事实与理由').fill('主要完成人的排序与证明材料不一致，附专利证书。');
  await page.reload();
  await page.getByRole('status').filter({ hasText: '没有发送的内容已恢复' }).waitFor();
  await visitor.look('objection-there-again');
  await page.getByLabel('单位（加盖公章）').check();
  await page.getByLabel('单位名称').fill('长治市某煤矿机械有限公司');
  await page.getByLabel('联系方式（电话或邮箱）').fill('0355-0000099');
  const scan = { name: '异议书.png', mimeType: 'image/png', buffer: await page.screenshot({ type: 'png' }) };
  await page.getByLabel('加盖公章的异议书').setInputFiles(scan);
  await page.getByRole('button', { name: '提交异议' }).click();
  await page.getByRole('alert').filter({ hasText: '请至少选择一项' }).waitFor();
  await visitor.look('objection');
  await page.getByLabel('主要完成人', { exact: true }).check();
  await page.getByRole('button', { name: '提交异议' }).click();
  await page.getByText('异议已收到').waitFor();
  await visitor.look('objection-received');
  const [receipt = '', secret = ''] = await page.locator('dd strong, dd code').allInnerTexts();
  await page.getByRole('link', { name: '查询异议处理结果' }).click();
  await page.getByLabel('回执号').fill(receipt);
  await page.getByLabel('查询码').fill(secret);
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByText('已收到，正在审核是否受理').waitFor();
  await visitor.look('objection-standing');
  await visitor.leave();
  return receipt;
}

/** With the keyboard alone: the guide, past the menu into the register, narrowed down, and a certificate. */
export async function keyboardWalk(browser: Browser, settings: VisitSettings, findings: Findings, { number }: Announced): Promise<void> {
  const visitor = await Visitor.with(browser, settings, findings);
  const { page } = visitor;
  const { keyboard } = page;
  await visitor.open('/');
  await page.getByRole('heading', { name: '登记流程' }).waitFor();
  await fromMenu(visitor, '办事指南');
  await visitor.reach(page.getByRole('link', { name: '登记依据' }));
  await keyboard.press('Enter');
  await page.waitForURL(/#basis/);
  await fromMenu(visitor, '登记成果查询');
  await visitor.reach(page.getByLabel('成果名称'));
  await keyboard.type('低浓度瓦斯');
  await keyboard.press('Enter');
  await page.waitForURL(/name=/);
  await visitor.reach(page.getByRole('region', { name: '成果类别' }).getByRole('link', { name: '应用技术' }));
  await keyboard.press('Enter');
  await page.waitForURL(/category=applied/);
  await fromMenu(visitor, '证书核验');
  await visitor.reach(page.getByLabel('登记号，或二维码内容'));
  await keyboard.type(number);
  await visitor.reach(page.getByRole('button', { name: '核验' }));
  await keyboard.press('Enter');
  await page.getByText('有效：').waitFor();
  await visitor.wentWithKeys();
  await visitor.leave();
}

async function fromMenu(visitor: Visitor, name: string): Promise<void> {
  const { page } = visitor;
  await visitor.reach(page.getByRole('navigation', { name: '公开信息' }).getByRole('link', { name }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

async function register(visitor: Visitor, { number }: Announced): Promise<void> {
  const { page } = visitor;
  await fromMenu(visitor, '登记成果查询');
  await visitor.look('register');
  await page.getByLabel('成果名称').fill('低浓度瓦斯');
  await page.keyboard.press('Enter');
  await page.waitForURL(/name=/);
  await page.getByRole('region', { name: '成果类别' }).getByRole('link', { name: '应用技术' }).click();
  await page.waitForURL(/category=applied/);
  await visitor.look('register-narrowed');
  await exportedWith(visitor, '登记成果查询', '第一完成单位', number);
  await page.getByLabel('成果名称').fill('没有这样的成果');
  await page.keyboard.press('Enter');
  await page.getByText('没有符合条件的成果').waitFor();
  await visitor.look('register-nothing');
  await visitor.open(`/register/${number}`);
  await page.getByText(number).waitFor();
  await visitor.look('registered');
}

async function certificate(visitor: Visitor, { number }: Announced): Promise<void> {
  const { page } = visitor;
  await page.getByRole('link', { name: '核验登记证书' }).click();
  await page.getByText('有效：').waitFor();
  await visitor.look('verified');
  await page.getByRole('link', { name: '核验另一份证书' }).click();
  await page.getByLabel('登记号，或二维码内容').fill('不是登记号');
  await page.getByRole('button', { name: '核验' }).click();
  await page.getByRole('alert').filter({ hasText: '没有找到登记号' }).waitFor();
  await visitor.look('verify');
  const copied = `https://register.example/certificates/${number}?version=1&sealed=c1.AAAA.BBBB`;
  await page.getByLabel('登记号，或二维码内容').fill(copied);
  await page.getByRole('button', { name: '核验' }).click();
  await page.getByText('内容不符').waitFor();
  await visitor.look('verified-altered');
}
