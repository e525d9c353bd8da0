import type { Instant } from '@dengke/contract';
import { at, DeskWorld, submitter } from '../../testing/a-desk-world';
import { SubmissionVersion } from '../acts/submission-version.entity';
import type { Submission } from '../acts/submission.entity';
import { AccountService } from './account.service';
import { ConductService } from './conduct.service';
import { IntakeService } from './intake.service';
import { RefusalsService } from './refusals.service';
import { SummarySheetsService } from './summary-sheets.service';
import { SummarySheet } from './summary-sheet.entity';
import { WindowsService } from './windows.service';

const opens = '2023-08-07T02:00:00.000Z';
const justBefore = '2023-08-25T15:59:59.999Z';
const cutOffAt = '2023-08-25T16:00:00.000Z';
const hourAfter = '2023-08-25T17:00:00.000Z';
const later = '2023-08-25T18:00:00.000Z';

/** A window whose workflow comes late: what happened between the cut-off and the freeze changes nothing of what stood at the cut-off. */
describe('at the cut-off of a window', () => {
  let world: DeskWorld;
  let conduct: ConductService;
  let account: AccountService;
  let windows: WindowsService;
  let opened = 0;
  beforeAll(async () => {
    world = await DeskWorld.begin();
    account = new AccountService(world.database, new RefusalsService(world.database, new IntakeService()));
    windows = new WindowsService(world.database, world.ledger, world.clock);
    const sheets = new SummarySheetsService(world.database, world.ledger, world.clock);
    conduct = new ConductService(world.database, world.ledger, world.acts, account, sheets);
  });
  afterAll(() => world.end());

  /** A window of its own for each spec; all have the same dates, so each is announced where there is no other. */
  const aWindow = async (): Promise<{ id: string; entering: Partial<Submission> }> => {
    const id = `cut-off-${(opened += 1)}`;
    await world.database.query('DELETE FROM collection_window');
    await world.clock.at(opens, () =>
      windows.announce(at('org-department'), `announce-${id}`, {
        id,
        name: '2023年上半年',
        registrationYear: 2023,
        resultFrom: '2023-01-01',
        resultTo: '2023-06-30',
        opensOn: '2023-08-07',
        cutOffOn: '2023-08-25',
        paperFrom: '2023-08-28',
        paperTo: '2023-08-30',
      }),
    );
    await conduct.lead('open', { windowId: id, after: 1, at: opens });
    return { id, entering: { mode: 'window', windowId: id, cutOffAt } };
  };
  const freeze = async (windowId: string, instant: Instant) => {
    await conduct.settle(windowId, cutOffAt, null);
    return conduct.lead('freeze', { windowId, after: 2, at: instant });
  };
  const sheetOf = async (windowId: string, organisationId: string) => {
    const sheet = await world.database.manager.findOneBy(SummarySheet, { windowId, organisationId });
    return sheet?.sheetRows.map(({ serial, name }) => ({ serial, name })) ?? [];
  };
  const named = (serial: string, name: string) =>
    world.database.manager.update(SubmissionVersion, { serial }, { form: { name, units: [], completers: [] } });

  it('one that was closed before counts as returned, and hears nothing more of the window [P13]', async () => {
    const { entering } = await aWindow();
    const serial = await world.reaches('org-city', opens, entering);
    await world.act(at('org-city'), serial, 'return', opens);
    await world.byTime('escalate', serial, justBefore);
    await world.act(at('org-city'), serial, 'close', justBefore);

    await world.acts.settle(serial, cutOffAt);

    expect(await world.row(serial)).toMatchObject({ windowOutcome: 'returned', state: 'closed', mode: 'window' });
    expect((await world.story(serial)).at(-1)).toBe('close');
  });

  it('what was recommended by then is on the sheet, also when it is taken back before the sheets are frozen [P14]', async () => {
    const { id, entering } = await aWindow();
    const serial = await world.reaches('org-province', opens, entering);
    await named(serial, '甲技术');
    await world.act(at('org-province'), serial, 'recommend', justBefore);
    await world.act(at('org-province'), serial, 'recall', hourAfter);

    await freeze(id, later);

    expect(await account.of({ id, state: 'cut-off' })).toMatchObject({ outcomes: { transmitted: 1 }, residual: 0 });
    expect((await sheetOf(id, 'org-province')).map((row) => row.serial)).toEqual([serial]);
    expect((await sheetOf(id, 'org-city')).map((row) => row.serial)).toEqual([serial]);
  });

  it('what was taken back before is not on the sheet, and what was recommended again is there once [P14]', async () => {
    const { id, entering } = await aWindow();
    const back = await world.reaches('org-province', opens, entering);
    await world.act(at('org-city'), back, 'recall', justBefore);
    const again = await world.reaches('org-province', opens, entering);
    await named(again, '乙技术');
    await world.act(at('org-city'), again, 'recall', opens);
    await world.act(at('org-city'), again, 'recommend', justBefore);

    await freeze(id, cutOffAt);

    expect((await sheetOf(id, 'org-city')).map((row) => row.serial)).toEqual([again]);
  });

  it('the sheet bears the form that was recommended, not one that was submitted anew afterwards [P14 P27]', async () => {
    const { id, entering } = await aWindow();
    const serial = await world.reaches('org-department', opens, entering);
    await named(serial, '推荐时的名称');
    await world.act(at('org-department'), serial, 'return', hourAfter);
    await world.clock.at(hourAfter, () =>
      world.acts.byPerson(submitter, `again-${serial}`, serial, 'resubmit', {}, async ({ manager, submission }) => {
        const version = {
          serial,
          round: 2,
          form: { name: '后来的名称', units: [], completers: [] } as never,
          evidence: [],
          digest: '1'.repeat(64),
        };
        await manager.insert(SubmissionVersion, { ...version, lockedAt: hourAfter });
        return { wait: { for: 'desk', position: submission.returnedFrom ?? 0, round: 2, since: hourAfter } };
      }),
    );

    await freeze(id, later);

    expect(await sheetOf(id, 'org-province')).toEqual([{ serial, name: '推荐时的名称' }]);
  });

  it('one that entered in the last moment and is written after the sweep is in the account: residual 0', async () => {
    const { id, entering } = await aWindow();
    await conduct.settle(id, cutOffAt, null);
    const serial = await world.submitted(justBefore, entering);

    const [fact] = await conduct.lead('freeze', { windowId: id, after: 2, at: cutOffAt });

    expect(fact).toMatchObject({ act: 'freeze', residual: 0 });
    expect(await world.row(serial)).toMatchObject({ windowOutcome: 'carried-over' });
  });
});
