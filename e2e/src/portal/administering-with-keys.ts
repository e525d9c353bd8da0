import type { Role } from '@dengke/contract';
import type { Browser, Locator } from 'playwright-core';
import type { DemonstrationPeople } from '../demonstration-people';
import { somebodyAt } from '../demonstration-people';
import { unitId } from './preparing';
import type { Findings, VisitSettings } from './visitor';
import { Visitor } from './visitor';
import { noWorkflowsSeen, workflowsSeen } from './workflows-seen';
import type { Visiting } from './workflows-seen';

/** Whoever administers, on his way through the portal. */
export interface Walking {
  browser: Browser;
  settings: VisitSettings;
  findings: Findings;
  people: DemonstrationPeople;
  /** Makes what this run adds different from what another one added. */
  mark: string;
}

async function signedIn(walking: Walking, organisationId: string, role: Role, path: string): Promise<Visitor> {
  const { browser, settings, findings, people } = walking;
  const visitor = await Visitor.with(browser, settings, findings);
  await visitor.open(path);
  await visitor.signInWithKeys(somebodyAt(people, organisationId, role), people.password);
  return visitor;
}

/** The tree, one organisation, and a change that is looked at, done, and found there. */
export async function graphChanged(walking: Walking): Promise<void> {
  const { mark, people } = walking;
  const visitor = await signedIn(walking, 'org-sx-energy', 'superAdmin', '/organisations');
  const { page } = visitor;
  await page.getByRole('link', { name: nameOf(people, 'org-changzhi-energy') }).waitFor();
  await visitor.enter(`展开${nameOf(people, 'org-changzhi-energy')}`);
  await page.getByRole('link', { name: nameOf(people, unitId) }).waitFor();
  await visitor.look('organisations');
  await visitor.enter(nameOf(people, unitId));
  await page.getByRole('heading', { name: '登记路径' }).waitFor();
  await page.getByText('国家科技成果网').first().waitFor();
  await visitor.look('organisation');
  await visitor.enter('撤销');
  await page.getByRole('button', { name: '预演' }).waitFor();
  await visitor.enter('预演');
  await page.getByRole('heading', { name: '预演结果' }).waitFor();
  await visitor.look('change-previewed');
  await visitor.enter('机构与单位', 'back');
  await page.getByRole('link', { name: '新设机构' }).waitFor();
  await visitor.enter('新设机构');
  const unit = `长治市示例煤机有限公司${mark}`;
  await createdWithKeys(visitor, people, unit, codeOf([...mark].reverse().join('')));
  await visitor.look('changed');
  await visitor.enter('返回');
  await page.getByLabel('按名称或统一社会信用代码查找').waitFor();
  await visitor.typeInto('按名称或统一社会信用代码查找', unit);
  await page.getByRole('link', { name: unit }).waitFor();
  await visitor.wentWithKeys();
  await visitor.open('/organisations/import');
  await page.getByRole('heading', { name: '导入单位' }).waitFor();
  await visitor.look('import');
  await visitor.leave();
}

async function createdWithKeys(visitor: Visitor, people: DemonstrationPeople, name: string, code: string): Promise<void> {
  const { page } = visitor;
  await page.getByLabel('名称', { exact: true }).waitFor();
  await visitor.typeInto('名称', name);
  await visitor.typeInto('行政区划代码', '140403');
  for (const [label, id] of [
    ['发放账号的上级', 'org-changzhi-energy'],
    ['组织管理部门', 'org-sx-energy'],
  ] as const) {
    const picker = page.getByRole('group', { name: label, exact: true });
    await pickedWithKeys(visitor, picker, nameOf(people, id));
  }
  await visitor.typeInto('联系科室', '科技部');
  await visitor.typeInto('办公电话', '0355-0000077');
  await visitor.typeInto('统一社会信用代码', code);
  for (const box of ['市级能源局', '能源行业']) {
    await visitor.reach(page.getByRole('checkbox', { name: box }));
    await page.keyboard.press('Space');
  }
  await visitor.look('change');
  await visitor.enter('预演');
  await page.getByRole('button', { name: '执行调整' }).waitFor();
  await visitor.enter('执行调整');
  await visitor.typeInto('原因', '新成立的单位');
  await visitor.enter('确定');
  await page.getByText('调整已执行').waitFor();
}

