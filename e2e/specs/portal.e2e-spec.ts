import type { Browser } from 'playwright-core';
import { aChromium } from '../src/portal/chromium';
import { completerWalk } from '../src/portal/completer';
import { Findings } from '../src/portal/visitor';
import { aQuietStack } from '../testing/a-stack';
import type { StackForSpecs } from '../testing/a-stack';

describe('the portal in a real browser', () => {
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

  it('takes a completer from signing in over a return to submitting again, and axe finds nothing on any page', async () => {
    const findings = new Findings();

    await completerWalk(browser, { address: stack.addresses.publicUrl, pictures: null }, findings);

    expect(findings.pages.size).toBeGreaterThan(8);
    expect(findings.violations).toEqual([]);
    expect(findings.complaints).toEqual([]);
  }, 600_000);
});
