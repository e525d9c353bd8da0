import { departmentWalk } from '../src/portal/department';
import { longQueueWalk } from '../src/portal/long-queue';
import { reviewerWalk } from '../src/portal/reviewer';
import { Findings } from '../src/portal/visitor';
import { aRoom, nothingWrong } from '../testing/a-room';

describe('the desks in a real browser', () => {
  const room = aRoom();

  it('take an achievement from its release to the acknowledgement, three of the desks with the keyboard alone, and axe finds nothing on any page', async () => {
    const findings = new Findings();
    const { browser, settings } = room();

    await reviewerWalk(browser, settings, findings);

    expect(findings.pages.size).toBeGreaterThan(14);
    expect([...findings.keyboard]).toEqual(['unitAdmin of unit-zhangling-coal', 'manager of org-changzhi-energy', 'manager of org-most']);
    nothingWrong(findings);
  }, 600_000);

  it('of the department keep windows, register, figures and limits, and axe finds nothing on any page', async () => {
    const findings = new Findings();
    const { browser, settings } = room();

    await departmentWalk(browser, settings, findings);

    expect(findings.pages.size).toBeGreaterThan(14);
    expect([...findings.keyboard]).toEqual(['manager of org-sx-kjt']);
    nothingWrong(findings);
  }, 600_000);

  it('go through ten thousand that wait, of which the page holds only those in sight, and the file all', async () => {
    const findings = new Findings();
    const { browser, settings } = room();

    const { reached, rowsHeld, exported } = await longQueueWalk(browser, settings, findings, 10_000);

    expect(reached).toBe(10_000);
    expect(exported).toBe(10_000);
    expect(rowsHeld).toBeLessThan(60);
    expect(findings.complaints).toEqual([]);
  }, 300_000);
});
