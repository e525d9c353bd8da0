import { announce, publish } from '../src/portal/announced';
import { objectionDeskWalk } from '../src/portal/department';
import { everybodyWalk, objectionWalk } from '../src/portal/everybody';
import { Findings } from '../src/portal/visitor';
import { aRoom, nothingWrong } from '../testing/a-room';
import { hasPublicity } from '../testing/publicity';

describe('what everybody reads and uses of the portal, in a real browser', () => {
  const room = aRoom();

  it('shows a stranger the guide, windows, notices, register and certificates, lets him object, the registrar decides it, and axe finds nothing', async () => {
    const findings = new Findings();
    const { browser, settings, stack } = room();

    await everybodyWalk(browser, settings, findings, await announce(settings.address));
    await hasPublicity(stack);
    const receipt = await objectionWalk(browser, settings, findings, await publish(settings.address));
    await objectionDeskWalk(browser, settings, findings, receipt);

    expect(findings.pages.size).toBeGreaterThan(17);
    nothingWrong(findings);
  }, 600_000);
});
