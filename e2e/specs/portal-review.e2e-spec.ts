import type { Browser } from 'playwright-core';
import { aChromium } from '../src/portal/chromium';
import { longQueueWalk } from '../src/portal/long-queue';
import { reviewerWalk } from '../src/portal/reviewer';
import { Findings } from '../src/portal/visitor';
import { aQuietStack } from '../testing/a-stack';
import type { StackForSpecs } from '../testing/a-stack';

describe('the desks in a real browser', () => {
  let stack: StackForSpecs;
  let browser: Browser;
  beforeAll(async () => {
    stack = await aQuietStack();
    browser = await aChromium(() => undefined);
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await stack.release();
  }, 60_000);

  it('take an achievement from its release to the acknowledgement, one desk with the keyboard alone, and axe finds nothing on any page', async () => {
    const findings = new Findings();

    await reviewerWalk(browser, { address: stack.addresses.publicUrl, pictures: null }, findings);

    expect(findings.pages.size).toBeGreaterThan(14);
    expect(findings.keyboardRuns).toBe(1);
    expect(findings.violations).toEqual([]);
    expect(findings.complaints).toEqual([]);
  }, 600_000);

  it('go through ten thousand that wait, of which the page holds only those in sight', async () => {
    const findings = new Findings();

    const { reached, rowsHeld } = await longQueueWalk(browser, { address: stack.addresses.publicUrl, pictures: null }, findings, 10_000);

    expect(reached).toBe(10_000);
    expect(rowsHeld).toBeLessThan(60);
    expect(findings.complaints).toEqual([]);
  }, 300_000);
});
