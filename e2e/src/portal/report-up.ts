import type { Browser } from 'playwright-core';
import type { DemonstrationPeople } from '../demonstration-people';
import { demonstrationPeople, somebodyAt } from '../demonstration-people';
import { Walk } from '../walk';
import { exportedWith } from './exporting';
import type { Findings, VisitSettings } from './visitor';
import { Visitor } from './visitor';

interface Walking {
  browser: Browser;
  settings: VisitSettings;
  findings: Findings;
  people: DemonstrationPeople;
}
interface Reported {
  name: string;
  serial: string;
  number: string;
}

/**
 * One bundle, two answers, where the ministry has a registry: its desk sends one item back with the reason, the registry takes in the other as soon as it
 * `decides`; the registrar finds both on the board and reports the returned one once more, in another bundle.
 */
export async function reportUpWalk(
  browser: Browser,
  settings: VisitSettings,
  findings: Findings,
  decides: () => Promise<void>,
): Promise<void> {
  const people = await demonstrationPeople();
  const walking = { browser, settings, findings, people };
  const [returned, taken] = await inOneBundle(settings.address, people);
  const reason = '登记表中的完成人与证书不一致。';
  await sentBack(walking, returned, reason);
  const visitor = await Visitor.with(browser, settings, findings);
  const { page } = visitor;
  await visitor.open('/report-ups');
  await visitor.signInAs(somebodyAt(people, 'org-sx-kjt', 'manager', 1), people.password);
  await page.getByRole('row', { name: /已送达.* 1 0 1 / }).waitFor();
  await visitor.look('report-ups-returned');
  const bundle = page.getByRole('row', { name: /已送达.* 1 0 1 / }).getByRole('link');
  const id = await bundle.innerText();
  const known = await page.getByRole('row').getByRole('link').allInnerTexts();
  await exportedWith(visitor, '上报情况', '已退回', id);
  await bundle.click();
  await page.getByRole('button', { name: '已退回', exact: true }).click();
  await page.getByRole('row', { name: new RegExp(`^${returned.number}.*${reason}`) }).waitFor();
  await page.getByRole('row', { name: new RegExp(`^${taken.number}`) }).waitFor({ state: 'detached' });
  await visitor.look('report-up-returned');
  await decides();
  await visitor.act('立即重试');
  const header = page.getByRole('heading', { name: '条目', level: 2 });
  await visitor.reloadUntil(page.getByRole('heading', { name: '已办结' }), header);
  await page.getByRole('row', { name: new RegExp(`^${taken.number}.*已接收`) }).waitFor();
  await exportedWith(visitor, '条目', '退回理由', reason);
  await visitor.look('report-up-settled');
  await page
    .getByRole('row', { name: new RegExp(`^${returned.number}`) })
    .getByRole('button')
    .click();
  await page.getByRole('link', { name: '返回全部上报批次' }).click();
  const next = page.getByRole('row', { name: '已办结' }).filter({ hasNotText: new RegExp(known.join('|')) });
  await visitor.reloadUntil(next, page.getByRole('row', { name: id }));
  await next.getByRole('link').click();
  await page.getByRole('row', { name: new RegExp(`^${returned.number}.*已接收`) }).waitFor();
  await visitor.look('report-up-again');
  await visitor.leave();
}

/** Two that are approved at the same moment: the second goes into the bundle that the first has opened. */
async function inOneBundle(address: string, people: DemonstrationPeople): Promise<[Reported, Reported]> {
  const arrived: (() => void)[] = [];
  const together = (): Promise<void> =>
    new Promise((go) => {
      arrived.push(go);
      if (arrived.length === 2) {
        arrived.forEach((one) => one());
      }
    });
  const reported = async (title: string): Promise<Reported> => {
    const name = `${title} ${Date.now() % 1_000_000}`;
    const before = (act: string, part: string) => (act === 'approve' && part === 'department' ? together() : undefined);
    const { serial, registrationNumber } = await new Walk({ address, people, name: () => name, before }).toTheMinistry();
    return { name, serial, number: registrationNumber ?? '' };
  };
  return Promise.all([reported('煤层气井下抽采监测系统'), reported('矸石充填材料制备工艺')]);
}

async function sentBack({ browser, settings, findings, people }: Walking, { name, serial }: Reported, reason: string): Promise<void> {
  const visitor = await Visitor.with(browser, settings, findings);
  const { page } = visitor;
  await visitor.open(`/review?search=${serial}`);
  await visitor.signInAs(somebodyAt(people, 'org-most', 'manager'), people.password);
  await page.getByRole('link', { name }).click();
  await visitor.act('退回上报');
  await page.getByLabel('退回理由').fill(reason);
  await visitor.look('ministry-returning');
  await visitor.act('确定退回上报');
  await page.getByText('本岗位已办理：国家退回').waitFor();
  await visitor.look('ministry-returned');
  await visitor.leave();
}
