import { generateSync } from 'otplib';
import type { Browser } from 'playwright-core';
import { ApiClient } from '../client';
import type { DemonstrationPerson } from '../demonstration-people';
import { demonstrationPeople, somebodyAt } from '../demonstration-people';
import type { Announced } from './announced';
import type { Findings, VisitSettings } from './visitor';
import { Visitor } from './visitor';

const countyId = 'org-cz-luzhou-energy';
const above = ['org-sx-energy', 'org-changzhi-energy'] as const;

/** A county’s liaison: a message comes, a letter is signed for, answered with annex 1 and passed on; then the account, and a session that is over. */
export async function insiderWalk(browser: Browser, settings: VisitSettings, findings: Findings, announced: Announced): Promise<void> {
  const people = await demonstrationPeople();
  const liaison = somebodyAt(people, countyId, 'liaison');
  const visitor = await Visitor.with(browser, settings, findings);
  const { page } = visitor;
  await visitor.open('/inbox');
  await visitor.signIn(liaison.login, people.password);
  await page.getByRole('heading', { name: '消息', level: 1 }).waitFor();
  const title = `转发${announced.notice}`;
  await downTo(settings.address, announced, title);
  const message = page.getByRole('listitem').filter({ hasText: title });
  await message.first().waitFor();
  await visitor.look('inbox');
  await message.getByRole('link', { name: '查看' }).first().click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  await page.getByRole('button', { name: '签收' }).waitFor();
  await visitor.look('notice-received');
  await visitor.loseSession();
  await page.getByRole('button', { name: '签收' }).click();
  await page.getByRole('dialog', { name: '请重新登录' }).waitFor();
  await visitor.look('signed-out-in-place');
  await visitor.signIn(liaison.login, people.password);
  await page.getByRole('heading', { name: '科技成果登记工作联络人联系表' }).waitFor();
  await answer(visitor);
  await forwardedWithKeys({ browser, settings, findings }, liaison, people.password, title);
  await account(visitor, liaison.login, people.password);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Account and security' }).waitFor();
  await visitor.look('account-english');
  await visitor.leave();
}

/** Province and city sign for the department’s letter and pass it on, each in a letter of its own. */
async function downTo(address: string, { noticeId }: Announced, title: string): Promise<void> {
  const people = await demonstrationPeople();
  let id = noticeId;
  for (const organisationId of above) {
    const desk = await ApiClient.signIn(address, somebodyAt(people, organisationId, 'manager').login, people.password);
    await desk.act(`/notices/${id}/sign`);
    const letter = { title, body: '各有关单位：现将通知转发给你们，请认真办理。' };
    id = (await desk.act<{ id: string }>(`/notices/${id}/forward`, letter)).id;
    await desk.close();
  }
}

