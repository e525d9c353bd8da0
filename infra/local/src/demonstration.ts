import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './repository';

interface Person {
  readonly login: string;
  readonly totpSecret?: string;
  readonly positions: readonly { readonly organisationId: string; readonly role: string }[];
}

interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly credentialParent: string | null;
  /** Who passes the notices on to it, where that is another. */
  readonly noticeParent?: string | null;
}

const people = 'services/accounts/seed/people.json';

/**
 * Demonstration logins for the person who has just started the house: everybody on the way of the seed's first unit up to the ministry, and the
 * county that passes notices on to it, so that one submission and one notice can be walked by hand. None when the seed is not there.
 */
export const demonstrationLogins = (root = repositoryRoot): readonly string[] => {
  const seed = read<{ password: string; people: Person[] }>(join(root, people));
  const units = read<{ units: Organisation[] }>(join(root, 'services/accounts/seed/units.json'))?.units ?? [];
  const organisations =
    read<{ organisations: Organisation[] }>(join(root, 'services/accounts/seed/organisations.json'))?.organisations ?? [];
  if (seed === undefined) {
    return [];
  }
  const way = upwards(units[0], [...units, ...organisations]);
  const county = organisations.filter(({ id }) => id === units[0]?.noticeParent && way.every((one) => one.id !== id));
  const rows = [...way.slice(0, 1), ...county, ...way.slice(1)].flatMap((organisation) =>
    seed.people.flatMap(({ login, totpSecret = '', positions }) => {
      const roles = positions.filter(({ organisationId }) => organisationId === organisation.id).map(({ role }) => role);
      return roles.length === 0
        ? []
        : [`  ${login.padEnd(26)} ${totpSecret.padEnd(32)} ${roles.join(', ').padEnd(12)} ${organisation.name}`];
    }),
  );
  return [
    `Demonstration logins, password ${seed.password} (all ${seed.people.length}: ${people});`,
    'who manages needs a code too: the second column is the secret to put into an authenticator app',
    ...rows,
    "a code without an app: node -p \"require('otplib').generateSync({ secret: '…' })\"; each opens once",
    'A new house has registered nothing: `npm run journey` brings a first achievement. Who does what: /guide on the start page, README “Try it”.',
  ];
};

/** An organisation, and whoever gives it its credentials, up to the top. */
const upwards = (from: Organisation | undefined, all: readonly Organisation[]): readonly Organisation[] => {
  const way: Organisation[] = [];
  for (let next = from; next !== undefined && !way.includes(next);) {
    way.push(next);
    const above: string | null = next.credentialParent;
    next = all.find(({ id }) => id === above);
  }
  return way;
};

const read = <Content>(path: string): Content | undefined =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Content) : undefined;
