import type { CollectionWindow, RouteLeg } from '@dengke/contract';
import { resume } from '@dengke/contract/messages';
import { h1, h1Dates, windowOf } from '../testing/h1-2023';
import type { WindowDates } from '../testing/h1-2023';
import { minute, startOfDay } from '../testing/instants';
import { Ledger } from '../testing/ledger';
import { rBureau } from '../testing/routes';
import { refusal } from '../testing/submission-ledger';
import { World } from '../testing/world';

let world: World;

beforeAll(async () => {
  world = await World.on('2023-08-04T01:00:00Z', new Ledger());
  world.followingSubmissions = false;
}, 60_000);
afterAll(() => world.close());

/** What was announced, opened, cut off, frozen, reported on paper and closed, to the minute in UTC. */
const timeline = (windowId: string): string[] => world.ledger.windows.facts(windowId).map(({ at, act }) => `${minute(at)} ${act}`);

/** What is submitted in every telling of the story: [what it is, date achieved, submitted at]. */
const entries = [
  ['achieved on 31 December', '2022-12-31', '2023-08-10T02:00:00.000Z'],
  ['achieved on 1 January', '2023-01-01', '2023-08-10T02:00:00.000Z'],
  ['achieved on 30 June', '2023-06-30', '2023-08-10T02:00:00.000Z'],
  ['achieved on 1 July', '2023-07-01', '2023-08-10T02:00:00.000Z'],
  ['submitted before the opening', '2023-03-15', '2023-08-06T15:00:00.000Z'],
  ['submitted at the opening', '2023-03-15', '2023-08-06T17:00:00.000Z'],
  ['submitted on 25 August', '2023-03-15', '2023-08-25T15:00:00.000Z'],
  ['submitted on 26 August', '2023-03-15', '2023-08-25T17:00:00.000Z'],
] as const;

/** Written by hand from the letters: S75 opening, S76 period, S77 cut-off (P12: midnight in Shanghai is 16:00Z), S78 paper days. */
const expected = {
  window: [
    '2023-08-06 16:00 announce',
    '2023-08-06 16:00 open',
    '2023-08-25 16:00 freeze',
    '2023-08-27 16:00 startPaperDays',
    '2023-08-30 16:00 close',
  ],
  submissions: [
    'achieved on 31 December: rolling',
    'achieved on 1 January: window, transmitted',
    'achieved on 30 June: window, carried-over',
    'achieved on 1 July: rolling',
    'submitted before the opening: rolling',
    'submitted at the opening: window, carried-over',
    'submitted on 25 August: window, carried-over',
    'submitted on 26 August: rolling',
  ],
  residual: 0,
};

/** The letters' window with one date a day earlier or later. */
const moved: Array<readonly [keyof WindowDates, number]> = (Object.keys(h1Dates) as Array<keyof WindowDates>).flatMap((date) => [
  [date, -1] as const,
  [date, 1] as const,
]);
const movedWindow = (date: keyof WindowDates, days: number): CollectionWindow =>
  windowOf(`h1-2023 ${date} ${days}`, { ...h1Dates, [date]: startOfDay(h1Dates[date], days + 1).slice(0, 10) });

/** What the ledger tells of one telling of the story, in the words of the expectation. */
function told(windowId: string): typeof expected {
  const { submissions } = world.ledger;
  return {
    window: timeline(windowId),
    submissions: entries.map(([what]) => {
      const facts = submissions.facts(`${windowId}: ${what}`);
      return `${what}: ${[facts[0]?.mode, submissions.outcomeOf(`${windowId}: ${what}`)].filter(Boolean).join(', ')}`;
    }),
    residual: world.ledger.windows.facts(windowId).find(({ act }) => act === 'freeze')?.residual ?? Number.NaN,
  };
}

