import { demonstrationPeople, somebodyAt } from '../src/demonstration-people';
import { completerWalk } from '../src/portal/completer';
import { passkeyWalk } from '../src/portal/passkey';
import { Findings } from '../src/portal/visitor';
import { aRoom, nothingWrong } from '../testing/a-room';

describe('the portal in a real browser', () => {
  const room = aRoom();

  it('takes a completer from signing in over a return to submitting again, and axe finds nothing on any page', async () => {
    const findings = new Findings();
    const { browser, settings } = room();

    await completerWalk(browser, settings, findings);

    expect(findings.pages.size).toBeGreaterThan(8);
    expect([...findings.keyboard]).toEqual(['completer of unit-zhangling-coal']);
    nothingWrong(findings);
  }, 600_000);

  it('lets somebody in with a passkey of the device, and no longer once it is given up', async () => {
    const findings = new Findings();
    const people = await demonstrationPeople();
    const person = somebodyAt(people, 'org-changzhi-energy', 'manager');
    const { browser, settings } = room();

    await passkeyWalk(browser, settings, findings, { people, person });

    expect(findings.pages.size).toBe(2);
    nothingWrong(findings);
  }, 300_000);
});
