import type { Browser } from 'playwright-core';
import { announce, publish } from '../src/portal/announced';
import { aChromium } from '../src/portal/chromium';
import { everybodyWalk, objectionWalk } from '../src/portal/everybody';
import { Findings } from '../src/portal/visitor';
import { aQuietStack } from '../testing/a-stack';
import type { StackForSpecs } from '../testing/a-stack';
import { hasPublicity } from '../testing/publicity';

describe('what everybody reads and uses of the portal, in a real browser', () => {
  let stack: StackForSpecs;
  let browser: Browser;
  const settings = () => ({ address: stack.addresses.publicUrl, pictures: null });
  beforeAll(async () => {
    stack = await aQuietStack();
    browser = await aChromium(() => undefined);
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await stack.release();
  }, 60_000);

  it('shows a stranger the guide, windows, notices, register and certificates, and lets him object, and axe finds nothing', async () => {
    const findings = new Findings();

    await everybodyWalk(browser, settings(), findings, await announce(settings().address));
    await hasPublicity(stack);
    await objectionWalk(browser, settings(), findings, await publish(settings().address));

    expect(findings.pages.size).toBeGreaterThan(14);
    expect(findings.violations).toEqual([]);
    expect(findings.complaints).toEqual([]);
  }, 600_000);
});