async function pickedWithKeys(visitor: Visitor, picker: Locator, name: string): Promise<void> {
  await visitor.reach(picker.getByRole('searchbox'));
  await visitor.page.keyboard.type(name);
  const found = picker.getByRole('radio', { name });
  await visitor.reach(found);
  await visitor.page.keyboard.press('Space');
  await found.waitFor({ state: 'detached' });
}

/** The security administrator ends the logins of somebody and lets him in again, each with a reason. */
export async function custody(walking: Walking): Promise<void> {
  const { people } = walking;
  const county = 'org-cz-huguan-energy';
  const visitor = await signedIn(walking, 'org-sx-kjt', 'securityAdmin', '/people');
  const { page } = visitor;
  await page.getByRole('heading', { name: /^人员（/ }).waitFor();
  await visitor.enter('更换（单位）');
  await pickedWithKeys(visitor, page.getByRole('group', { name: '单位', exact: true }), nameOf(people, county));
  const clerk = somebodyAt(people, county, 'liaison').name;
  await page.getByRole('link', { name: clerk }).waitFor();
  await visitor.enter(clerk);
  for (const [act, state] of [
    ['停用账号', '已停用'],
    ['启用账号', '使用中'],
  ] as const) {
    await page.getByRole('button', { name: act }).waitFor();
    await visitor.enter(act);
    await visitor.typeInto('原因', '核实本人身份');
    await visitor.enter('确定');
    await page.getByRole('heading', { name: state }).waitFor();
    await visitor.look(`custody-${state === '已停用' ? 'disabled' : 'enabled'}`);
  }
  await visitor.wentWithKeys();
  await visitor.leave();
}

/** The department’s other separated administrators: the lint, what runs, the audit with its verification, rights; and the forms, which are read. */
export async function watchers(walking: Walking, visit: Visiting, showsWorkflows: boolean): Promise<void> {
  const system = await signedIn(walking, 'org-sx-kjt', 'systemAdmin', '/organisations');
  await system.page.getByRole('heading', { name: '组织关系检查' }).waitFor();
  await system.look('graph-lint');
  await system.enter('登记表与代码');
  await system.page.getByRole('button', { name: /^查看/ }).first().waitFor();
  await system.enter('查看');
  await system.page.getByRole('columnheader', { name: '代码' }).waitFor();
  await system.look('forms');
  await (showsWorkflows ? workflowsSeen(system, unitId, visit) : noWorkflowsSeen(system));
  const auditor = await signedIn(walking, 'org-sx-kjt', 'auditAdmin', '/audit');
  await auditor.page.getByRole('heading', { name: '操作记录' }).waitFor();
  await auditor.enter('全部机构调整');
  await auditor.page.getByText('核验通过').waitFor();
  await auditor.look('audit');
  await auditor.enter('系统运维', 'back');
  await auditor.page.getByRole('button', { name: '系统运维', pressed: true }).waitFor();
  await auditor.enter('权限表', 'back');
  await auditor.page.getByRole('heading', { name: '权限表' }).waitFor();
  await auditor.look('rights');
  await auditor.wentWithKeys();
  await auditor.leave();
}

/** 18 characters of the standard’s alphabet; whether the last one is the right one is left open. */
export const codeOf = (mark: string): string => `91140400${mark.toUpperCase()}MA`;

export function nameOf({ organisations, units }: DemonstrationPeople, id: string): string {
  const found = [...organisations, ...units].find((one) => one.id === id);
  if (found === undefined) {
    throw new Error(`The seed has no ${id}`);
  }
  return found.name;
}
