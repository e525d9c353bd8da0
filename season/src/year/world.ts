import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Door, PlainDate } from '@dengke/contract';
import { demonstrationPeople } from '@dengke/e2e';

const seeds = join(__dirname, '../../../services');

/** What the rules are applied to, as a scenario tells it to who knows nothing else: days, limits, graphs, who sits where. */
export interface World {
  calendar: { off: PlainDate[]; madeUp: PlainDate[] };
  limits: Record<string, number>;
  department: string;
  ministry: string;
  units: Record<string, UnitOfWorld>;
  desks: Record<string, Desk>;
}

interface Desk {
  people: string[];
  superAdmins: string[];
}

export interface UnitOfWorld {
  municipal: string | null;
  organiser: string;
  alone: boolean;
  doors: Door[];
  completers: string[];
}

interface SeededUnit {
  id: string;
  organiserId: string;
  areaCode: string;
  doors: Door[];
  singlePerson: boolean;
  credentialParent: string;
}

/** The seed's world between two days. */
export async function worldOf(from: PlainDate, to: PlainDate): Promise<World> {
  const [{ people }, { organisations }, { units }, { days }, { limits }] = await Promise.all([
    demonstrationPeople(),
    read<{ organisations: { id: string; kind: string }[] }>('accounts/seed/organisations.json'),
    read<{ units: SeededUnit[] }>('accounts/seed/units.json'),
    read<{ days: { date: PlainDate; kind: 'off' | 'makeup' }[] }>('achievements/seed/calendar.json'),
    read<{ limits: { kind: string; value: number }[] }>('achievements/seed/limits.json'),
  ]);
  const between = (kind: string) => days.filter((day) => day.kind === kind && from <= day.date && day.date <= to).map(({ date }) => date);
  const at = (id: string, role: string): string[] =>
    people.filter(({ positions }) => positions.some((held) => held.organisationId === id && held.role === role)).map(({ login }) => login);
  const kindOf = new Map(organisations.map(({ id, kind }) => [id, kind]));
  const sole = (kind: string): string => organisations.find((one) => one.kind === kind)?.id ?? '';
  const desks = [
    ...organisations.map(({ id }): [string, Desk] => [id, { people: at(id, 'manager'), superAdmins: at(id, 'superAdmin') }]),
    ...units.map(({ id }): [string, Desk] => [id, { people: at(id, 'unitAdmin'), superAdmins: [] }]),
  ];
  const ofUnits = units.map(({ id, organiserId, doors, singlePerson, credentialParent }): [string, UnitOfWorld] => {
    const municipal = kindOf.get(credentialParent) === 'municipal' ? credentialParent : null;
    return [id, { municipal, organiser: organiserId, alone: singlePerson, doors, completers: at(id, 'completer') }];
  });
  return {
    calendar: { off: between('off'), madeUp: between('makeup') },
    limits: Object.fromEntries(limits.map(({ kind, value }) => [kind, value] as const)),
    department: sole('department'),
    ministry: sole('ministry'),
    desks: Object.fromEntries(desks),
    units: Object.fromEntries(ofUnits),
  };
}

const read = async <T>(file: string): Promise<T> => JSON.parse(await readFile(join(seeds, file), 'utf8')) as T;
