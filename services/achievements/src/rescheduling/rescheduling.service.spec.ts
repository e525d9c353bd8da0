import { IsNull } from 'typeorm';
import type { Caller } from '@dengke/contract';
import { at, DeskWorld } from '../../testing/a-desk-world';
import { Submission } from '../acts/submission.entity';
import { AccountService } from '../windows/account.service';
import { ConductService } from '../windows/conduct.service';
import { IntakeService } from '../windows/intake.service';
import { RefusalsService } from '../windows/refusals.service';
import { SummarySheetsService } from '../windows/summary-sheets.service';
import type { AnnounceDto } from '../windows/windows.dto';
import { WindowsService } from '../windows/windows.service';
import type { RescheduleDto } from './rescheduling.dto';
import { ReschedulingService } from './rescheduling.service';

const registrar: Caller = at('org-department', 'registrar');
const opened = '2023-08-07T02:00:00.000Z';
const h1: AnnounceDto = {
  ...{ id: 'h1-2023', name: '2023年上半年', registrationYear: 2023, resultFrom: '2023-01-01', resultTo: '2023-06-30' },
  ...{ opensOn: '2023-08-07', cutOffOn: '2023-08-25', paperFrom: '2023-08-28', paperTo: '2023-08-30' },
};
const dates: RescheduleDto = {
  ...{ seenVersion: 1, reason: '系统维护', opensOn: '2023-08-07', cutOffOn: '2023-08-28', paperFrom: '2023-08-29', paperTo: '2023-08-31' },
  earlierCutOffs: [],
};

