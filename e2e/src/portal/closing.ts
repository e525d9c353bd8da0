import { createHash } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { ApiClient } from '../client';
import type { DemonstrationPeople } from '../demonstration-people';
import { demonstrationPeople, somebodyAt } from '../demonstration-people';
import { pollUntil } from '../poll';
import { withCameraOver } from './camera';
import { Around, unitId } from './preparing';
import type { Findings, VisitSettings } from './visitor';
import { Visitor } from './visitor';
import { inDays } from './windows-free';

const desks = { municipal: 'org-changzhi-energy', organiser: 'org-sx-energy', department: 'org-sx-kjt' } as const;
/** Another one than approves on other walks. */
const registrar = 1;

interface WindowLine {
  id: string;
  opensAt: string;
  cutOffOn: string;
  paperFrom: string;
  state: string;
  version: number;
}
interface Walking {
  browser: Browser;
  settings: VisitSettings;
  findings: Findings;
  people: DemonstrationPeople;
}

/**
 * The end of a window: the department ends it at once, the day turns out to have been lost and it goes on, and ends again; the organiser hands in the paper
 * that its sheet lists, and the counter reads the forms one by one. What had not reached the department is carried over.
 */
export async function closingWalk(browser: Browser, settings: VisitSettings, findings: Findings): Promise<void> {
  const people = await demonstrationPeople();
  const walking = { browser, settings, findings, people };
  const around = new Around(settings.address, people);
  const mark = createHash('sha256').update(`${Date.now()} ${process.pid} closing`).digest('hex').slice(0, 8);
  const windowId = await anOpenWindow(settings.address, people);
  const [first, second] = [
    await around.submitted(`矿井乏风余热利用机组 ${mark}`, `${mark}1`),
    await around.submitted(`采空区充填站 ${mark}`, `${mark}2`),
  ];
  await around.release(first);
  await around.release(second);
  await around.handInPaper(unitId, 'completer', first);
  await around.recommendedBy(desks.municipal, first);
  await around.handInPaper(desks.municipal, 'manager', first);
  await around.recommendedBy(desks.organiser, first);
  await endedTwice(walking, windowId);
  await paperHandedIn(walking, windowId);
  await withCameraOver(await around.formOf(first), (camera) => paperHeldUp({ ...walking, browser: camera }, first));
  await paperReceived(walking, windowId, await around.codeOf(first));
}

/** Of today: one of an earlier walk goes on, as after a lost day. */
async function anOpenWindow(address: string, people: DemonstrationPeople): Promise<string> {
  const client = await ApiClient.signIn(address, somebodyAt(people, desks.department, 'manager', registrar).login, people.password);
  const now = new Date().toISOString();
  const known = await client.read<WindowLine[]>('/windows');
  const begun = known.find(({ opensAt, paperFrom }) => opensAt <= now && paperFrom > inDays(0));
  const id = begun?.id ?? `close-${Date.now() % 1_000_000}`;
  if (begun === undefined) {
    const year = inDays(0).slice(0, 4);
    await client.act('/windows', {
      ...{ id, name: `即将截止的批次 ${id.slice(6)}`, registrationYear: Number(year), resultFrom: `${year}-01-01`, resultTo: inDays(0) },
      ...{ opensOn: inDays(0), cutOffOn: inDays(1), paperFrom: inDays(3), paperTo: inDays(6) },
    });
  } else if (begun.state !== 'open') {
    const days = { downOn: begun.cutOffOn, cutOffOn: inDays(1), paperFrom: inDays(3), paperTo: inDays(6) };
    await client.act(`/windows/${id}/extend`, { seenVersion: begun.version, reason: '系统故障。', ...days });
  }
  await pollUntil(
    'the window is open',
    () => client.read<WindowLine>(`/windows/${id}`),
    ({ state }) => state === 'open',
  );
  await client.close();
  return id;
}

async function visit({ browser, settings, findings, people }: Walking, organisationId: string, path: string, which = 0): Promise<Visitor> {
  const visitor = await Visitor.with(browser, settings, findings);
  await visitor.open(path);
  await visitor.signInAs(somebodyAt(people, organisationId, 'manager', which), people.password);
  return visitor;
}

