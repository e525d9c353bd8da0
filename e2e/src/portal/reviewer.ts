import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import type { DemonstrationPeople } from '../demonstration-people';
import { demonstrationPeople, somebodyAt } from '../demonstration-people';
import { exportedWith } from './exporting';
import { Around, unitId } from './preparing';
import type { Findings, VisitSettings } from './visitor';
import { Visitor } from './visitor';

interface Walking {
  browser: Browser;
  settings: VisitSettings;
  findings: Findings;
  people: DemonstrationPeople;
  around: Around;
}

/**
 * The desks of R-city: the unit releases; the municipal bureau reviews one with the keyboard alone, others in bulk, one of them again after its
 * return; at the organiser's a colleague is quicker; the department approves; the ministry acknowledges. The bureau stops one that may be classified.
 */
export async function reviewerWalk(browser: Browser, settings: VisitSettings, findings: Findings): Promise<void> {
  const people = await demonstrationPeople();
  const around = new Around(settings.address, people);
  const walking = { browser, settings, findings, people, around };
  const mark = createHash('sha256').update(`${Date.now()} ${process.pid} reviewer`).digest('hex').slice(0, 8);
  const [first, second, third, fourth] = [
    `低浓度瓦斯抽采智能调控装置 ${mark}`,
    `低浓度瓦斯抽采智能调控系统 ${mark}`,
    `矿井水深度处理成套工艺 ${mark}`,
    `井下巡检机器人充电装置 ${mark}`,
  ];
  const serial = await around.submitted(first, `${mark}1`);
  const returned = await around.submitted(second, `${mark}2`);
  const other = await around.submitted(third, `${mark}3`);
  await around.release(returned);
  await around.release(other);

  await releasedWithKeys(walking, first);
  await around.handInPaper(unitId, 'completer', serial);
  await recommendedWithKeys(walking, mark, first);
  await manyAtOnce(walking, mark, [second, third]);
  await around.resubmit(returned);
  await lookedAtAgain(walking, returned);
  await overtaken(walking, serial);
  await around.handInPaper('org-sx-energy', 'manager', serial);
  await approved(walking, serial);
  await acknowledged(walking, mark, first);
  const stopped = await around.submitted(fourth, `${mark}4`);
  await around.release(stopped);
  await stoppedAndCleared(walking, stopped);
}

async function visit(walking: Walking, organisationId: string, path: string, which = 0): Promise<Visitor> {
  const { browser, settings, findings, people } = walking;
  const visitor = await Visitor.with(browser, settings, findings);
  await visitor.open(path);
  await visitor.signInAs(somebodyAt(people, organisationId, 'manager', which), people.password);
  return visitor;
}

/** The unit's administrator finds it in his queue and releases it, without a mouse. */
async function releasedWithKeys({ browser, settings, findings, people }: Walking, name: string): Promise<void> {
  const visitor = await Visitor.with(browser, settings, findings);
  const { page } = visitor;
  await visitor.open('/review');
  await visitor.signInWithKeys(somebodyAt(people, unitId, 'unitAdmin'), people.password);
  await page.getByRole('heading', { name: '待放行成果' }).waitFor();
  await page.getByRole('link', { name }).waitFor();
  await visitor.look('release-queue');
  await visitor.typeInto('搜索名称、单位或受理号', name);
  await page.waitForURL(/[?&]search=/);
  await page.getByRole('list', { name: /共 1 件/ }).waitFor();
  await visitor.enter(name);
  await page.getByRole('button', { name: '放行', exact: true }).waitFor();
  await visitor.enter('放行');
  await visitor.look('release-desk');
  await visitor.enter('确定放行');
  await page.getByText('本岗位已办理：放行').waitFor();
  await visitor.wentWithKeys();
  await page.getByRole('button', { name: '取回' }).waitFor();
  await visitor.look('released');
  await visitor.leave();
}

