import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Door, OrganisationKind, Role, StageKind } from '@dengke/contract';
import type { RouteUnits } from '../routes/route.entity';

/** Beside `src` and `dist` alike. */
const folder = join(__dirname, '../../seed');

interface Contact {
  office: string;
  phone: string;
}
interface Node {
  id: string;
  name: string;
  areaCode: string;
  contact: Contact;
  credentialParent: string | null;
  noticeParent: string | null;
}
export interface SeededOrganisation extends Node {
  kind: OrganisationKind;
  level: number | null;
  organiserKind: string | null;
}
export interface SeededUnit extends Node {
  uscc: string;
  /** enterprise, institute … */
  kind: string;
  organiserId: string;
  field: string | null;
  doors: Door[];
  ownOrganiser: string | null;
  singlePerson: boolean;
}
export interface SeededRoute {
  id: string;
  version: number;
  name: string;
  appliesTo: { units: RouteUnits; door: Door };
  legs: { kind: StageKind; organisation: string }[];
  paperRequired: boolean;
  source: string;
}
export interface SeededPerson {
  id: string;
  login: string;
  name: string;
  mobile: string;
  mail: string;
  /** Of the authenticator app of whoever manages, base32. */
  totpSecret?: string;
  positions: { organisationId: string; role: Role }[];
}

/** What the files hold; units and people are invented and so absent in production. */
export interface Seed {
  organisations: SeededOrganisation[];
  units: SeededUnit[];
  routes: SeededRoute[];
  people: SeededPerson[];
  /** Of all demonstration people. */
  password: string;
}

interface MayBeInvented {
  demonstration?: boolean;
}

async function read<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')) as T;
}

/** Reads `services/accounts/seed`. Files marked `demonstration` count as empty unless they are wanted. */
export async function readSeed(withDemonstration: boolean): Promise<Seed> {
  const { organisations } = await read<Pick<Seed, 'organisations'>>('organisations');
  const { routes } = await read<Pick<Seed, 'routes'>>('routes');
  const { units, demonstration: unitsInvented = false } = await read<Pick<Seed, 'units'> & MayBeInvented>('units');
  const {
    people,
    password,
    demonstration: peopleInvented = false,
  } = await read<Pick<Seed, 'people' | 'password'> & MayBeInvented>('people');
  return {
    organisations,
    routes,
    units: unitsInvented && !withDemonstration ? [] : units,
    people: peopleInvented && !withDemonstration ? [] : people,
    password,
  };
}
