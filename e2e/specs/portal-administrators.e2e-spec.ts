import type { Browser } from 'playwright-core';
import { administratorWalk } from '../src/portal/administrator';
import { aChromium } from '../src/portal/chromium';
import { Findings } from '../src/portal/visitor';
import { aQuietStack } from '../testing/a-stack';
import type { StackForSpecs } from '../testing/a-stack';

describe('the administrators in a real browser', () => {
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

  it('issue, hand over and take back logins, decide who gets one, change the graphs and watch over it, and axe finds nothing on any page', async () => {
    const findings = new Findings();

    await administratorWalk(browser, { address: stack.addresses.publicUrl, pictures: null }, findings);

    expect(findings.pages.size).toBeGreaterThan(24);
    expect(findings.violations).toEqual([]);
    expect(findings.complaints).toEqual([]);
  }, 600_000);
});
