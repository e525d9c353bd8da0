import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './repository';

interface Login {
  readonly login: string;
  readonly position: string;
}

/** The demonstration logins of the seed, for the person who has just started the house; none when the seed is not there. */
export const demonstrationLogins = (path = join(repositoryRoot, 'services', 'accounts', 'seed', 'people.json')): readonly string[] => {
  if (!existsSync(path)) {
    return [];
  }
  const seed = JSON.parse(readFileSync(path, 'utf8')) as unknown;
  const people = listed(seed)
    .map(asLogin)
    .filter((login) => login !== undefined);
  if (people.length === 0) {
    return [];
  }
  const width = Math.max(...people.map(({ login }) => login.length));
  const password = text(seed, 'demonstrationPassword') ?? text(seed, 'password');
  return [
    `Demonstration logins${password === undefined ? '' : ` (password ${password})`}:`,
    ...people.map(({ login, position }) => `  ${login.padEnd(width)}  ${position}`),
  ];
};

const listed = (seed: unknown): readonly unknown[] => {
  const people = Array.isArray(seed) ? (seed as unknown) : property(seed, 'people');
  return Array.isArray(people) ? (people as unknown[]) : [];
};

const asLogin = (person: unknown): Login | undefined => {
  const login = text(person, 'login');
  const position = text(person, 'position') ?? text(person, 'title') ?? text(person, 'role') ?? '';
  return login === undefined ? undefined : { login, position };
};

const text = (value: unknown, key: string): string | undefined => {
  const found = property(value, key);
  return typeof found === 'string' ? found : undefined;
};

const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