describe('the window of the first half of 2023, told with every date as printed and with each moved by a day', () => {
  const windows = [h1, ...moved.map(([date, days]) => movedWindow(date, days))];

  beforeAll(async () => {
    const { submissions } = world.ledger;
    const moments = [
      ...windows.map((window) => ({ at: startOfDay(window.announcedOn), happens: () => world.announce(window) })),
      ...windows.flatMap((window) =>
        entries.map(([what, achievedOn, at]) => ({
          at,
          happens: async () => submissions.submit({ serial: `${window.id}: ${what}`, legs: rBureau, achievedOn, window, at }),
        })),
      ),
      ...windows.flatMap(({ id }) =>
        (['release', 'recommend'] as const).map((act) => ({
          at: '2023-08-21T01:00:00.000Z',
          happens: async () => void submissions.act(`${id}: achieved on 1 January`, act, '2023-08-21T01:00:00.000Z'),
        })),
      ),
    ];
    for (const { at, happens } of moments.sort((one, other) => one.at.localeCompare(other.at))) {
      if (at > (await world.now())) {
        await world.passTo(at);
      }
      await happens();
    }
    await world.passTo('2023-09-02T00:00:00.000Z');
  }, 240_000);

  it('opens with the letter, cuts off at the end of 25 August, takes paper until the end of 30 August [P11 P12 S75 S77 S78]', () => {
    expect(told(h1.id).window).toEqual(expected.window);
  });

  it('takes what was achieved in its period and first submitted while it was open; the rest is rolling [P10 S76]', () => {
    expect(told(h1.id).submissions).toEqual(expected.submissions);
  });

  it('closes with an account that adds up: residual 0', async () => {
    expect(told(h1.id).residual).toBe(0);
    expect(await world.client.workflow.getHandle('window/h1-2023').result()).toEqual({ windowId: 'h1-2023', state: 'closed', residual: 0 });
  });

  it.each(moved)('is caught with %s moved by %i day', (date, days) => {
    expect(told(movedWindow(date, days).id)).not.toEqual(expected);
  });
});

