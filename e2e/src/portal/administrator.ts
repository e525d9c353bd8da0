import { createHash } from 'node:crypto';
import type { Role } from '@dengke/contract';
import type { Browser } from 'playwright-core';
import { demonstrationPeople, somebodyAt } from '../demonstration-people';
import { codeOf, custody, graphChanged, nameOf, watchers } from './administering-with-keys';
import type { Walking } from './administering-with-keys';
import { exportedWith } from './exporting';
import { unitId } from './preparing';
import type { Findings, VisitSettings } from './visitor';
import { Visitor } from './visitor';

/** Whoever administers: a bureau’s clerk and a unit’s administrator with people and logins, the super administrator of an organiser; where the house shows workflows, also in the Temporal UI. */
export async function administratorWalk(
  browser: Browser,
  settings: VisitSettings,
  findings: Findings,
  showsWorkflows: boolean,
): Promise<void> {
  const mark = createHash('sha256').update(`${Date.now()} ${process.pid} administrator`).digest('hex').slice(0, 8);
  const walking = { browser, settings, findings, people: await demonstrationPeople(), mark };
  const login = await loginIssued(walking);
  await issuedWithKeys(walking);
  await unitsPeople(walking, login);
  await managersRights(walking);
  await applicationDecided(walking);
  await organisersOfDepartment(walking);
  await graphChanged(walking);
  await custody(walking);
  await watchers(walking, (...who) => visit(walking, ...who), showsWorkflows);
}

async function visit(walking: Walking, organisationId: string, role: Role, path: string): Promise<Visitor> {
  const { browser, settings, findings, people } = walking;
  const visitor = await Visitor.with(browser, settings, findings);
  await visitor.open(path);
  await visitor.signInAs(somebodyAt(people, organisationId, role), people.password);
  return visitor;
}

/** The bureau issues a completer’s login by the slip, and recovers it, shown. */
async function loginIssued(walking: Walking): Promise<string> {
  const visitor = await visit(walking, 'org-changzhi-energy', 'manager', '/people');
  const { page } = visitor;
  const login = `walk-${walking.mark}`;
  await page.getByRole('heading', { name: /^人员（/ }).waitFor();
  await visitor.look('people');
  await exportedWith(visitor, '人员与账号', '手机号码', somebodyAt(walking.people, 'org-changzhi-energy', 'manager').name);
  await page.getByRole('button', { name: '更换（单位）' }).click();
  await page.getByLabel('按单位名称或统一社会信用代码查找').fill('漳岭');
  await page.getByRole('radio').first().waitFor();
  await visitor.look('people-organisation');
  await page.getByRole('radio', { name: nameOf(walking.people, unitId) }).click();
  await page.getByRole('link', { name: somebodyAt(walking.people, unitId, 'completer').name }).waitFor();
  await page.getByRole('link', { name: '发放账号' }).click();
  await page.getByRole('radio', { name: '完成人' }).check();
  await page.getByLabel('姓名').fill(`柳示例`);
  await page.getByLabel('手机号码').fill(mobileOf(walking.mark));
  await page.getByRole('button', { name: '查找此手机号是否已有人员' }).click();
  await page.getByRole('status').filter({ hasText: '没有使用此手机号的人员' }).waitFor();
  await page.getByLabel('登录名').fill(login);
  await visitor.look('login-issuing');
  await visitor.act('发放账号');
  await page.getByRole('link', { name: '下载交接单' }).waitFor();
  await visitor.look('login-issued');
  await visitor.act('完成');
  await page.getByRole('link', { name: '柳示例' }).first().click();
  await page.getByText('待首次登录').waitFor();
  await visitor.look('person');
  await visitor.act('重新发放初始密码');
  await page.getByRole('radio', { name: /在页面上显示/ }).check();
  await visitor.act('确定');
  await page.getByText('初始密码只在此处显示一次').waitFor();
  await visitor.look('first-password-shown');
  await visitor.leave();
  return login;
}

