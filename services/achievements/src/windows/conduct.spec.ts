import { BusinessClock, Metrics } from '@dengke/service-kit';
import { pagesOf, sheetsOf } from '@dengke/test-kit';
import { at, DeskWorld, submitter } from '../../testing/a-desk-world';
import type { Submission } from '../acts/submission.entity';
import { SubmissionVersion } from '../acts/submission-version.entity';
import { AccountService } from './account.service';
import { ConductService } from './conduct.service';
import { IntakeService } from './intake.service';
import { RefusalsService } from './refusals.service';
import { SummarySheetsService } from './summary-sheets.service';
import { SummarySheet } from './summary-sheet.entity';
import { WindowMetrics } from './window-metrics';
import { WindowsService } from './windows.service';

const opens = '2023-08-07T02:00:00.000Z';
const cutOffAt = '2023-08-25T16:00:00.000Z';
const inWindow: Partial<Submission> = { mode: 'window', windowId: 'h1-2023', cutOffAt };

describe('a window that is conducted', () => {
  let world: DeskWorld;
  let conduct: ConductService;
  let account: AccountService;
  let sheets: SummarySheetsService;
  let refusals: RefusalsService;

  beforeAll(async () => {
    world = await DeskWorld.begin();
    refusals = new RefusalsService(world.database, new IntakeService());
    account = new AccountService(world.database, refusals);
    sheets = new SummarySheetsService(world.database, world.ledger, world.clock);
    conduct = new ConductService(world.database, world.ledger, world.acts, account, sheets);
    const dates = {
      resultFrom: '2023-01-01',
      resultTo: '2023-06-30',
      opensOn: '2023-08-07',
      cutOffOn: '2023-08-25',
      paperFrom: '2023-08-28',
      paperTo: '2023-08-30',
    };
    const dto = { id: 'h1-2023', name: '2023年上半年', registrationYear: 2023, ...dates };
    await world.clock.at(opens, () =>
      new WindowsService(world.database, world.ledger, world.clock).announce(at('org-department'), 'announce-1', dto),
    );
  });
  afterAll(() => world.end());

  const named = async (serial: string, name: string): Promise<string> => {
    const form = {
      name,
      units: [{ name: '某煤业公司', uscc: '' }],
      completers: [{ name: '甲', contribution: '' }],
      contactPhone: '19900001234',
    };
    await world.database.manager.update(SubmissionVersion, { serial }, { form });
    return serial;
  };

  /** What a Prometheus reads of the windows at an instant. */
  const told = async (instant: string): Promise<string[]> => {
    const metrics = new Metrics();
    new WindowMetrics(metrics, world.database, new BusinessClock({ read: async () => instant })).onModuleInit();
    return (await metrics.text()).split('\n').filter((line) => line.startsWith('dengke_window_'));
  };

  it('opens, settles its cut-off, freezes sheets and account, has its paper days and closes; each once [P14 S77 S78]', async () => {
    const recommended = await named(await world.reaches('org-department', opens, inWindow), '甲技术');
    const withProvince = await named(await world.reaches('org-province', opens, inWindow), '=乙技术');
    const withCity = await world.reaches('org-city', opens, inWindow);
    const returned = await world.reaches('org-city', opens, inWindow);
    await world.act(at('org-city'), returned, 'return', opens);
    const withdrawn = await world.reaches('org-city', opens, inWindow);
    await world.act(submitter, withdrawn, 'withdraw', opens);
    const rejected = await world.reaches('org-province', opens, inWindow);
    await world.act(at('org-province'), rejected, 'reject', opens);
    await refusals.count('ALREADY_REGISTERED', 'unit-a', opens, 'one:refused-1');

    await conduct.lead('open', { windowId: 'h1-2023', after: 1, at: opens });
    expect(await account.of({ id: 'h1-2023', state: 'open' })).toMatchObject({ entered: 6, residual: 0 });
    await expect(conduct.lead('freeze', { windowId: 'h1-2023', after: 2, at: opens })).rejects.toMatchObject({ code: 'NOT_YET_DUE' });

    expect(await account.of({ id: 'h1-2023', state: 'cut-off' })).toMatchObject({ residual: 6 });
    expect(await told(opens)).toEqual(['dengke_window_entered{window="h1-2023"} 6', 'dengke_window_residual{window="h1-2023"} 0']);
    expect(await told(cutOffAt)).toEqual(['dengke_window_entered{window="h1-2023"} 6', 'dengke_window_residual{window="h1-2023"} 6']);
    expect(await conduct.settle('h1-2023', cutOffAt, null)).toEqual({ next: null, settled: 6 });
    expect(await conduct.settle('h1-2023', cutOffAt, null)).toEqual({ next: null, settled: 0 });
    const freeze = { windowId: 'h1-2023', after: 2, at: cutOffAt };
    const [first, second] = await Promise.all([conduct.lead('freeze', freeze), conduct.lead('freeze', freeze)]);
    expect(second).toEqual(first);
    expect(first.map(({ act, residual }) => [act, residual])).toEqual([['freeze', 0]]);
    expect(await told(cutOffAt)).toEqual(['dengke_window_entered{window="h1-2023"} 6', 'dengke_window_residual{window="h1-2023"} 0']);

    const outcomes = { transmitted: 1, 'carried-over': 2, returned: 1, withdrawn: 1, rejected: 1 };
    expect(await account.of({ id: 'h1-2023', state: 'cut-off' })).toMatchObject({
      outcomes,
      residual: 0,
      refusedAtSubmit: { ALREADY_REGISTERED: 1 },
    });
    expect(await account.of({ id: 'h1-2023', state: 'cut-off' }, 'org-elsewhere')).toMatchObject({ entered: 0, residual: 0 });
    await conduct.lead('startPaperDays', { windowId: 'h1-2023', after: 3, at: '2023-08-27T16:00:00.000Z' });
    await conduct.lead('close', { windowId: 'h1-2023', after: 4, at: '2023-08-30T16:00:00.000Z' });
    expect((await conduct.factsAfter('h1-2023', 0)).map(({ act }) => act)).toEqual([
      'announce',
      'open',
      'freeze',
      'startPaperDays',
      'close',
    ]);

    const frozen = await world.database.manager.find(SummarySheet, { order: { organisationId: 'ASC' } });
    const serials = frozen.map(({ organisationId, sheetRows }) => [organisationId, sheetRows.map(({ serial }) => serial).sort()]);
    expect(serials).toEqual([
      ['org-city', [recommended, withProvince].sort()],
      ['org-province', [recommended]],
    ]);
    expect((await world.row(withCity)).windowOutcome).toBe('carried-over');
  });

  it('gives each recommender its sheet with the letters’ head and columns, numbered from 1, and no formulas [P14 S87 S88]', async () => {
    const file = await world.clock.at('2023-08-28T02:00:00.000Z', () => sheets.file(at('org-city'), 'h1-2023', 'org-city', 'xlsx'));
    const [sheet] = sheetsOf(file);
    const [title, head, columns, ...rows] = sheet?.rows ?? [];

    expect(title?.[0]).toBe('科技成果登记项目汇总表（2023年上半年）');
    expect(head?.filter(Boolean)).toEqual(['推荐单位：org-city（公章）', '推荐日期：2023年8月26日']);
    expect(columns).toEqual(['序号', '项目名称', '第一完成单位', '第一完成人', '联系方式']);
    expect(rows.slice(0, 2).map((row) => row[0])).toEqual([1, 2]);
    expect(rows.map((row) => row[1])).toContain("'=乙技术");
    expect(rows[0]?.[4]).toBe('19900001234');
  });

  it('gives the same sheet on paper, 联系方式 in full, and records that too [P14 S78 S87 S88]', async () => {
    const file = await world.clock.at('2023-08-28T02:00:00.000Z', () => sheets.file(at('org-city'), 'h1-2023', 'org-city', 'pdf'));
    const read = pagesOf(file).join('').replace(/\s/g, '');

    expect(read).toContain('推荐单位：org-city（公章）推荐日期：2023年8月26日序号项目名称第一完成单位第一完成人联系方式');
    expect(read).toContain('=乙技术某煤业公司甲19900001234');
    expect(read).toContain('第1页共1页');
    const readings = await world.ledger.entriesAfter('summary-sheet/h1-2023/org-city', 0);
    expect(readings.at(-1)).toMatchObject({ kind: 'readSheet', by: 'org-city-one', detail: { windowId: 'h1-2023', as: 'pdf' } });
  });

  it('shows a sheet to its recommender and to the department only, and records who read it', async () => {
    const read = (me: Parameters<typeof sheets.file>[0]) =>
      world.clock.at('2023-08-28T02:00:00.000Z', () => sheets.file(me, 'h1-2023', 'org-city', 'xlsx'));
    await expect(read(at('org-province'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await read(at('org-department'));
    const readings = await world.ledger.entriesAfter('summary-sheet/h1-2023/org-city', 0);
    expect(readings.map(({ kind, by }) => [kind, by])).toEqual(expect.arrayContaining([['readSheet', 'org-department-one']]));
    expect((await sheets.list(at('org-province'), 'h1-2023')).map(({ organisationId }) => organisationId)).toEqual(['org-province']);
  });
});
