import { createHash } from 'node:crypto';
import type { GraphChange } from '@dengke/contract';
import type { Browser, Page } from 'playwright-core';
import { ApiClient } from '../client';
import { demonstrationPeople, somebodyAt } from '../demonstration-people';
import type { Findings, VisitSettings } from './visitor';
import { Visitor } from './visitor';

const energy = 'org-sx-energy';
const changzhi = 'org-changzhi-energy';

interface Line {
  id: string;
  name: string;
}

/**
 * A reorganisation from its preview to what it leaves, of units made for it: one is transferred to another city, a part of it split off, the part merged into a
 * third. What would leave the graphs faulty cannot be done.
 */
export async function reorganisationWalk(browser: Browser, settings: VisitSettings, findings: Findings): Promise<void> {
  const people = await demonstrationPeople();
  const mark = createHash('sha256').update(`${Date.now()} ${process.pid} reorganisation`).digest('hex').slice(0, 8);
  const superAdmin = somebodyAt(people, energy, 'superAdmin');
  const client = await ApiClient.signIn(settings.address, superAdmin.login, people.password);
  const [moved, joined] = [
    await aUnit(client, `示例机械有限公司${mark}`, 'A', mark),
    await aUnit(client, `示例装备有限公司${mark}`, 'B', mark),
  ];
  const login = `reorg-${mark}`;
  const released = { organisationId: moved.id, role: 'unitAdmin', login, person: { name: `秦示例${mark}` } };
  await client.act('/credentials', released);
  await client.act('/credentials', { ...released, role: 'completer', login: `${login}-2`, person: { name: `尤示例${mark}` } });
  await client.close();

  const visitor = await Visitor.with(browser, settings, findings);
  const { page } = visitor;
  await visitor.open('/organisations');
  await visitor.signInAs(superAdmin, people.password);
  await page.getByRole('heading', { name: '机构与单位' }).waitFor();
  await refused(visitor);
  await begin(visitor, 'transfer', moved.id);
  await pick(page, '发放账号的上级', '太原市能源局');
  await pick(page, '下发通知的上级', '太原市能源局');
  await page.getByLabel('行政区划代码（选填）').fill('140105');
  await done(visitor, 'transfer', '随区划调整划转');

  await begin(visitor, 'split', moved.id);
  const part = `示例机械分公司${mark}`;
  await page.getByLabel('名称', { exact: true }).fill(part);
  await page.getByLabel('行政区划代码', { exact: true }).fill('140105');
  await pick(page, '发放账号的上级', '太原市能源局');
  await page.getByLabel('联系科室').fill('科技部');
  await page.getByLabel('办公电话').fill('0351-0000066');
  await page.getByRole('textbox', { name: '统一社会信用代码' }).fill(codeOf(mark, 'C'));
  await pick(page, '组织管理部门', nameOf(people, energy));
  await appointed(page, `尤示例${mark}`);
  await done(visitor, 'split', '成立分公司');

  await begin(visitor, 'merge', await idOf(visitor, part));
  await pick(page, '并入', joined.name);
  await done(visitor, 'merge', '并入装备公司');
  await visitor.leave();
}

/** What would leave units without a desk is shown with its faults, and there is nothing to do it with. */
async function refused(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await begin(visitor, 'close', changzhi);
  await visitor.act('预演');
  await page.getByText('这项调整会使组织关系出现以下问题，不能执行').waitFor();
  await page.getByRole('button', { name: '执行调整' }).waitFor({ state: 'detached' });
  await visitor.look('change-refused');
}

async function begin(visitor: Visitor, kind: GraphChange['kind'], id: string): Promise<void> {
  await visitor.open(`/organisations/change?kind=${kind}&organisation=${id}`);
  await visitor.page.getByRole('button', { name: '预演' }).waitFor();
}

async function pick(page: Page, label: string, name: string): Promise<void> {
  const picker = page.getByRole('group', { name: label }).first();
  await picker.getByRole('searchbox').fill(name);
  await picker.getByRole('radio', { name }).first().click();
}

/** Somebody has to release there from now on. */
async function appointed(page: Page, name: string): Promise<void> {
  await page.getByRole('checkbox', { name }).check();
  await page.getByRole('combobox', { name: `${name}的岗位` }).selectOption({ label: '单位管理员' });
}

async function done(visitor: Visitor, kind: GraphChange['kind'], reason: string): Promise<void> {
  const { page } = visitor;
  await visitor.act('预演');
  await page.getByRole('heading', { name: '预演结果' }).waitFor();
  await visitor.look(`change-${kind}`);
  await visitor.act('执行调整');
  await page.getByRole('textbox', { name: '原因' }).fill(reason);
  await visitor.act('确定');
  await page.getByText('调整已执行').waitFor();
}

async function aUnit(client: ApiClient, name: string, which: string, mark: string): Promise<Line> {
  const unit = { uscc: codeOf(mark, which), unitKind: 'enterprise', organiserId: energy, field: 'energy', doors: ['municipal'] as const };
  const change = {
    kind: 'create',
    organisation: {
      ...{ name, kind: 'unit', areaCode: '140403', credentialParentId: changzhi, noticeParentId: changzhi },
      ...{ contactOffice: '科技部', contactPhone: '0355-0000055', unit: { ...unit, ownOrganiser: false, singlePerson: false } },
    },
  };
  const { version } = await client.write<{ version: string }>('POST', '/graph-changes/preview', { change });
  const { organisationId } = await client.act<{ organisationId: string }>('/graph-changes', { change, version, reason: '新成立的单位' });
  return { id: organisationId, name };
}

async function idOf(visitor: Visitor, name: string): Promise<string> {
  const { page } = visitor;
  await visitor.open('/organisations');
  await page.getByRole('searchbox').fill(name);
  const found = page.getByRole('link', { name });
  await found.waitFor();
  await found.click();
  await page.waitForURL(/organisations\/[^/?]+$/);
  await page.getByRole('heading', { name: '登记路径' }).waitFor();
  return page.url().split('/').at(-1) ?? '';
}

/** 18 characters of the standard’s alphabet. */
const codeOf = (mark: string, which: string): string => `91140400${mark.toUpperCase()}${which}1`;

const nameOf = ({ organisations }: { organisations: Line[] }, id: string): string => organisations.find((one) => one.id === id)?.name ?? '';
