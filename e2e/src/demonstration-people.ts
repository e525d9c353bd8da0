import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '@dengke/contract';

const seed = join(__dirname, '../../services/accounts/seed');

export interface DemonstrationPerson {
  id: string;
  login: string;
  name: string;
  mobile: string;
  /** Of the authenticator app of whoever manages, base32. */
  totpSecret?: string;
  positions: { organisationId: string; role: Role }[];
}
export interface DemonstrationUnit {
  id: string;
  name: string;
  uscc: string;
  areaCode: string;
}

/** The invented people of a demonstration installation: one password for all (services/accounts/seed/people.json). */
export interface DemonstrationPeople {
  password: string;
  people: DemonstrationPerson[];
  units: DemonstrationUnit[];
  organisations: { id: string; name: string }[];
}

export async function demonstrationPeople(): Promise<DemonstrationPeople> {
  const { password, people } = await read<{ password: string; people: DemonstrationPerson[] }>('people.json');
  const { units } = await read<{ units: DemonstrationUnit[] }>('units.json');
  const { organisations } = await read<{ organisations: { id: string; name: string }[] }>('organisations.json');
  return { password, people, units, organisations };
}

/** Somebody of an organisation in a role. @throws Error when the seed has nobody there */
export function somebodyAt({ people }: DemonstrationPeople, organisationId: string, role: Role, which = 0): DemonstrationPerson {
  const found = people.filter(({ positions }) => positions.some((held) => held.organisationId === organisationId && held.role === role))[
    which
  ];
  if (found === undefined) {
    throw new Error(`The seed has no ${role} number ${which + 1} at ${organisationId}`);
  }
  return found;
}

/** The secret of somebody's authenticator app; undefined for who has none, and for who is not in the seed. */
export async function totpSecretOf(login: string): Promise<string | undefined> {
  return (await demonstrationPeople()).people.find((person) => person.login === login)?.totpSecret;
}

const read = async <T>(file: string): Promise<T> => JSON.parse(await readFile(join(seed, file), 'utf8')) as T;
