import { setTimeout as pause } from 'node:timers/promises';
import type { Visitor } from '@dengke/e2e';
import type { Browser, BrowserContext } from 'playwright-core';
import { request } from 'undici';

/** What DevTools calls Fast 3G: nine tenths of 1.6 and 0.75 Mbit/s, and 3.75 times 150 ms; bytes a second, milliseconds. */
export const fast3G = { downloadThroughput: 180_000, uploadThroughput: 84_375, latency: 562.5 };
export const slowedCpu = 4;

type Kept = Awaited<ReturnType<Visitor['kept']>>;

/** A page that somebody opens, and what is seen of it once it is there. */
export interface Opened {
  path: string;
  /** CSS selector. */
  shows: string;
  kept?: Kept;
}

/** No paint that is still larger comes later than this after what was waited for. */
const settlesMillis = 1_500;

/**
 * The largest contentful paint of a page on a slow line and a slow processor: with nothing of it in the browser, then with all its files, and from
 * the third time on, as for whoever comes every day, also with what V8 has compiled of them. Until something is painted the page is left alone:
 * what a locator puts into it takes its processor for 75 ms (slowed four times).
 */
export async function paintsOf(browser: Browser, address: string, opened: Opened): Promise<{ cold: number; second: number; warm: number }> {
  const context = await contextWith(browser, opened.kept);
  const page = await context.newPage();
  await page.addInitScript(watchPaints);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Runtime.enable');
  await devtools.send('Runtime.addBinding', { name: 'painted' });
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', { offline: false, ...fast3G });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowedCpu });
  const paint = async (): Promise<number> => {
    const painted = new Promise((told) => devtools.once('Runtime.bindingCalled', told));
    await page.goto(address + opened.path);
    await painted;
    await page.locator(opened.shows).first().waitFor();
    await pause(settlesMillis);
    return page.evaluate<number>('window.largestPaint');
  };
  const [cold, second, warm] = [await paint(), await paint(), await paint()];
  await context.close();
  return { cold, second, warm };
}

/** Gzipped bytes of every script that a browser loads for a page, until it asks for nothing more. */
export async function scriptBytesOf(browser: Browser, address: string, opened: Opened): Promise<number> {
  const context = await contextWith(browser, opened.kept);
  const page = await context.newPage();
  const scripts = new Set<string>();
  page.on('request', (asked) => void (asked.url().endsWith('.js') && scripts.add(asked.url())));
  await page.goto(address + opened.path);
  await page.locator(opened.shows).first().waitFor();
  await pause(settlesMillis);
  await context.close();
  const sizes = await Promise.all([...scripts].map(gzippedBytes));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The list from its first row to its last with the wheel, then to its top and end with the keys. @returns the longest task in milliseconds */
export async function scrolledThrough(
  browser: Browser,
  address: string,
  opened: Opened,
  count: number,
): Promise<{ longest: number; rowsHeld: number }> {
  const context = await contextWith(browser, opened.kept);
  const page = await context.newPage();
  await page.goto(address + opened.path);
  await page.locator(opened.shows).first().waitFor();
  await pause(settlesMillis);
  await page.evaluate(watchTasks);
  await page.locator('.queue').hover();
  let rowsHeld = 0;
  for (let last = 0; last < count;) {
    await page.mouse.wheel(0, 1_200);
    const rows = await page.evaluate<{ last: number; held: number }>(rowsOnceDrawn);
    last = rows.last;
    rowsHeld = Math.max(rowsHeld, rows.held);
  }
  await page.locator('.queue li a').last().focus();
  for (const key of ['Home', 'End', 'PageUp', 'PageDown']) {
    await page.keyboard.press(key);
    await page.evaluate(rowsOnceDrawn);
  }
  const longest = await page.evaluate<number>('window.longestTask');
  await context.close();
  return { longest, rowsHeld };
}

const contextWith = (browser: Browser, kept: Kept | undefined): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'zh-CN', ...(kept === undefined ? {} : { storageState: kept }) });

async function gzippedBytes(url: string): Promise<number> {
  const { body, headers } = await request(url, { headers: { 'accept-encoding': 'gzip' } });
  if (headers['content-encoding'] !== 'gzip') {
    throw new Error(`${url} is not handed out gzipped`);
  }
  return (await body.arrayBuffer()).byteLength;
}

const watchPaints = `
  window.largestPaint = 0;
  new PerformanceObserver((list) => {
    list.getEntries().forEach(({ startTime }) => (window.largestPaint = startTime));
    window.painted('');
  }).observe({ type: 'largest-contentful-paint', buffered: true });`;

/** Tasks below 50 ms are not told. */
const watchTasks = `(() => {
  window.longestTask = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longestTask = Math.max(window.longestTask, duration);
  }).observe({ type: 'longtask' });
})()`;

const rowsOnceDrawn = `new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(() => {
  const rows = [...document.querySelectorAll('.queue li')];
  told({ last: Math.max(0, ...rows.map((row) => Number(row.getAttribute('aria-posinset')))), held: rows.length });
})))`;