describe('a window', () => {
  const september: WindowDates = {
    resultFrom: '2023-01-01',
    resultTo: '2023-06-30',
    announcedOn: '2023-09-04',
    opensOn: '2023-09-05',
    cutOffOn: '2023-09-15',
    paperFrom: '2023-09-18',
    paperTo: '2023-09-20',
  };
  const elsewhere: readonly RouteLeg[] = rBureau.map((leg) => (leg.kind === 'organiser' ? { ...leg, organisationId: 'organiser-2' } : leg));

  beforeAll(async () => {
    const several = windowOf('several', september, [
      ['organiser-2', '2023-09-08'],
      ['organiser-1', '2023-09-11'],
    ]);
    await world.passTo('2023-09-04T01:00:00.000Z');
    await world.announce(several);
    await world.announce(windowOf('changed', september));
    await world.announce(windowOf('refreshed', september));
    await world.announce(windowOf('extended', september));
    await world.passTo('2023-09-06T01:00:00.000Z');
    const at = await world.now();
    for (const [serial, legs] of [
      ['A1', elsewhere],
      ['A2', elsewhere],
      ['A3', elsewhere],
      ['B1', rBureau],
      ['C1', rBureau.map((leg) => (leg.kind === 'organiser' ? { ...leg, organisationId: 'organiser-3' } : leg))],
    ] as const) {
      world.ledger.submissions.submit({ serial, legs, window: several, at });
    }
    world.ledger.submissions.submit({ serial: 'D1', legs: rBureau, window: windowOf('changed', september), at });
    world.ledger.submissions.submit({ serial: 'E1', legs: rBureau, window: windowOf('extended', september), at });
    for (const subject of ['organiserApplication/E1', 'organiserApplication/E2']) {
      await world.apply(subject, 'department');
    }
    await world.refresh('window/refreshed');
    await world.passTo('2023-09-14T01:00:00.000Z');
    world.ledger.windows.change('changed', { cutOffAt: startOfDay('2023-09-18'), paperFrom: '2023-09-19' }, await world.now());
    await world.passTo('2023-09-16T01:00:00.000Z');
    world.ledger.windows.extend('extended', { cutOffAt: startOfDay('2023-09-19'), paperFrom: '2023-09-19' }, await world.now());
    await world.passTo('2023-09-22T00:00:00.000Z');
  }, 120_000);

  it('settles each cut-off at its instant, page by page, the window’s own last [S39 P13]', () => {
    expect(world.ledger.windows.settled.filter((line) => line.startsWith('several'))).toEqual([
      'several 2023-09-08 16:00: 2',
      'several 2023-09-08 16:00: 1',
      'several 2023-09-11 16:00: 1',
      'several 2023-09-15 16:00: 1',
    ]);
    expect(world.ledger.submissions.outcomes('several')).toEqual(Array(5).fill('carried-over'));
  });

  it('follows a registrar who changes its dates', () => {
    expect(timeline('changed')).toEqual([
      '2023-09-04 01:00 announce',
      '2023-09-04 16:00 open',
      '2023-09-14 01:00 reschedule',
      '2023-09-17 16:00 freeze',
      '2023-09-18 16:00 startPaperDays',
      '2023-09-20 16:00 close',
    ]);
    expect(world.ledger.submissions.facts('D1').map(({ act, at }) => `${act} ${minute(at)}`)).toEqual([
      'submit 2023-09-06 01:00',
      'moveCutOff 2023-09-14 01:00',
      'carryOver 2023-09-17 16:00',
    ]);
  });

  it('takes up again after its cut-off what a registrar extends, and settles and freezes anew [P11 P13]', () => {
    expect(timeline('extended')).toEqual([
      '2023-09-04 01:00 announce',
      '2023-09-04 16:00 open',
      '2023-09-15 16:00 freeze',
      '2023-09-16 01:00 extend',
      '2023-09-18 16:00 freeze',
      '2023-09-18 16:00 startPaperDays',
      '2023-09-20 16:00 close',
    ]);
    expect(world.ledger.submissions.facts('E1').map(({ act, at, mode }) => `${act} ${minute(at)} ${mode}`)).toEqual([
      'submit 2023-09-06 01:00 window',
      'carryOver 2023-09-15 16:00 rolling',
      'moveCutOff 2023-09-16 01:00 window',
      'carryOver 2023-09-18 16:00 rolling',
    ]);
  });

  it('has applications whose limit ended on the lost day end as many days later, late no more, each once [P31 P32]', () => {
    for (const subject of ['organiserApplication/E1', 'organiserApplication/E2']) {
      const facts = world.ledger.applications.factsAfter(subject, 0);
      expect(facts.map(({ act, dueAt }) => `${act} ${dueAt ?? '-'}`)).toEqual([
        'apply -',
        'setDue 2023-09-15T16:00:00.000Z',
        'escalate -',
        'extend -',
        'setDue 2023-09-18T16:00:00.000Z',
        'escalate -',
      ]);
    }
  });

  it('does the same after a refresh', () => {
    expect(timeline('refreshed')).toEqual([
      '2023-09-04 01:00 announce',
      '2023-09-04 16:00 open',
      '2023-09-15 16:00 freeze',
      '2023-09-17 16:00 startPaperDays',
      '2023-09-20 16:00 close',
    ]);
  });

  it.each([
    ['settling its cut-off', 'settleCutOff', '10'],
    ['freezing its sheets', 'freezeWindow', '11'],
  ])('is held, and does not fail or try without end, when %s is refused; an operator lets it try again', async (_, activity, month) => {
    const { windows } = world.ledger;
    const id = `held ${activity}`;
    const on = (day: string) => `2023-${month}-${day}`;
    const dates = { announcedOn: on('08'), opensOn: on('08'), cutOffOn: on('13'), paperFrom: on('16'), paperTo: on('18') };
    await world.passTo(`${on('09')}T00:00:00.000Z`);
    await world.announce(windowOf(id, { ...september, ...dates }));
    Object.assign(world.ledger, { fault: refusal('NOT_YET_DUE'), faultOf: activity, faulted: 0 });
    await world.passTo(`${on('14')}T00:00:00.000Z`);

    expect([windows.last(id).state, world.ledger.faulted]).toEqual(['open', 1]);
    Object.assign(world.ledger, { fault: null, faultOf: null });
    await world.client.workflow.getHandle(`window/${id}`).executeUpdate(resume);
    await world.rest();
    expect(windows.last(id)).toMatchObject({ act: 'freeze', residual: 0 });
  });

  it('gives back each of several lost days that it hears of together', async () => {
    const { windows, applications } = world.ledger;
    const dates = {
      announcedOn: '2023-12-05',
      opensOn: '2023-12-05',
      cutOffOn: '2023-12-15',
      paperFrom: '2023-12-21',
      paperTo: '2023-12-22',
    };
    await world.passTo('2023-12-06T01:00:00.000Z');
    await world.announce(windowOf('extended twice', { ...september, ...dates }));
    await world.apply('organiserApplication/L1', 'department');
    await world.passTo('2023-12-08T01:00:00.000Z');
    await world.apply('organiserApplication/L2', 'department');
    await world.passTo('2023-12-19T01:00:00.000Z');
    windows.extend('extended twice', { cutOffOn: '2023-12-19', cutOffAt: startOfDay('2023-12-20') }, '2023-12-19T00:59:00.000Z');
    // Its signal is lost; that of the next has the workflow fetch both.
    windows.outbox.splice(0);
    windows.extend('extended twice', { cutOffOn: '2023-12-20', cutOffAt: startOfDay('2023-12-21') }, await world.now());
    await world.passTo('2023-12-20T01:00:00.000Z');

    const daysOf = (id: string) =>
      applications.factsAfter(`organiserApplication/${id}`, 0).flatMap(({ act, dueAt }) => (act === 'setDue' ? [dueAt] : []));
    expect([daysOf('L1'), daysOf('L2')]).toEqual([
      ['2023-12-15T16:00:00.000Z', '2023-12-18T16:00:00.000Z'],
      ['2023-12-19T16:00:00.000Z', '2023-12-20T16:00:00.000Z'],
    ]);
  });
});
