import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Category, Door, EvidenceKind, Ground, Instant, NoticeDemand, OrganiserKind, PlainDate } from '@dengke/contract';
import { SetupError } from '@dengke/local';

/** One achievement somebody registers in the season. */
export interface Planned {
  unit: string;
  completer: string;
  door?: Door;
  category: Category;
  ground: Ground;
  name: string;
  classified?: boolean;
  evidence: [EvidenceKind, PlainDate][];
  /** Acts that somebody impatient sends twice, with one key: a double click. */
  twice?: string[];
}

/** Somebody who applies to be an organiser (附件2), and what the department gives it. */
export interface PlannedOrganiser {
  organiser: string;
  kind: OrganiserKind;
  areaCode: string;
  login: string;
}

/** A letter of the cascade, as its issuer writes it. */
export interface PlannedLetter extends Partial<NoticeDemand> {
  documentNumber?: string;
  title: string;
  body: string;
  /** Ref of the letter it forwards. */
  encloses?: string;
  /** File names. */
  annexes?: string[];
  /** A part of those directly below; without it all. */
  addresseeIds?: string[];
}

/** Dates of the window as a registrar announces them. */
export interface PlannedWindow {
  id: string;
  name: string;
  registrationYear: number;
  resultFrom: PlainDate;
  resultTo: PlainDate;
  opensOn: PlainDate;
  cutOffOn: PlainDate;
  paperFrom: PlainDate;
  paperTo: PlainDate;
}

/**
 * Who does what, when, with which submissions, applications or letters: `[time in Shanghai, who, what, refs, refusal expected?]`. `completer` and `admin` are those of each unit,
 * `everybody` the sides of the paper's way, `applicant` has no account; two logins act at the same moment. `transfer` has a unit, its new bureau and area.
 */
export type Step = [time: string, who: string, what: string, refs: string[], refusal?: string];

export interface Scenario {
  name: string;
  from: string;
  until: string;
  windows: PlannedWindow[];
  submissions: Record<string, Planned>;
  organisers: Record<string, PlannedOrganiser>;
  letters: Record<string, PlannedLetter>;
  steps: Step[];
}

type Account = Record<'entered' | 'transmitted' | 'carried-over' | 'returned' | 'withdrawn' | 'rejected' | 'residual', number>;

/** What came of one window: its ledger, the whole account and each organisation's, the summary sheets. */
export interface WindowCame {
  events: [act: string, time: string][];
  account: Account & { refusedAtSubmit: Record<string, number> };
  accounts: Record<string, Account>;
  sheets: Record<string, string[]>;
}

/** What must come of a scenario, by hand. Times are Asia/Shanghai. */
export interface Expected {
  windows: Record<string, WindowCame>;
  refused: string[];
  ends: {
    refs: string[];
    state: string;
    mode: string;
    windowOutcome: string | null;
    registrationYear: number;
    approvedOn: string | null;
  }[];
  /** Applications to be an organiser: how they end, and the day they were due. */
  applications: { refs: string[]; state: string; dueOn: string | null }[];
  byTime: [act: string, time: string, refs: string[]][];
  deadlines: { refs: string[]; due: string[] }[];
  reminders: [on: PlainDate, rung: string, refs: string[], logins: string[]][];
  /** The gap report of a letter as one reads it: of it and each further down, who was addressed, has read, signed, forwarded, answered. */
  gaps: [reader: string, of: string, level: string, counts: number[], sentence: string][];
  /** How far letters came with organisations: state, and when. */
  receipts: [ref: string, state: string, at: Record<string, string>, organisations: string[]][];
  /** Whom it was told what of a letter. */
  told: [what: string, time: string, ref: string, logins: string[]][];
  /** The sheet of all answers. */
  answers: Record<string, { answered: string[]; missing: string[] }>;
}

const folder = join(__dirname, '../scenarios');
const read = async <T>(file: string): Promise<T> => JSON.parse(await readFile(join(folder, file), 'utf8')) as T;

/** @throws SetupError with the scenarios there are, where there is none of that name */
export async function readScenario(name: string): Promise<Scenario> {
  const named = (await readdir(folder)).filter((file) => file.endsWith('.expected.json')).map((file) => file.replace('.expected.json', ''));
  if (!named.includes(name)) {
    throw new SetupError(`There is no scenario ${name}; there are ${named.join(', ')}.`);
  }
  return read(`${name}.json`);
}

export const readExpected = (name: string): Promise<Expected> => read(`${name}.expected.json`);

/** `2023-08-08T10:00` in Shanghai as an instant. */
export const instantOf = (time: string): Instant => new Date(`${time}:00.000+08:00`).toISOString();

/** An instant as a Shanghai clock shows it, to the minute. */
export const clockOf = (instant: Instant): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16);

/** Every instant at which the driver stops: each step, each midnight and each round at nine in between. */
export function stopsOf({ from, until, steps }: Scenario): Instant[] {
  const stops = new Set(steps.map(([time]) => instantOf(time)));
  for (let day = Date.parse(instantOf(`${from.slice(0, 10)}T00:00`)); day <= Date.parse(instantOf(until)); day += 86_400_000) {
    stops.add(new Date(day).toISOString());
    stops.add(new Date(day + 9 * 3_600_000).toISOString());
  }
  stops.add(instantOf(until));
  return [...stops].filter((stop) => stop >= instantOf(from) && stop <= instantOf(until)).sort();
}

/** Every day of it, `2023-08-01` …. */
export function daysOf({ from, until }: Scenario): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = Date.parse(from.slice(0, 10)); day <= Date.parse(until.slice(0, 10)); day += 86_400_000) {
    days.push(new Date(day).toISOString().slice(0, 10));
  }
  return days;
}
