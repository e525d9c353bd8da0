import type { Caller } from '@dengke/contract';
import { at, cityLegs, DeskWorld } from '../../testing/a-desk-world';
import { CollectionWindowRow } from './collection-window.entity';
import { IntakeService } from './intake.service';
import type { Incoming } from './intake.service';
import type { AnnounceDto } from './windows.dto';
import { WindowsService } from './windows.service';

/** The letters' window (S75–S78). */
const h1: AnnounceDto = {
  id: 'h1-2023',
  name: '2023年上半年',
  registrationYear: 2023,
  resultFrom: '2023-01-01',
  resultTo: '2023-06-30',
  opensOn: '2023-08-07',
  cutOffOn: '2023-08-25',
  paperFrom: '2023-08-28',
  paperTo: '2023-08-30',
};
const registrar: Caller = at('org-department');
const incoming = (own: Partial<Incoming>): Incoming => ({
  achievedOn: '2023-03-01',
  at: '2023-08-10T02:00:00.000Z',
  organiserId: 'org-province',
  legs: cityLegs,
  areaCode: '140403',
  ...own,
});

/** Rivals meet only when none has to wait for its connection first. */
const connected = ({ database }: DeskWorld) => Promise.all(Array.from({ length: 4 }, () => database.query('DO SLEEP(0.05)')));