/** Another login, from the sign-in to the slip, with the keyboard alone. */
async function issuedWithKeys({ browser, settings, findings, people, mark }: Walking): Promise<void> {
  const visitor = await Visitor.with(browser, settings, findings);
  const { page } = visitor;
  await visitor.open('/people');
  await visitor.signInWithKeys(somebodyAt(people, 'org-changzhi-energy', 'manager', 1), people.password);
  await page.getByRole('heading', { name: /^人员（/ }).waitFor();
  await visitor.enter('更换（单位）');
  await visitor.typeInto('按单位名称', '漳岭');
  await page.getByRole('radio', { name: nameOf(people, unitId) }).waitFor();
  await visitor.tabTo(nameOf(people, unitId));
  await page.keyboard.press('Space');
  await page.getByRole('link', { name: somebodyAt(people, unitId, 'completer').name }).waitFor();
  await visitor.reach(page.getByRole('link', { name: '发放账号' }));
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: '完成人' }).waitFor();
  await visitor.reach(page.getByRole('radio').first());
  await visitor.goWithKeysTo('完成人', 'ArrowDown');
  await page.keyboard.press('Space');
  await visitor.typeInto('姓名', '梁示例');
  await visitor.typeInto('手机号码', mobileOf(mark, 3));
  await visitor.enter('查找此手机号');
  await page.getByRole('status').filter({ hasText: '没有使用此手机号的人员' }).waitFor();
  await visitor.typeInto('登录名', `keys-${mark}`);
  await visitor.reach(page.getByRole('button', { name: '发放账号' }));
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '下载交接单' }).waitFor();
  await visitor.wentWithKeys();
  await visitor.leave();
}

/** Somebody has left: the unit’s administrator hands over what he was at, and ends his position. */
async function unitsPeople(walking: Walking, login: string): Promise<void> {
  const visitor = await visit(walking, unitId, 'unitAdmin', '/people');
  const { page } = visitor;
  await page.getByRole('link', { name: '柳示例' }).last().click();
  await page.getByText(login).waitFor();
  await visitor.act('移交给同事');
  await page.getByLabel('接收人').selectOption({ label: somebodyAt(walking.people, unitId, 'completer').name });
  await page.getByRole('textbox', { name: '原因' }).fill('已调离本单位');
  await visitor.look('handing-over');
  await visitor.act('确定');
  await page.getByText('已移交草稿 0 份').waitFor();
  await visitor.act('收回岗位');
  await page.getByRole('textbox', { name: '原因' }).fill('已调离本单位');
  await visitor.act('确定');
  await page.getByText('目前没有岗位').waitFor();
  await visitor.look('person-left');
  await visitor.leave();
}

/** The organiser’s super administrator lets somebody of another bureau stand in, looks a contact up, and sets a right. */
async function managersRights(walking: Walking): Promise<void> {
  const { people } = walking;
  const visitor = await visit(walking, 'org-sx-energy', 'superAdmin', '/people');
  const { page } = visitor;
  await page.getByRole('link', { name: somebodyAt(people, 'org-sx-energy', 'manager').name }).click();
  await visitor.act('查看完整联系方式');
  await page.getByRole('textbox', { name: '原因' }).fill('核对联系电话');
  await visitor.act('确定');
  await page.getByText(/^1\d{10}$/).waitFor();
  await visitor.act('安排代理');
  await page.getByRole('button', { name: '更换（代理人所在单位）' }).click();
  await page.getByLabel('按单位名称或统一社会信用代码查找').fill('大同');
  await page.getByRole('radio', { name: nameOf(people, 'org-datong-energy') }).click();
  await page.getByRole('combobox', { name: '代理人' }).selectOption({ label: somebodyAt(people, 'org-datong-energy', 'manager').name });
  await page.getByLabel('代理至（含当日）').fill('2099-12-31');
  await page.getByRole('textbox', { name: '原因' }).fill('休假期间代理');
  await visitor.look('deputy');
  await visitor.act('取消');
  await visitor.act('设置权限');
  await page.getByRole('checkbox', { name: /查看人员完整联系方式/ }).check();
  await page.getByRole('textbox', { name: '原因' }).fill('负责核对联系人');
  await visitor.look('rights-of-manager');
  await visitor.act('确定');
  await page.getByRole('button', { name: '设置权限' }).waitFor();
  await visitor.leave();
}

