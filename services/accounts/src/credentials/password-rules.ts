import { randomInt } from 'node:crypto';
import { isSeparated } from '@dengke/contract';
import type { Position, Reason } from '@dengke/contract';
import { isCommonPassword } from './common-passwords';

/** What a new password can get wrong (docs/security/v06-authentication.md). */
export const passwordFaults = [
  'tooShort',
  'tooLong',
  'tooFewClasses',
  'containsLogin',
  'common',
  'usedBefore',
] as const satisfies readonly Reason[];
export type PasswordFault = (typeof passwordFaults)[number];

const ordinaryLength = 8;
const managerLength = 12;
/** Longer is refused, since each character costs hashing time. */
const longest = 128;
const classesNeeded = 3;
/** How many earlier passwords stay barred, the present one included. */
export const barredPasswords = 5;
/** A password older than this, by security time, is changed at the next sign-in. */
export const oldestPasswordDays = 90;
/** A first password is void when it was not used within this many business hours. */
export const firstPasswordHours = 72;

const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/];

/** The least length for someone who holds these positions: who manages others needs a longer one. */
export const shortestPassword = (positions: readonly Pick<Position, 'role'>[]): number =>
  positions.some(({ role }) => role === 'manager' || role === 'superAdmin' || isSeparated(role)) ? managerLength : ordinaryLength;

/** All that is wrong with a new password but its history, which only the stored hashes can tell. */
export function passwordFaultsOf(next: string, login: string, positions: readonly Pick<Position, 'role'>[]): PasswordFault[] {
  const broken: Record<Exclude<PasswordFault, 'usedBefore'>, boolean> = {
    tooShort: [...next].length < shortestPassword(positions),
    tooLong: [...next].length > longest,
    tooFewClasses: classes.filter((pattern) => pattern.test(next)).length < classesNeeded,
    containsLogin: next.toLowerCase().includes(login.toLowerCase()),
    common: isCommonPassword(next),
  };
  return passwordFaults.filter((fault) => fault !== 'usedBefore' && broken[fault]);
}

/** Characters that are not mistaken for one another when read out on the telephone (S26). */
const readable = ['abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789'] as const;
const firstPasswordLength = 14;

/** A first password: random, readable, long enough for every role. Shown once to the issuer, stored only as its hash (P8). */
export function newFirstPassword(): string {
  const pick = (characters: string) => characters.charAt(randomInt(characters.length));
  const password = [...readable.map(pick), ...Array.from({ length: firstPasswordLength - readable.length }, () => pick(readable.join('')))];
  for (let last = password.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [password[last], password[other]] = [password[other] as string, password[last] as string];
  }
  return password.join('');
}