/** Annex 1, first with what is wrong. */
async function answer(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const filledIn = {
    ...{ 单位名称: '长治市潞州区能源局', 地址: '长治市潞州区示例路1号', 邮编: '046000', 单位法定代表人: '程示例', 分管领导姓名: '方示例' },
    ...{ 分管领导手机: '13800000001', 具体承办部门: '综合股', 部门负责人姓名: '韩示例', 部门负责人手机: '13800000002' },
    ...{ 部门负责人邮箱: 'head@dengke.example', 工作人员姓名: '吕示例', 工作人员手机: '13800000003' },
    ...{ 工作人员邮箱: 'staff@dengke.example', 签署日期: '2026-11-01', 统一社会信用代码: '91110000802100433C' },
  };
  for (const [label, value] of Object.entries(filledIn)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
  const scan = { name: '联络人联系表.png', mimeType: 'image/png', buffer: await page.screenshot({ type: 'png' }) };
  await page.getByLabel('签字盖章的扫描件').setInputFiles(scan);
  await page.getByRole('checkbox', { name: /本单位按照山西省开展国家科技成果登记的有关规定/ }).check();
  await page.getByRole('button', { name: '提交反馈' }).click();
  await page.getByRole('alert').filter({ hasText: '有 1 项' }).waitFor();
  await visitor.look('answer-faulty');
  await page.getByLabel('统一社会信用代码', { exact: true }).fill('91110000802100433B');
  await page.getByRole('button', { name: '提交反馈' }).click();
  await page.getByRole('heading', { name: /^本单位的反馈/ }).waitFor();
  await visitor.look('answered');
}

/** Passed on from the sign-in to who below has answered, with the keyboard alone. */
async function forwardedWithKeys(
  { browser, settings, findings }: { browser: Browser; settings: VisitSettings; findings: Findings },
  liaison: DemonstrationPerson,
  password: string,
  title: string,
): Promise<void> {
  const visitor = await Visitor.with(browser, settings, findings);
  const { page } = visitor;
  await visitor.open('/notices');
  await visitor.signInWithKeys(liaison, password);
  await page.getByRole('link', { name: title, exact: true }).first().waitFor();
  await visitor.look('notices');
  await visitor.enter(title);
  await page.getByRole('link', { name: '向下转发' }).waitFor();
  await visitor.enter('向下转发');
  await page.getByRole('heading', { name: '向下转发通知' }).waitFor();
  await visitor.look('forwarding');
  await visitor.enter('发出');
  await page.getByRole('heading', { name: '下级办理情况' }).waitFor();
  await visitor.reach(page.locator('summary').filter({ hasText: '个单位未反馈' }));
  await page.keyboard.press('Enter');
  await visitor.look('forwarded');
  await visitor.wentWithKeys();
  await visitor.leave();
}

/** Another session is ended; an authenticator app is bound, shown anew for recovery codes, and given up again. */
async function account(visitor: Visitor, login: string, password: string): Promise<void> {
  const { page } = visitor;
  const elsewhere = await ApiClient.signIn(visitor.address, login, password);
  await elsewhere.close();
  await page.getByRole('link', { name: '账号与安全' }).click();
  await page.getByRole('heading', { name: '登录中的设备' }).waitFor();
  await visitor.look('account');
  await page.getByRole('button', { name: '结束其他所有登录' }).click();
  await page.getByRole('button', { name: '结束其他所有登录' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '绑定' }).click();
  const secret = (await page.locator('.hint code').innerText()).trim();
  await visitor.look('account-enrolling');
  await page.getByLabel('验证码').fill(generateSync({ secret }));
  await page.getByRole('button', { name: '绑定', exact: true }).last().click();
  await page.getByRole('heading', { name: '恢复码' }).waitFor();
  const codes = await page.locator('.recovery-codes li').allInnerTexts();
  await visitor.look('recovery-codes');
  await page.getByRole('button', { name: '已妥善保管，继续' }).click();
  await page.getByText('还剩 10 个').waitFor();
  await withoutTelephone(visitor, login, password, codes);
  await page.getByRole('button', { name: '解除' }).click();
  await page.getByText('未绑定').waitFor();
  await page.getByRole('button', { name: '生成订阅地址' }).click();
  await page.getByLabel('订阅地址').waitFor();
  await visitor.look('account-calendar');
  await page.getByRole('button', { name: '关闭订阅' }).click();
  await page.getByLabel('订阅地址').waitFor({ state: 'detached' });
}

/** The telephone is lost: a recovery code opens instead of the app, each of them once. */
async function withoutTelephone(visitor: Visitor, login: string, password: string, [first = '', second = '']: string[]): Promise<void> {
  const { page } = visitor;
  const show = async (code: string): Promise<void> => {
    await page.getByLabel('验证码').fill(code);
    await page.keyboard.press('Enter');
  };
  await comeBack(visitor, login, password);
  await show(first);
  await page.getByText('还剩 9 个').waitFor();
  await comeBack(visitor, login, password);
  await show(first);
  await page.getByRole('alert').waitFor();
  await visitor.look('recovery-code-used');
  await show(second);
  await page.getByText('还剩 8 个').waitFor();
}

async function comeBack(visitor: Visitor, login: string, password: string): Promise<void> {
  await visitor.loseSession();
  await visitor.open('/account');
  await visitor.signIn(login, password);
}