describe('a collection window', () => {
  let world: DeskWorld;
  let windows: WindowsService;
  const intake = new IntakeService();
  let keys = 0;
  const announce = (dto: Partial<AnnounceDto>) =>
    world.clock.at('2023-08-07T00:30:00.000Z', () => windows.announce(registrar, `announce-${(keys += 1)}`, { ...h1, ...dto }));
  const enters = (own: Partial<Incoming>) => intake.intakeFor(world.database.manager, incoming(own));

  beforeAll(async () => {
    world = await DeskWorld.begin();
    windows = new WindowsService(world.database, world.ledger, world.clock);
    await announce({
      earlierCutOffs: [
        { areaCode: '1402', cutOffOn: '2023-08-18' },
        { organisationId: 'org-early', cutOffOn: '2023-08-20' },
      ],
    });
  });
  afterAll(() => world.end());

  it('has the dates of the letters; the day of its cut-off belongs to it [P11 P12 S75 S76 S77 S78]', async () => {
    expect(await windows.view('h1-2023')).toMatchObject({
      announcedOn: '2023-08-07',
      opensAt: '2023-08-06T16:00:00.000Z',
      cutOffAt: '2023-08-25T16:00:00.000Z',
      paperFrom: '2023-08-28',
      paperTo: '2023-08-30',
      state: 'announced',
    });
  });

  it.each([
    ['2023-01-01', 'window', 'in-window'],
    ['2023-06-30', 'window', 'in-window'],
    ['2023-07-01', 'rolling', 'outside-result-period'],
    ['2022-12-31', 'rolling', 'outside-result-period'],
  ])('takes results of its period, both days included: %s is %s [P10 P11 S76]', async (achievedOn, mode, why) => {
    expect(await enters({ achievedOn })).toMatchObject({ mode, why });
  });

  it.each([
    ['2023-08-06T15:59:59.999Z', 'rolling', 'no-window-open'],
    ['2023-08-06T16:00:00.000Z', 'window', 'in-window'],
    ['2023-08-25T15:59:59.999Z', 'window', 'in-window'],
    ['2023-08-25T16:00:00.000Z', 'rolling', 'no-window-open'],
  ])('takes what is submitted from its opening until its cut-off, half-open: %s is %s [P12 S72 S77]', async (instant, mode, why) => {
    expect(await enters({ at: instant })).toMatchObject({ mode, why });
  });

  it('never closes rolling intake, which takes the civil year in Shanghai of the first submission [P10 P15 S36 S37 S71]', async () => {
    expect(await enters({ at: '2023-12-31T15:59:59.999Z' })).toMatchObject({ mode: 'rolling', registrationYear: 2023, cutOffAt: null });
    expect(await enters({ at: '2023-12-31T16:00:00.000Z' })).toMatchObject({ mode: 'rolling', registrationYear: 2024 });
  });

  it('lets a line set a date of its own, for its area or its organisation [S39 P11]', async () => {
    expect(await enters({ areaCode: '140213' })).toMatchObject({ cutOffAt: '2023-08-18T16:00:00.000Z' });
    expect(await enters({ areaCode: '140213', at: '2023-08-18T16:00:00.000Z' })).toMatchObject({
      mode: 'rolling',
      why: 'after-earlier-cut-off',
    });
    const legs = [...cityLegs, { kind: 'organiser' as const, organisationId: 'org-early' }];
    expect(await enters({ legs })).toMatchObject({ cutOffAt: '2023-08-20T16:00:00.000Z' });
    expect(await enters({})).toMatchObject({ cutOffAt: '2023-08-25T16:00:00.000Z' });
  });

  it('takes last year’s results early in the next year, for their own registration year [P15 S38 S73]', async () => {
    const early = {
      id: 'h2-2023',
      resultFrom: '2023-07-01',
      resultTo: '2023-12-31',
      opensOn: '2024-01-10',
      cutOffOn: '2024-02-20',
      paperFrom: '2024-02-21',
      paperTo: '2024-02-23',
    };
    await announce(early);
    expect(await enters({ at: '2024-01-15T02:00:00.000Z', achievedOn: '2023-12-31' })).toMatchObject({
      mode: 'window',
      registrationYear: 2023,
    });
  });

  it('is refused when it would take submissions while another does', async () => {
    const overlapping = announce({
      id: 'again',
      opensOn: '2023-08-25',
      cutOffOn: '2023-09-10',
      paperFrom: '2023-09-11',
      paperTo: '2023-09-12',
    });
    await expect(overlapping).rejects.toMatchObject({ code: 'WINDOW_OVERLAPS', details: { window: 'h1-2023' } });
  });

  it.each<[string, Partial<AnnounceDto>]>([
    ['resultTo', { resultTo: '2022-12-31' }],
    ['registrationYear', { registrationYear: 2022 }],
    ['cutOffOn', { cutOffOn: '2023-08-06' }],
    ['cutOffOn', { opensOn: '2023-07-10', cutOffOn: '2023-08-06' }],
    ['paperFrom', { paperFrom: '2023-08-25' }],
    ['paperTo', { paperTo: '2023-08-27' }],
    ['day', { paperTo: '2023-09-31' }],
    ['earlierCutOffs', { earlierCutOffs: [{ areaCode: '1402', cutOffOn: '2023-08-26' }] }],
  ])('is refused when its dates contradict each other: %s [P11]', async (field, wrong) => {
    await expect(announce({ id: 'wrong', ...wrong })).rejects.toMatchObject({
      code: 'WINDOW_DATES_WRONG',
      details: { fields: expect.arrayContaining([field]) as string[] },
    });
  });

  it('is announced once, however often the request is repeated', async () => {
    const later = { ...h1, id: 'later', opensOn: '2024-08-07', cutOffOn: '2024-08-25', paperFrom: '2024-08-28', paperTo: '2024-08-30' };
    const send = () => world.clock.at('2023-08-07T00:30:00.000Z', () => windows.announce(registrar, 'same-announce', later));
    expect(await send()).toEqual(await send());
    expect((await world.ledger.entriesAfter('window/later', 0)).map(({ kind }) => kind)).toEqual(['announce']);
  });

  it('refuses all but one of the announcements of one period, also at once, wherever their ids stand among the others', async () => {
    await connected(world);
    const rivals = ['aa', 'bb', 'twin-a', 'twin-b'].map((id) =>
      announce({ id, opensOn: '2025-08-07', cutOffOn: '2025-08-25', paperFrom: '2025-08-28', paperTo: '2025-08-30' }),
    );
    const outcomes = await Promise.allSettled(rivals);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('refuses two announcements at once also where there was no window before', async () => {
    const fresh = await DeskWorld.begin();
    const { manager } = fresh.database;
    await manager.clear(CollectionWindowRow);
    const service = new WindowsService(fresh.database, fresh.ledger, fresh.clock);
    await connected(fresh);
    const first = ['one', 'two', 'three'].map((id) =>
      fresh.clock.at('2023-08-07T00:30:00.000Z', () => service.announce(registrar, `first-${id}`, { ...h1, id })),
    );
    const outcomes = await Promise.allSettled(first);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await fresh.end();
  });
});
