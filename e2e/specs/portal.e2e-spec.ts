import type { Browser } from 'playwright-core';
import { aChromium } from '../src/portal/chromium';
import { demonstrationPeople, somebodyAt } from '../src/demonstration-people';
import { completerWalk } from '../src/portal/completer';
import { passkeyWalk } from '../src/portal/passkey';
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

  it('lets somebody in with a passkey of the device, and no longer once it is given up', async () => {
    const findings = new Findings();
    const people = await demonstrationPeople();
    const person = somebodyAt(people, 'org-changzhi-energy', 'manager');

    await passkeyWalk(browser, { address: stack.addresses.publicUrl, pictures: null }, findings, { people, person });

    expect(findings.pages.size).toBe(2);
    expect(findings.violations).toEqual([]);
    expect(findings.complaints).toEqual([]);
  }, 300_000);
});
