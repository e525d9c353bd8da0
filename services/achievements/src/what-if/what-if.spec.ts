import type { Caller } from '@dengke/contract';
import { at, DeskWorld, unitAdmin } from '../../testing/a-desk-world';
import { movesWith } from '../../testing/some-moves';
import type { Submission } from '../acts/submission.entity';
import { DeadlinesService } from '../deadlines/deadlines.service';
import { WorkingDaysService } from '../deadlines/working-days.service';
import { Organisation } from '../organisations/organisation.entity';
import { WindowsService } from '../windows/windows.service';
import { ShapeService } from './shape.service';
import type { SuppositionDto, WhatIfAnswer } from './what-if.dto';
import { WhatIfService } from './what-if.service';

const registrar: Caller = at('org-department', 'registrar');
const monday = '2023-08-07T02:00:00.000Z';
const asked = '2023-08-14T02:00:00.000Z';
const inWindow: Partial<Submission> = { mode: 'window', windowId: 'h1-2023', cutOffAt: '2023-08-25T16:00:00.000Z' };

/** The window of H1 2023, of which the department asks on Monday, 14 August. Each count below is worked out by hand from P39. */
describe('what would come of a window otherwise', () => {
  let world: DeskWorld;
  let service: WhatIfService;
  const serials: Record<'city' | 'province' | 'passed' | 'returned' | 'early', string> = {} as never;
  beforeAll(async () => {
    world = await DeskWorld.begin();
    const { database, ledger, clock } = world;
    const workingDays = new WorkingDaysService(database);
    const shapes = new ShapeService(new DeadlinesService(workingDays, database));
    service = new WhatIfService(database, clock, workingDays, movesWith(), shapes);
    await clock.at('2023-08-06T18:00:00.000Z', () =>
      new WindowsService(database, ledger, clock).announce(registrar, 'announce', {
        ...{ id: 'h1-2023', name: '2023年上半年', registrationYear: 2023, resultFrom: '2023-01-01', resultTo: '2023-06-30' },
        ...{ opensOn: '2023-08-07', cutOffOn: '2023-08-25', paperFrom: '2023-08-28', paperTo: '2023-08-30' },
        earlierCutOffs: [{ areaCode: '1402', cutOffOn: '2023-08-18' }],
      }),
    );
    const place = { kind: 'municipal' as const, unitKind: null, areaCode: '1404', path: '/org-city/', closed: false, successorId: null };
    await database.manager.insert(Organisation, { ...place, id: 'org-city', name: '长治市能源局', version: 1 });
    serials.city = await world.reaches('org-city', '2023-08-11T02:00:00.000Z', inWindow);
    serials.early = await world.reaches('org-city', '2023-08-11T02:00:00.000Z', { ...inWindow, cutOffAt: '2023-08-18T16:00:00.000Z' });
    serials.province = await slowly('2023-08-10T02:00:00.000Z');
    serials.passed = await world.reaches('org-department', monday, inWindow);
    serials.returned = await world.reaches('org-city', monday, inWindow);
    await world.act(at('org-city'), serials.returned, 'return', monday);
  });
  afterAll(() => world.end());

  /** To the province, after the city has had it for three working days. */
  async function slowly(recommendedAt: string): Promise<string> {
    const serial = await world.submitted(monday, inWindow);
    await world.act(unitAdmin, serial, 'release', monday);
    await world.act(at('org-city'), serial, 'recommend', recommendedAt);
    return serial;
  }

  const ask = (dto: SuppositionDto) => world.clock.at(asked, () => service.ask('h1-2023', dto));
  const counts = (all: WhatIfAnswer['before']) => Object.fromEntries(all.map(({ outcome, count }) => [outcome, count]));
  const stored = async (): Promise<unknown[]> =>
    Promise.all(
      ['submission', 'deadline', 'ledger_entry', 'calendar_version'].map((table) =>
        world.database.query<unknown>(`CHECKSUM TABLE ${table}`),
      ),
    );

  it('goes by how long desks have taken until now, and by their limits where they have decided nothing [P13 P31]', async () => {
    const { desks, before, after, changed, pace, today } = await ask({ cutOffOn: '2023-08-25' });

    expect({ pace, today, changed }).toEqual({ pace: 'as-until-now', today: '2023-08-14', changed: 0 });
    expect(desks).toEqual([
      { organisationId: 'org-city', workdays: 0, decisions: 2 },
      { organisationId: 'org-province', workdays: 0, decisions: 1 },
    ]);
    expect(counts(before)).toEqual({ transmitted: 4, returned: 1 });
    expect(after).toEqual(before);
  });

  it('with the whole of their limits: the city’s ten and the province’s ten lead past the cut-off, one day earlier past more [P11 P13 P39]', async () => {
    const asItIs = await ask({ cutOffOn: '2023-08-24', pace: 'whole-limit' });
    expect(counts(asItIs.before)).toEqual({ transmitted: 2, 'carried-over': 2, returned: 1 });
    expect(counts(asItIs.after)).toEqual({ transmitted: 2, 'carried-over': 2, returned: 1 });

    const earlier = await ask({ cutOffOn: '2023-08-23', pace: 'whole-limit' });
    expect(counts(earlier.after)).toEqual({ transmitted: 1, 'carried-over': 3, returned: 1 });
    expect(earlier.changes).toEqual([
      {
        ...{ serial: serials.province, deskId: 'org-province' },
        before: { on: '2023-08-24', outcome: 'transmitted' },
        after: { on: '2023-08-24', outcome: 'carried-over' },
      },
    ]);
  });

  it('with two more days off: what crosses them ends two days later, and which deadlines would move [P13 P40 P42]', async () => {
    const { after, changes, deadlines } = await ask({ daysOff: ['2023-08-16', '2023-08-17'], pace: 'whole-limit' });

    expect(counts(after)).toEqual({ transmitted: 1, 'carried-over': 3, returned: 1 });
    expect(changes[0]).toMatchObject({ serial: serials.province, after: { on: '2023-08-28', outcome: 'carried-over' } });
    expect(deadlines).toContainEqual({
      ...{ about: 'organiser', from: '2023-08-24', to: '2023-08-28', provisional: false, count: 1, serials: [serials.province] },
    });
  });

  it('with a bureau away: what it would have done it does on the working day after; what falls due meanwhile is said [P13 P31]', async () => {
    const away = { organisationId: 'org-city', from: '2023-08-14', to: '2023-08-25' };
    const { before, after, changes, lateMeanwhile } = await ask({ away });

    expect([counts(before), counts(after)]).toEqual([
      { transmitted: 4, returned: 1 },
      { transmitted: 2, 'carried-over': 2, returned: 1 },
    ]);
    expect(changes.map(({ serial, after: { on } }) => [serial, on])).toEqual([
      [serials.city, '2023-08-28'],
      [serials.early, '2023-08-28'],
    ]);
    expect(lateMeanwhile).toEqual([serials.city, serials.early]);
    expect((await ask({ away: { ...away, to: '2023-08-16' } })).changes.map(({ after: { outcome } }) => outcome)).toEqual([
      'transmitted',
      'transmitted',
    ]);
  });

  it('stores nothing', async () => {
    const before = await stored();
    await ask({
      cutOffOn: '2023-08-20',
      daysOff: ['2023-08-16'],
      away: { organisationId: 'org-city', from: '2023-08-14', to: '2023-08-18' },
    });

    expect(await stored()).toEqual(before);
  });

  it.each<[string, SuppositionDto, string]>([
    ['of nothing', {}, 'INVALID_INPUT'],
    ['of a day that has passed', { cutOffOn: '2023-08-13' }, 'INVALID_INPUT'],
    ['of days off that have passed', { daysOff: ['2023-08-11'] }, 'INVALID_INPUT'],
    [
      'of an organisation that nobody knows',
      { away: { organisationId: 'org-nobody', from: '2023-08-14', to: '2023-08-15' } },
      'INVALID_INPUT',
    ],
    ['of more than sixty days', { away: { organisationId: 'org-city', from: '2023-08-14', to: '2023-10-14' } }, 'INVALID_INPUT'],
  ])('is not asked %s', async (_, dto, code) => {
    await expect(ask(dto)).rejects.toMatchObject({ code });
  });

  it('nor of a window that is not there, or is cut off', async () => {
    const dto = { cutOffOn: '2023-09-01' };
    await expect(world.clock.at(asked, () => service.ask('h9-2023', dto))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(world.clock.at('2023-08-26T02:00:00.000Z', () => service.ask('h1-2023', dto))).rejects.toMatchObject({
      code: 'WINDOW_CUT_OFF',
    });
  });
});
