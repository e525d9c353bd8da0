import { administratorWalk } from '../src/portal/administrator';
import { Findings } from '../src/portal/visitor';
import { aRoom, nothingWrong } from '../testing/a-room';

describe('the administrators in a real browser', () => {
  const room = aRoom();

  it('issue, hand over and take back logins, decide who gets one, change the graphs and watch over it, and axe finds nothing on any page', async () => {
    const findings = new Findings();
    const { browser, settings } = room();

    await administratorWalk(browser, settings, findings, true);

    expect(findings.pages.size).toBeGreaterThan(24);
    expect([...findings.keyboard].map((who) => who.split(' ')[0])).toEqual([
      'manager',
      'superAdmin',
      'securityAdmin',
      'systemAdmin',
      'auditAdmin',
    ]);
    nothingWrong(findings);
  }, 600_000);
});