describe('the dates of a window that is under way', () => {
  let world: DeskWorld;
  let rescheduling: ReschedulingService;
  let windows: WindowsService;
  let conduct: ConductService;
  let keys = 0;

  beforeEach(async () => {
    world = await DeskWorld.begin();
    const { database, ledger, clock, acts } = world;
    windows = new WindowsService(database, ledger, clock);
    rescheduling = new ReschedulingService(database, ledger, clock, windows, acts);
    const refusals = new RefusalsService(database, new IntakeService());
    conduct = new ConductService(
      database,
      ledger,
      acts,
      new AccountService(database, refusals),
      new SummarySheetsService(database, ledger, clock),
    );
    await world.clock.at('2023-08-06T18:00:00.000Z', () => windows.announce(registrar, 'announce', h1));
  });
  afterEach(() => world.end());

  const on = <T>(instant: string, work: () => Promise<T>): Promise<T> => world.clock.at(instant, work);
  const key = (): string => `key-of-registrar-${(keys += 1)}`;
  const inWindow = (own: Partial<Submission> = {}) =>
    world.reaches('org-city', opened, { mode: 'window', windowId: 'h1-2023', cutOffAt: '2023-08-25T16:00:00.000Z', ...own });
  const reschedule = (own: Partial<RescheduleDto> = {}, instant = '2023-08-20T02:00:00.000Z') =>
    on(instant, () => rescheduling.reschedule(registrar, key(), 'h1-2023', { ...dates, ...own }));

  it('are moved for everybody at once, and each submission’s workflow and people hear of it once [P11 P12]', async () => {
    const [serial, settled] = [await inWindow(), await inWindow({ windowOutcome: 'carried-over', mode: 'rolling' })];
    expect(await on('2023-08-20T02:00:00.000Z', () => rescheduling.preview('h1-2023', dates))).toEqual({
      affected: [{ deskId: 'org-city', from: '2023-08-25T16:00:00.000Z', to: '2023-08-28T16:00:00.000Z', count: 1 }],
      submissions: 1,
    });
    expect(await reschedule()).toMatchObject({ cutOffAt: '2023-08-28T16:00:00.000Z', version: 2, state: 'announced' });

    expect((await world.row(serial)).cutOffAt).toBe('2023-08-28T16:00:00.000Z');
    expect((await world.row(settled)).cutOffAt).toBe('2023-08-25T16:00:00.000Z');
    for (let again = 0; again < 2; again += 1) {
      await conduct.tell('h1-2023', '2023-08-20T02:00:00.000Z', null);
    }
    expect((await world.acts.factsAfter(serial, 2)).map(({ act, cutOffAt }) => [act, cutOffAt])).toEqual([
      ['moveCutOff', '2023-08-28T16:00:00.000Z'],
    ]);
    expect(await world.story(settled)).not.toContain('moveCutOff');
    const facts = await conduct.factsAfter('h1-2023', 1);
    expect(facts).toMatchObject([{ act: 'reschedule', cutOffs: ['2023-08-28T16:00:00.000Z'], paperFromAt: '2023-08-28T16:00:00.000Z' }]);
  });

  it('are heard of once for each change, also where an earlier one is told again before the last', async () => {
    const [first, second] = ['2023-08-20T02:00:00.000Z', '2023-08-21T02:00:00.000Z'];
    const serial = await inWindow();
    await reschedule({}, first);
    await conduct.tell('h1-2023', first, null);
    await reschedule({ seenVersion: 2, cutOffOn: '2023-08-29', paperFrom: '2023-08-30' }, second);
    await conduct.tell('h1-2023', first, null);
    await conduct.tell('h1-2023', second, null);

    expect((await world.acts.factsAfter(serial, 2)).map(({ act, cutOffAt }) => [act, cutOffAt])).toEqual([
      ['moveCutOff', '2023-08-28T16:00:00.000Z'],
      ['moveCutOff', '2023-08-29T16:00:00.000Z'],
    ]);
  });

  it('let a recommendation pass that the old cut-off would have been too early for, before anybody is told [P12 P13]', async () => {
    const serial = await inWindow();
    await reschedule();
    const progress = await world.act(at('org-city'), serial, 'recommend', '2023-08-27T02:00:00.000Z');
    expect(progress).toMatchObject({ mode: 'window', stage: 'organiser' });
    expect(await world.story(serial)).not.toContain('carryOver');
  });

  it('keep the earlier cut-offs of a line, of a desk of the route or an area, and never loosen one that has passed [S39]', async () => {
    const [early, late] = [await inWindow({ areaCode: '140200' }), await inWindow()];
    const earlierCutOffs = [
      { areaCode: '1402', cutOffOn: '2023-08-22' },
      { organisationId: 'org-nowhere', cutOffOn: '2023-08-21' },
    ];
    await reschedule({ earlierCutOffs });
    expect([(await world.row(early)).cutOffAt, (await world.row(late)).cutOffAt]).toEqual([
      '2023-08-22T16:00:00.000Z',
      '2023-08-28T16:00:00.000Z',
    ]);

    const loosened = [{ areaCode: '1402', cutOffOn: '2023-08-27' }];
    await expect(reschedule({ seenVersion: 2, earlierCutOffs: loosened }, '2023-08-23T02:00:00.000Z')).rejects.toMatchObject({
      code: 'WINDOW_DATES_WRONG',
      details: { fields: ['earlierCutOffs'] },
    });
  });

  it.each([
    [{ seenVersion: 9 }, '2023-08-20', 'VERSION_CONFLICT'],
    [{ opensOn: '2023-08-08' }, '2023-08-20', 'WINDOW_DATES_WRONG'],
    [{ cutOffOn: '2023-08-19', paperFrom: '2023-08-28' }, '2023-08-20', 'WINDOW_DATES_WRONG'],
    [{ paperFrom: '2023-08-28' }, '2023-08-20', 'WINDOW_DATES_WRONG'],
    [{}, '2023-08-26', 'WINDOW_CUT_OFF'],
  ])('are refused %j on %s: %s, and nothing is stored', async (own, day, code) => {
    await expect(reschedule(own, `${day}T02:00:00.000Z`)).rejects.toMatchObject({ code });
    expect(await windows.view('h1-2023')).toMatchObject({ cutOffOn: '2023-08-25', version: 1 });
  });

  it('end now when it is closed now: what is still with the bureau is carried over, and nothing enters any more [P13]', async () => {
    const serial = await inWindow();
    const now = '2023-08-21T02:00:00.000Z';
    const close = { seenVersion: 1, reason: '提前结束' };
    expect((await on(now, () => rescheduling.previewClosing('h1-2023', close))).affected).toMatchObject([{ to: now, count: 1 }]);
    await on(now, () => rescheduling.closeNow(registrar, key(), 'h1-2023', close));

    await world.act(at('org-city'), serial, 'recommend', '2023-08-21T02:00:01.000Z');
    expect((await world.story(serial)).slice(-2)).toEqual(['carryOver', 'recommend']);
    expect(await world.row(serial)).toMatchObject({ mode: 'rolling', windowOutcome: 'carried-over' });
    await expect(
      on('2023-08-21T02:00:02.000Z', () => rescheduling.closeNow(registrar, key(), 'h1-2023', { ...close, seenVersion: 2 })),
    ).rejects.toMatchObject({
      code: 'WINDOW_CUT_OFF',
    });
  });

  it('bind what the registrar moves into it, with a reason, and no more what is moved out or was settled [P10 P13]', async () => {
    const serial = await world.reaches('org-city', opened);
    const move = (windowId: string | null, instant: string, reason = '材料补齐') =>
      on(instant, () => rescheduling.moveWindow(registrar, key(), serial, { reason, ...(windowId === null ? {} : { windowId }) }));

    await expect(move('h1-2023', '2023-08-20T02:00:00.000Z', ' ')).rejects.toMatchObject({ code: 'REASON_MISSING' });
    expect(await move('h1-2023', '2023-08-20T02:00:00.000Z')).toMatchObject({ mode: 'window' });
    expect(await world.row(serial)).toMatchObject({ windowId: 'h1-2023', cutOffAt: '2023-08-25T16:00:00.000Z' });
    expect(await move(null, '2023-08-21T02:00:00.000Z')).toMatchObject({ mode: 'rolling' });
    expect(await world.database.manager.countBy(Submission, { windowId: IsNull(), serial })).toBe(1);
    await expect(move('h1-2023', '2023-08-26T02:00:00.000Z')).rejects.toMatchObject({ code: 'WINDOW_CUT_OFF' });
    await expect(move('none', '2023-08-22T02:00:00.000Z')).rejects.toMatchObject({ code: 'ACT_NOT_PERMITTED' });
    const settled = await inWindow({ windowOutcome: 'carried-over', mode: 'rolling' });
    await expect(
      on('2023-08-22T02:00:00.000Z', () => rescheduling.moveWindow(registrar, key(), settled, { reason: '移出' })),
    ).rejects.toMatchObject({
      code: 'ACT_NOT_PERMITTED',
    });
  });
});
