import type { Browser, Page, Route } from 'playwright-core';
import { demonstrationPeople, somebodyAt } from '../demonstration-people';
import { pollUntil } from '../poll';
import { exported } from './exporting';
import type { Findings, VisitSettings } from './visitor';
import { Visitor } from './visitor';

export interface Scrolled {
  reached: number;
  /** The most rows that the page held at a time. */
  rowsHeld: number;
  longestTaskMillis: number;
  /** Lines in the file of the list. */
  exported: number;
}

const pageSize = 200;

/** A queue as long as `count`, answered here instead of by the service, gone through from its top to its end with the keyboard. */
export async function longQueueWalk(browser: Browser, settings: VisitSettings, findings: Findings, count: number): Promise<Scrolled> {
  const people = await demonstrationPeople();
  const visitor = await Visitor.with(browser, settings, findings);
  const { page } = visitor;
  await page.route('**/api/v1/submissions/queue**', (route) => route.fulfill({ json: answerTo(route, count) }));
  await visitor.open('/review');
  await visitor.signInAs(somebodyAt(people, 'org-taiyuan-energy', 'manager'), people.password);
  await page.locator('.queue li').first().waitFor();
  await page.evaluate(watchTasks);
  await page.locator('.queue li a').first().focus();
  let [reached, rowsHeld] = [0, 0];
  while (reached < count) {
    reached = await furtherThan(page, reached);
    rowsHeld = Math.max(rowsHeld, await page.locator('.queue li').count());
  }
  const longestTaskMillis = await page.evaluate<number>('window.longestTask');
  const { rows } = await exported(visitor, '待办审查');
  await visitor.look('queue-long');
  await visitor.leave();
  return { reached, rowsHeld, longestTaskMillis, exported: rows.length - 1 };
}

/** To the end of what is loaded, again once more of it is; the place of the row that has the focus then. */
function furtherThan(page: Page, before: number): Promise<number> {
  const place = `Number(document.activeElement?.closest('li')?.getAttribute('aria-posinset') ?? 0)`;
  return pollUntil(
    'the focus is on a later row',
    async () => {
      await page.keyboard.press('End');
      return page.evaluate<number>(place);
    },
    (now) => now > before,
  );
}

const watchTasks = `(() => {
  window.longestTask = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longestTask = Math.max(window.longestTask, duration);
  }).observe({ type: 'longtask' });
})()`;

function answerTo(route: Route, count: number): object {
  const url = new URL(route.request().url());
  if (url.pathname.endsWith('/counts')) {
    return { all: count, late: 0, soon: count, mine: 0, free: count, again: 0 };
  }
  const from = Number(url.searchParams.get('after')?.split('-').at(-1) ?? 0);
  const to = Math.min(count, from + pageSize);
  const items = Array.from({ length: to - from }, (_, index) => lineAt(from + index + 1));
  return { items, next: to < count ? `2026-12-01T16:00:00.000Z~2026-${String(to).padStart(6, '0')}` : null };
}

const lineAt = (place: number): object => ({
  ...{ serial: `2026-${String(place).padStart(6, '0')}`, state: 'in-review', stage: 'municipal', round: 1, mode: 'rolling' },
  ...{ deskId: 'org-taiyuan-energy', dueAt: '2026-12-01T16:00:00.000Z', dueProvisional: false, registrationNumber: null, lastFact: 2 },
  ...{ name: `第 ${place} 项成果`, unitId: 'unit-1', unitName: '某煤业有限公司', category: 'applied', registrationYear: 2026 },
  ...{ windowId: null, claimedBy: null, firstSubmittedAt: '2026-11-20T02:00:00.000Z', late: false },
});
