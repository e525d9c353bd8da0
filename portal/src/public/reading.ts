import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { hasCode } from '../api/problem';
import type { CertificateAsked, RegisterAsked } from './asked';
import { codeNames } from './code-names';
import type { CodeNames } from './code-names';

export interface PageOf<T> {
  items: T[];
  next: string | null;
}

/** All that comes page by page, one page after the other. */
export async function everyOf<T>(read: (after?: string) => Promise<PageOf<T>>): Promise<T[]> {
  const all: T[] = [];
  let next: string | undefined;
  do {
    const page = await read(next);
    all.push(...page.items);
    next = page.next ?? undefined;
  } while (next !== undefined);
  return all;
}

export const windowsOf = () => answerOf(api.GET('/windows/public'));

export const publicityOf = (after?: string) => answerOf(api.GET('/publicity', { params: { query: after === undefined ? {} : { after } } }));

/** Null for what is not in publicity, or not any more: old addresses lead here. */
export const publishedOf = (serial: string) => orNothing(answerOf(api.GET('/publicity/{serial}', { params: { path: { serial } } })));

export const noticesOf = (cursor?: string) =>
  answerOf(api.GET('/notices/public', { params: { query: cursor === undefined ? {} : { cursor } } }));

export const noticeOf = (id: string) => orNothing(answerOf(api.GET('/notices/public/{id}', { params: { path: { id } } })));

export interface Register {
  found: Schemas['RegisterPageDto'];
  counts: Schemas['FacetCountDto'][];
  names: CodeNames;
}

export async function registerOf(asked: RegisterAsked): Promise<Register> {
  const [found, counts, names] = await Promise.all([
    moreOfRegister(asked),
    answerOf(api.GET('/register/facets', { params: { query: asked } })),
    codeNames(),
  ]);
  return { found, counts, names };
}

export const moreOfRegister = (asked: RegisterAsked & { limit?: number }, after?: string) =>
  answerOf(api.GET('/register', { params: { query: after === undefined ? asked : { ...asked, after } } }));

/** What was cancelled as classified is known by its number and the day alone. */
type Registered = { entry: Schemas['RegisterEntryDto']; names: CodeNames } | { cancelled: Schemas['WithheldEntryDto'] };

export async function registeredOf(number: string): Promise<Registered | null> {
  const entry = await orNothing(answerOf(api.GET('/register/{number}', { params: { path: { number } } })));
  return entry === null ? null : 'name' in entry ? { entry, names: await codeNames() } : { cancelled: entry };
}

export const verificationOf = (number: string, asked: CertificateAsked) =>
  orNothing(answerOf(api.GET('/certificates/{number}/verification', { params: { path: { number }, query: asked } })));

/** What was never there, and what no address of ours looks like, is the same to a reader. */
async function orNothing<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (hasCode(error, 'NOT_FOUND', 'INVALID_INPUT')) {
      return null;
    }
    throw error;
  }
}