/** A stranger applies for a login; the bureau finds whom it may double, compares the doubtful code, and issues by the mailed link. */
async function applicationDecided(walking: Walking): Promise<void> {
  const { browser, settings, findings, mark } = walking;
  const stranger = await Visitor.with(browser, settings, findings);
  const name = `温示例${mark}`;
  await stranger.open('/apply');
  await stranger.page.getByLabel('姓名').fill(name);
  await stranger.page.getByLabel('手机号码').fill(mobileOf(mark, 1));
  await stranger.page.getByLabel('电子邮箱').fill('applicant@demo.dengke.example');
  await stranger.page.getByLabel('单位名称').fill(`长治市示例装备有限公司${mark}`);
  await stranger.page.getByLabel('统一社会信用代码').fill(codeOf(mark));
  await stranger.page.getByLabel('行政区划代码').fill('140403');
  await stranger.look('apply');
  await stranger.act('提交申请');
  await stranger.page.getByText('申请已收到').waitFor();
  await stranger.look('applied');
  const [id = '', secret = ''] = await stranger.page.locator('dd code').allInnerTexts();

  const visitor = await visit(walking, 'org-changzhi-energy', 'manager', '/applications');
  const { page } = visitor;
  await page.getByRole('link', { name }).waitFor();
  await visitor.look('applications');
  await page.getByRole('link', { name }).click();
  await page.getByRole('heading', { name: '发放账号' }).waitFor();
  await page.getByLabel('登录名').fill(`apply-${mark}`);
  await page.getByLabel('办公电话').fill('0355-0000088');
  await page.getByRole('radio', { name: /发送邮件链接/ }).check();
  await visitor.look('application');
  await page.getByRole('checkbox', { name: /核对一致/ }).check();
  await visitor.act('发放账号');
  await page.getByText('链接将以邮件发送给本人').waitFor();
  await visitor.look('application-issued');
  await visitor.leave();

  await stranger.page.getByRole('link', { name: '查询申请结果' }).click();
  await stranger.page.getByLabel('申请编号').fill(id);
  await stranger.page.getByLabel('查询码').fill(secret);
  await stranger.act('查询');
  await stranger.page.getByText('账号已发放，待首次登录').waitFor();
  await stranger.look('application-standing');
  await stranger.leave();
}

/** 附件2: a bureau applies to be an organiser, and the department approves it with its one super administrator. */
async function organisersOfDepartment(walking: Walking): Promise<void> {
  const { browser, settings, findings, mark } = walking;
  const stranger = await Visitor.with(browser, settings, findings);
  const organiser = `示例市科学技术局${mark}`;
  await stranger.open('/apply/organiser');
  const filledIn = {
    组织管理部门: organiser,
    地址: '示例市示例路1号',
    邮编: '030600',
    提名单位法定代表人: '程示例',
    具体承办部门: '成果科',
  };
  for (const [label, value] of Object.entries(filledIn)) {
    await stranger.page.getByLabel(label, { exact: true }).fill(value);
  }
  for (const who of ['分管领导', '部门负责人', '工作人员']) {
    const group = stranger.page.getByRole('group', { name: who });
    await group.getByLabel('姓名').fill('方示例');
    await group.getByLabel('手机号码').fill(mobileOf(mark, 2));
    if (who !== '分管领导') {
      await group.getByLabel('电子邮箱').fill('office@demo.dengke.example');
    }
  }
  await stranger.page.getByLabel('签署日期').fill('2026-11-01');
  const scan = { name: '扫描件.png', mimeType: 'image/png', buffer: await stranger.page.screenshot({ type: 'png' }) };
  await stranger.page.getByLabel('单位负责人签名（扫描件）').setInputFiles(scan);
  await stranger.page.getByLabel('单位盖章（扫描件）').setInputFiles(scan);
  await stranger.page.getByRole('checkbox').check();
  await stranger.look('apply-organiser');
  await stranger.act('提交申请');
  await stranger.page.getByText('申请已收到').waitFor();
  await stranger.leave();

  const visitor = await visit(walking, 'org-sx-kjt', 'superAdmin', '/applications');
  const { page } = visitor;
  await page.getByRole('link', { name: organiser }).click();
  await page.getByText('开始审核').waitFor();
  await visitor.look('organiser-application');
  await page.getByLabel('登录名').fill(`organiser-${mark}`);
  await page.getByLabel('行政区划代码').fill('1407');
  await page.getByLabel('办公电话').fill('0354-0000088');
  await page.getByRole('radio', { name: /在页面上显示/ }).check();
  await visitor.act('批准并发放账号');
  await page.getByText('初始密码只在此处显示一次').waitFor();
  await visitor.leave();
}

/** One that nobody of an earlier run has. */
const mobileOf = (mark: string, which = 0): string => `13${String((Number.parseInt(mark, 16) + which) % 1e9).padStart(9, '0')}`;