/** From signing in to the recommendation without a mouse; taken back, and recommended again. */
async function recommendedWithKeys(walking: Walking, mark: string, name: string): Promise<void> {
  const { browser, settings, findings, people } = walking;
  const visitor = await Visitor.with(browser, settings, findings);
  const { page } = visitor;
  const clerk = somebodyAt(people, 'org-changzhi-energy', 'manager');
  await visitor.open('/review');
  await visitor.signInWithKeys(clerk, people.password);
  await page.getByRole('heading', { name: '待办审查' }).waitFor();
  await visitor.tabTo('搜索名称、单位或受理号');
  await page.keyboard.type(mark);
  await page.getByText(`${mark}`).nth(2).waitFor();
  await visitor.look('queue');
  await visitor.tabTo('低浓度');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('已选 1 件').waitFor();
  await page.keyboard.press('x');
  await page.keyboard.press('Home');
  await visitor.goWithKeysTo(name, 'j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '审查要点' }).waitFor();
  await page.locator('iframe').waitFor();
  await visitor.look('desk');
  await judgedWithKeys(visitor);
  await page.getByRole('button', { name: '收到纸质材料' }).waitFor();
  await visitor.tabTo('收到纸质材料', 'back');
  await page.keyboard.press('Enter');
  await page
    .getByRole('listitem')
    .filter({ hasText: /市级推荐：.*收到/ })
    .waitFor();
  await passedWithKeys(visitor);
  await visitor.wentWithKeys();
  await visitor.look('recommended');
  await page.getByRole('button', { name: '取回' }).click();
  await page.getByRole('heading', { name: '审查要点' }).waitFor();
  await allInOrder(page);
  await page.getByRole('button', { name: '推荐', exact: true }).click();
  await page.getByRole('button', { name: '确定推荐' }).click();
  await page.getByText('本岗位已办理：推荐').waitFor();
  await visitor.act('报送纸质材料');
  await page.getByText(/组织管理部门推荐：.*待签收/).waitFor();
  await visitor.leave();
}

/** Everything in order, with Tab and the space bar. */
async function judgedWithKeys(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const items = await page.getByRole('radio', { name: '符合', exact: true }).count();
  await visitor.tabTo('符合');
  for (let item = 0; item < items; item += 1) {
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
  }
  await page.getByText(`已答 ${items} / ${items} 项`).waitFor();
}

/** Where others are like it, they are judged different first. */
async function passedWithKeys(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.tabTo('相似成果', 'back');
  await page.keyboard.press('Enter');
  await judgedDifferent(visitor);
  await visitor.look('desk-likenesses');
  await visitor.tabTo('推荐');
  await page.keyboard.press('Enter');
  await page.keyboard.type('材料真实、完整、规范，同意推荐。');
  await visitor.tabTo('确定推荐');
  await page.keyboard.press('Enter');
  await page.getByText('本岗位已办理：推荐').waitFor();
}

async function judgedDifferent(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await page.locator('.desk-main .changes').waitFor();
  const alike = await page.getByRole('button', { name: '不是同一成果' }).count();
  for (let index = 0; index < alike; index += 1) {
    const reason = page.getByLabel(/的认定理由$/).nth(index);
    await visitor.reach(reason);
    await page.keyboard.type('不同矿井的装置，编号各异。');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.desk-main .changes li').nth(index).getByText('不是同一成果：').waitFor();
  }
}

/** A view kept under a name, one recommended and one returned in bulk, each with its result. */
async function manyAtOnce(walking: Walking, mark: string, [returned, recommended]: [string, string]): Promise<void> {
  const visitor = await visit(walking, 'org-changzhi-energy', `/review?search=${mark}`, 1);
  const { page } = visitor;
  await page.getByRole('link', { name: returned }).waitFor();
  await exportedWith(visitor, '待办审查', '成果名称', returned);
  await page.getByRole('button', { name: /^无人接办/ }).click();
  await page.getByRole('button', { name: '保存为视图' }).click();
  await page.getByLabel('视图名称').fill('本周收到');
  await page.getByRole('button', { name: '保存视图' }).click();
  await page.getByRole('button', { name: '本周收到', exact: true }).waitFor();
  await page.getByRole('checkbox', { name: recommended }).check();
  await page.getByRole('button', { name: '批量推荐' }).click();
  const ticks = page.locator('.many-checks input');
  await ticks.first().waitFor();
  for (let item = 0; item < (await ticks.count()); item += 1) {
    await ticks.nth(item).check();
  }
  await visitor.look('queue-recommend-many');
  await page.getByRole('button', { name: '推荐 1 件' }).click();
  await page.getByText('办理完成').waitFor();
  await visitor.look('queue-outcomes');
  await page.getByRole('button', { name: '关闭' }).click();
  await page.getByRole('checkbox', { name: returned }).check();
  await page.getByRole('button', { name: '批量退回' }).click();
  await page.getByLabel('退回理由').fill('证明材料不清晰。');
  await page.getByLabel('证明材料需修改的内容').fill('请重新扫描专利证书。');
  await page.getByRole('button', { name: '退回 1 件' }).click();
  await page.getByText('办理完成：1 件中 1 件成功').waitFor();
  await visitor.leave();
}

/** What comes back shows what is other than before; a remark at a field, an item not in order, and what the return would name. */
async function lookedAtAgain(walking: Walking, serial: string): Promise<void> {
  const visitor = await visit(walking, 'org-changzhi-energy', `/review/${serial}`, 1);
  const { page } = visitor;
  await page.getByText('请重新扫描专利证书。').waitFor();
  await page.getByText('第 1 轮到第 2 轮的修改').waitFor();
  await visitor.look('desk-changes');
  await page.getByRole('button', { name: '登记表', exact: true }).click();
  await page.getByRole('button', { name: '对“成果名称”加批注' }).click();
  await page.getByLabel('对“成果名称”的批注').fill('名称应与专利证书一致。');
  await page.getByRole('radio', { name: '不符合', exact: true }).first().check();
  await page.getByLabel('不符合的理由').fill('名称与证书不一致。');
  await page.getByLabel('对应位置').selectOption({ label: '成果名称' });
  await page.getByRole('button', { name: /2\. / }).click();
  await page.getByRole('img', { name: /装置照片/ }).waitFor();
  await page.getByRole('button', { name: '退回', exact: true }).click();
  await page.getByLabel('退回理由').fill('名称不一致。');
  await visitor.look('desk-return');
  await page.getByRole('button', { name: '转办', exact: true }).click();
  await page.getByLabel('转给').waitFor();
  await visitor.look('desk-reassign');
  await page.getByRole('button', { name: '路径与记录' }).click();
  await page.getByText('办公电话').first().waitFor();
  await visitor.look('desk-route');
  await visitor.leave();
}

/** While somebody writes, a colleague recommends it: the desk says who was quicker, and leaves what was written. */
async function overtaken(walking: Walking, serial: string): Promise<void> {
  const visitor = await visit(walking, 'org-sx-energy', `/review/${serial}`, 1);
  const { page } = visitor;
  await allInOrder(page);
  await page.getByRole('button', { name: '推荐', exact: true }).click();
  await page.getByLabel('审查意见').fill('尚在核对证明材料。');
  await walking.around.recommendedBy('org-sx-energy', serial);
  await page.getByRole('button', { name: '确定推荐' }).click();
  await page.getByText(/^本岗位已由.*办理：推荐$/).waitFor();
  await page.getByText('尚在核对证明材料。').waitFor();
  await visitor.look('overtaken');
  await page.getByRole('button', { name: '不再保留' }).click();
  await visitor.leave();
}

/** The department receives the paper, approves with the second factor, and has a number and a certificate to show. */
async function approved(walking: Walking, serial: string): Promise<void> {
  const visitor = await visit(walking, 'org-sx-kjt', `/review/${serial}`, 1);
  const { page } = visitor;
  await visitor.act('收到纸质材料');
  await page.getByText(/省科技厅审核：.*收到/).waitFor();
  await allInOrder(page);
  await page.getByRole('button', { name: '相似成果' }).click();
  await judgedDifferent(visitor);
  await page.getByRole('button', { name: '通过', exact: true }).click();
  await page.getByRole('button', { name: '确定通过' }).click();
  const department = somebodyAt(walking.people, 'org-sx-kjt', 'manager', 1);
  const isDone = page.getByText('本岗位已办理：通过').waitFor();
  await Promise.race([
    isDone,
    page
      .getByLabel('验证码')
      .waitFor()
      .then(() => visitor.showCode(department)),
  ]);
  await isDone;
  await page.getByRole('link', { name: '第 1 版' }).waitFor();
  await visitor.look('approved');
  await visitor.leave();
}

/** The ministry's desk takes in what was reported up, with the keyboard alone. */
async function acknowledged(walking: Walking, mark: string, name: string): Promise<void> {
  const { browser, settings, findings, people } = walking;
  const visitor = await Visitor.with(browser, settings, findings);
  const { page } = visitor;
  await visitor.open(`/review?search=${mark}`);
  await visitor.signInWithKeys(somebodyAt(people, 'org-most', 'manager', 1), people.password);
  const row = page.getByRole('link', { name });
  await page.getByRole('heading', { name: '待办审查' }).waitFor();
  await visitor.reloadUntil(row, page.getByText('没有符合条件的成果。'));
  await visitor.look('ministry-queue');
  await visitor.enter(name);
  await page.getByRole('button', { name: '接收', exact: true }).waitFor();
  await visitor.enter('退回上报');
  await visitor.look('ministry-desk');
  await visitor.enter('接收', 'back');
  await page.getByText('本岗位已办理：国家接收').waitFor();
  await visitor.wentWithKeys();
  await visitor.enter('English', 'back');
  await page.getByText('This desk has decided').waitFor();
  await visitor.look('acknowledged-english');
  await visitor.leave();
}

async function allInOrder(page: Page): Promise<void> {
  const answers = page.getByRole('radio', { name: '符合', exact: true });
  await answers.first().waitFor();
  for (const answer of await answers.all()) {
    await answer.check();
  }
}

/** A desk stops what may be classified; the department's super administrator looks into it, and it goes on. */
async function stoppedAndCleared(walking: Walking, serial: string): Promise<void> {
  const clerk = await visit(walking, 'org-changzhi-energy', `/review/${serial}`);
  await clerk.page.getByRole('button', { name: '疑似涉密' }).click();
  await clerk.page.getByLabel('事由').selectOption('涉及国防');
  await clerk.look('suspect');
  await clerk.page.getByRole('button', { name: '确定涉密核查' }).click();
  await clerk.page.getByText('涉密核查中，暂停办理。').waitFor();
  await clerk.look('suspected');
  await clerk.leave();

  const { browser, settings, findings, people } = walking;
  const admin = await Visitor.with(browser, settings, findings);
  await admin.open(`/review/${serial}`);
  await admin.signInAs(somebodyAt(people, 'org-sx-kjt', 'superAdmin'), people.password);
  const reason = admin.page.getByLabel('排除涉密的理由');
  await reason.fill('经核查不涉及国家秘密。');
  await admin.look('clearing');
  await admin.page.getByRole('button', { name: '排除涉密' }).click();
  await reason.waitFor({ state: 'detached' });
  await admin.look('cleared');
  await admin.leave();
}
