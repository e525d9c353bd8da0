import { at, DeskWorld, submitter } from '../../testing/a-desk-world';
import { ManyActsService } from '../acts/many-acts.service';
import { AccountService } from '../windows/account.service';
import { ConductService } from '../windows/conduct.service';
import { IntakeService } from '../windows/intake.service';
import { RefusalsService } from '../windows/refusals.service';
import { SummarySheetsService } from '../windows/summary-sheets.service';
import { WindowsService } from '../windows/windows.service';
import { SheetsService } from './sheets.service';

const opens = '2023-08-07T02:00:00.000Z';
const cutOffAt = '2023-08-25T16:00:00.000Z';
const friday = '2023-08-26T02:00:00.000Z';
const monday = '2023-08-28T02:00:00.000Z';
const september = '2023-09-01T02:00:00.000Z';
const windowId = 'h1-2023';

describe('a summary sheet at the counter', () => {
  let world: DeskWorld;
  let sheets: SheetsService;
  let listed: string[];
  let frozen: SummarySheetsService;
  let account: AccountService;
  let keys = 0;
  const act = (
    me: ReturnType<typeof at>,
    kind: 'handInPaper' | 'receivePaper',
    organisationId: string,
    instant: string,
    key = `sheet-act-${(keys += 1)}`,
  ) => world.clock.at(instant, () => sheets.act(me, key, kind, { id: windowId, organisationId }));

  beforeAll(async () => {
    world = await DeskWorld.begin();
    const { database, ledger, clock, acts } = world;
    frozen = new SummarySheetsService(database, ledger, clock);
    account = new AccountService(database, new RefusalsService(database, new IntakeService()));
    const conduct = new ConductService(database, ledger, acts, account, frozen);
    sheets = new SheetsService(database, ledger, clock, frozen, new ManyActsService(acts, ledger));
    const dates = { resultFrom: '2023-01-01', resultTo: '2023-06-30', opensOn: '2023-08-07', cutOffOn: '2023-08-25' };
    const dto = { id: windowId, name: '2023年上半年', registrationYear: 2023, ...dates, paperFrom: '2023-08-28', paperTo: '2023-08-30' };
    await clock.at(opens, () => new WindowsService(database, ledger, clock).announce(at('org-department'), 'announce-1', dto));
    const inWindow = { mode: 'window', windowId, cutOffAt, paperRequired: true } as const;
    listed = [await world.reaches('org-department', opens, inWindow), await world.reaches('org-department', opens, inWindow)];
    for (const serial of listed) {
      await world.act(submitter, serial, 'handInPaper', opens);
    }
    await conduct.lead('open', { windowId, after: 1, at: opens });
    await conduct.lead('freeze', { windowId, after: 2, at: cutOffAt });
  });
  afterAll(() => world.end());

  it('goes from the municipal bureau to the provincial one with all its forms, on any day, each form for itself [S31 P28]', async () => {
    await expect(act(at('org-department'), 'receivePaper', 'org-city', monday)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(act(at('org-province'), 'handInPaper', 'org-city', friday)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await world.act(at('org-city'), listed[0] ?? '', 'receivePaper', opens);

    const handedIn = await act(at('org-city'), 'handInPaper', 'org-city', friday);
    expect(handedIn.items.map(({ serial, outcome, code }) => [serial, outcome, code])).toEqual([
      [listed[0], 'done', null],
      [listed[1], 'refused', 'ACT_NOT_PERMITTED'],
    ]);
    const received = await act(at('org-province'), 'receivePaper', 'org-city', friday);
    expect(received).toMatchObject({ handedInAt: friday, receivedAt: friday, late: false });
    expect(received.items.map(({ outcome }) => outcome)).toEqual(['done', 'refused']);
  });

  it('is taken by the department from the first of the paper days on, once, and recorded with who and when [P11 S78]', async () => {
    await act(at('org-province'), 'handInPaper', 'org-province', friday);
    await expect(act(at('org-department'), 'receivePaper', 'org-province', friday)).rejects.toMatchObject({
      code: 'PAPER_DAYS_NOT_BEGUN',
      details: { paperFrom: '2023-08-28', paperTo: '2023-08-30' },
    });

    const first = await act(at('org-department'), 'receivePaper', 'org-province', monday, 'received-once');
    expect(first).toMatchObject({ receivedAt: monday, late: false });
    expect(first.items.map(({ outcome }) => outcome)).toEqual(['done', 'refused']);
    expect(await act(at('org-department'), 'receivePaper', 'org-province', monday, 'received-once')).toEqual(first);
    expect(await act(at('org-department', 'two'), 'receivePaper', 'org-province', september)).toMatchObject({ receivedAt: monday });
    const entries = await world.ledger.entriesAfter(`summary-sheet/${windowId}/org-province`, 0);
    expect(entries.map(({ kind, by, at: when }) => [kind, by, when])).toEqual([
      ['handInSheet', 'org-province-one', friday],
      ['receiveSheet', 'org-department-one', monday],
    ]);
    expect((await world.story(listed[0] ?? '')).slice(-2)).toEqual(['handInPaper', 'receivePaper']);
  });

  it('says in the list whose it is, and that its paper was handed in and received', async () => {
    const list = await frozen.list(at('org-department'), windowId);

    expect(list.map(({ organisationId, handedInAt, receivedAt }) => [organisationId, handedInAt, receivedAt])).toEqual([
      ['org-city', friday, friday],
      ['org-province', friday, monday],
    ]);
    expect(list.every(({ name }) => name !== '')).toBe(true);
  });

  it('is handed in and received anew where an extension has put another in its place; the forms stay where they are [P14 P28]', async () => {
    await world.database.query('UPDATE summary_sheet SET digest = ? WHERE organisationId = ?', ['0'.repeat(64), 'org-province']);
    const onPaper = async () => (await frozen.list(at('org-department'), windowId))[1];
    expect(await onPaper()).toMatchObject({ handedInAt: null, receivedAt: null });

    const handedIn = await act(at('org-province'), 'handInPaper', 'org-province', september);

    expect(handedIn).toMatchObject({ handedInAt: september, receivedAt: null });
    expect(handedIn.items.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
    expect(await onPaper()).toMatchObject({ handedInAt: september, receivedAt: null });
  });

  it('covers the versions that it lists: the paper of one that was mended since is received by itself [P27 P28]', async () => {
    const serial = listed[1] ?? '';
    await world.act(at('org-department'), serial, 'return', september);
    await world.clock.at(september, () =>
      world.acts.byPerson(submitter, 'mended', serial, 'resubmit', {}, ({ submission }) => ({
        wait: { for: 'desk', position: submission.returnedFrom ?? 0, round: 2, since: september },
      })),
    );
    await world.act(submitter, serial, 'handInPaper', september);

    const bySheet = await act(at('org-department'), 'receivePaper', 'org-province', september);
    expect(bySheet.items.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['refused', 'ACT_NOT_PERMITTED'],
      ['refused', 'PAPER_DIFFERS'],
    ]);
    await world.act(at('org-department'), serial, 'receivePaper', september);
    expect(await world.act(at('org-department'), serial, 'approve', september)).toMatchObject({ state: 'registered' });
  });

  it('stands beside the account of every level, from the window as a whole down to the unit, residual 0', async () => {
    const levels = await account.levels({ id: windowId, state: 'cut-off' });

    expect(levels[0]).toMatchObject({ organisationId: null, name: null, entered: 2, residual: 0 });
    expect(levels.map(({ organisationId }) => organisationId).sort()).toEqual(
      [null, 'org-city', 'org-department', 'org-ministry', 'org-province', 'unit-a'].sort(),
    );
    expect(levels.every(({ entered, residual }) => entered === 2 && residual === 0)).toBe(true);
  });
});
