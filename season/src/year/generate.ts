import type { PlainDate } from '@dengke/contract';
import type { PlannedWindow, Scenario, Step } from '../scenario';
import { plus, WorkedDays } from './days';
import { Journey } from './journey';
import type { Deed } from './journey';
import { spelledOtherwise } from './names';
import { atUnits, intend } from './plan';
import type { Intention } from './plan';
import { Random } from '../random';
import { worldOf } from './world';
import type { World } from './world';

/** A scenario that tells its own world, so that it can be judged by who knows nothing else. */
export interface YearScenario extends Scenario {
  seed: number;
  world: World;
}

const registrar = 'sx-kjt-1';
/** Years whose working days are settled, and those of the year after. */
const years = [2024, 2025] as const;

/** One registration year with its two windows (S73), and the months after it in which the last of it is decided. The same seed gives the same year. */
export async function generate(seed: number, count: number): Promise<YearScenario> {
  const random = new Random(seed);
  const year = years[seed % years.length] ?? years[0];
  const [from, until]: [PlainDate, PlainDate] = [`${year}-01-02`, `${year + 1}-04-18`];
  const world = await worldOf(from, plus(until, 60));
  const days = new WorkedDays(world.calendar, from, until);
  const windows = [midYear(random, year), earlyNextYear(random, year)];
  const open = days.between(plus(from, 4), `${year + 1}-02-28`);
  const intentions = Array.from({ length: count }, (_, index) => intend(random, `s${index + 1}`, world, windows, open));
  const all = [...intentions, ...again(random, intentions, days)];
  const move = moved(random, world, days.between(`${year}-04-01`, `${year + 1}-01-31`));
  const deeds = all.flatMap((one) => travelled(new Journey(random, move.seenBy(one), days, one), one));

  return {
    name: `year-${seed}`,
    seed,
    ...{ from: `${from}T08:00`, until: `${until}T18:00` },
    world,
    windows,
    submissions: Object.fromEntries(all.map(({ ref, planned }) => [ref, planned])),
    ...{ organisers: {}, letters: {} },
    steps: grouped([...announcements(random, windows, days), ...move.deeds, ...deeds].filter(({ time }) => time <= `${until}T18:00`)),
  };
}

function midYear(random: Random, year: number): PlannedWindow {
  const opensOn = plus(`${year}-07-08`, random.between(0, 10));
  const name = { id: `h1-${year}`, name: `${year}年上半年`, registrationYear: year };
  return { ...name, resultFrom: `${year}-01-01`, resultTo: `${year}-06-30`, ...datesFrom(random, opensOn) };
}

function earlyNextYear(random: Random, year: number): PlannedWindow {
  const opensOn = plus(`${year + 1}-01-06`, random.between(0, 10));
  const name = { id: `h2-${year}`, name: `${year}年下半年`, registrationYear: year };
  return { ...name, resultFrom: `${year}-07-01`, resultTo: `${year}-12-31`, ...datesFrom(random, opensOn) };
}

/** Any day may be the last one, also one that is not worked. */
function datesFrom(random: Random, opensOn: PlainDate): Pick<PlannedWindow, 'opensOn' | 'cutOffOn' | 'paperFrom' | 'paperTo'> {
  const cutOffOn = plus(opensOn, random.between(28, 44));
  const paperFrom = plus(cutOffOn, random.between(1, 4));
  return { opensOn, cutOffOn, paperFrom, paperTo: plus(paperFrom, random.between(1, 4)) };
}

/** On the day it opens, as in 2023 (S75), or some days before. */
function announcements(random: Random, windows: readonly PlannedWindow[], days: WorkedDays): Deed[] {
  return windows.map(({ id, opensOn }): Deed => {
    const on = random.happens(0.5) ? opensOn : (days.all.filter((day) => day < opensOn).at(-random.between(1, 6)) ?? opensOn);
    return { time: `${on}T08:30`, order: 0, who: registrar, what: 'announce', ref: id };
  });
}

/** Somebody of the same unit submits once more what is there already, in another spelling; nobody does anything with it. */
function again(random: Random, intentions: readonly Intention[], days: WorkedDays): Intention[] {
  return random.some(intentions, Math.round(intentions.length / 25)).map(({ ref, planned, on }) => ({
    ref: `${ref}-again`,
    planned: { ...planned, name: spelledOtherwise(planned.name) },
    on: days.after(on, random.between(1, 30)),
    at: atUnits,
  }));
}

function travelled(journey: Journey, intention: Intention): Deed[] {
  const deeds = journey.travel();
  return intention.ref.endsWith('-again') ? deeds.slice(0, 1) : deeds;
}

/** The capital's bureau gets a unit of another city. */
const capital = { bureau: 'org-taiyuan-energy', areaCode: '140105', by: 'sx-energy-admin' } as const;

interface Move {
  deeds: Deed[];
  /** The world at the moment at which it is submitted: whose bureau has it then. */
  seenBy: (intention: Intention) => World;
}

function moved(random: Random, world: World, days: readonly PlainDate[]): Move {
  const elsewhere = Object.entries(world.units).filter(([, { municipal }]) => municipal !== null && municipal !== capital.bureau);
  const [unit, standing] = random.one(elsewhere);
  const moment = `${random.one(days)}T08:30`;
  const afterwards: World = { ...world, units: { ...world.units, [unit]: { ...standing, municipal: capital.bureau } } };
  const places = [unit, capital.bureau, capital.areaCode];
  return {
    deeds: places.map((ref) => ({ time: moment, order: 0, who: capital.by, what: 'transfer', ref })),
    seenBy: (intention) => (intention.on + intention.at < moment ? world : afterwards),
  };
}

/** Who does the same at the same moment does it with all of them, one after the other. */
function grouped(deeds: readonly Deed[]): Step[] {
  const inOrder = [...deeds].sort((one, other) =>
    one.time < other.time ? -1 : one.time > other.time ? 1 : one.order - other.order || one.who.localeCompare(other.who),
  );
  const steps: Step[] = [];
  for (const { time, who, what, ref } of inOrder) {
    const last = steps.at(-1);
    if (last !== undefined && last[0] === time && last[1] === who && last[2] === what) {
      last[3].push(ref);
    } else {
      steps.push([time, who, what, [ref]]);
    }
  }
  return steps;
}