/** Without a reason nothing is previewed; with it, who is affected is seen before it is done. */
async function endedTwice(walking: Walking, windowId: string): Promise<void> {
  const visitor = await visit(walking, desks.department, `/desk/windows/${windowId}`, registrar);
  const { page } = visitor;
  await visitor.act('立即截止');
  await visitor.act('预览受影响的成果');
  await page.locator('textarea:invalid').first().waitFor();
  await ended(visitor);
  await visitor.look('window-ended');
  await visitor.act('故障顺延');
  await page.getByLabel('系统故障的截止日').fill(inDays(0));
  await page.getByLabel('线上截止（含当日）').fill(inDays(1));
  await page.getByLabel('纸质报送自').fill(inDays(3));
  await page.getByLabel('纸质报送至').fill(inDays(6));
  await page.getByLabel('理由').first().fill('截止当日系统无法登录。');
  await visitor.act('预览受影响的成果');
  await page.getByText(/重新冻结的汇总表：\d+ 份/).waitFor();
  await visitor.look('window-extending');
  await visitor.act('确认故障顺延');
  await visitor.reloadUntil(page.getByRole('button', { name: '立即截止' }), page.getByRole('heading', { name: '批次账目' }));
  await visitor.act('立即截止');
  await ended(visitor);
  await visitor.leave();
}

async function ended(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await page.getByLabel('理由').first().fill('省里统一安排，提前截止。');
  await visitor.act('预览受影响的成果');
  await page.getByText(/涉及 \d+ 件成果。/).waitFor();
  await visitor.look('window-ending');
  await visitor.act('确认立即截止');
  await page.getByRole('button', { name: '确认立即截止' }).waitFor({ state: 'detached' });
  // The page asks for each part by itself: the window may still be open beside sheets that are frozen.
  const cutOff = page.getByRole('main').filter({ has: page.getByRole('heading', { name: '线上截止' }) });
  const frozen = cutOff.filter({ has: page.getByRole('row', { name: /下载打印版/ }) });
  await visitor.reloadUntil(frozen, page.getByRole('heading', { name: '批次账目' }));
}

/** The organiser's own sheet, from the menu. */
async function paperHandedIn(walking: Walking, windowId: string): Promise<void> {
  const visitor = await visit(walking, desks.organiser, '/review');
  const { page } = visitor;
  await page.getByRole('link', { name: '集中受理' }).click();
  await page.locator(`a[href$="/desk/windows/${windowId}"]`).first().click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载表格' }).click();
  await (await download).path();
  await page.getByRole('button', { name: /^报送纸质材料/ }).click();
  await page.getByText(/^办理完成：/).waitFor();
  await visitor.look('sheet-handed-in');
  await visitor.leave();
}

/** The camera of the counter reads the code of a form that is held before it. */
async function paperHeldUp(walking: Walking, serial: string): Promise<void> {
  const visitor = await visit(walking, desks.department, '/paper', registrar);
  const { page } = visitor;
  await visitor.act('用摄像头扫码');
  const form = page.getByRole('listitem').filter({ hasText: serial });
  await form.getByText('与线上提交的第 1 版一致。').waitFor();
  await visitor.look('paper-camera');
  await visitor.act('关闭摄像头');
  await visitor.leave();
}

/** A form that is another one than was submitted is not taken; the right one is, and the whole sheet not before the days of paper (P11). */
async function paperReceived(walking: Walking, windowId: string, code: string): Promise<void> {
  const name = walking.people.organisations.find(({ id }) => id === desks.organiser)?.name ?? '';
  const visitor = await visit(walking, desks.department, '/paper', registrar);
  const { page } = visitor;
  const field = page.getByLabel('登记表上的二维码内容');
  await field.fill(code.slice(0, -64) + '0'.repeat(64));
  await page.keyboard.press('Enter');
  await page.getByText('与线上提交的任何一版都不一致，不能签收。').waitFor();
  await page.getByRole('button', { name: /^签收 / }).waitFor({ state: 'detached' });
  await visitor.look('paper-altered');
  await field.fill(code);
  await page.keyboard.press('Enter');
  await page.getByText('与线上提交的第 1 版一致。').waitFor();
  await visitor.look('paper-same');
  await visitor.act('签收 1 份');
  await page.getByText('办理完成：1 件中 1 件成功').waitFor();
  await visitor.look('paper-received');
  await visitor.open(`/desk/windows/${windowId}`);
  await page
    .getByRole('row', { name })
    .getByRole('button', { name: /^签收整份材料/ })
    .click();
  await page.getByText('纸质报送期尚未开始，汇总表自纸质报送首日起接收。').waitFor();
  await visitor.look('sheet-too-early');
  await visitor.leave();
}
