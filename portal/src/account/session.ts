import type { Right } from '@dengke/contract';
import { useSyncExternalStore } from 'react';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { forgetUnsent, isHere } from '../shared/unsent';
import { hasCode } from '../api/problem';
import { leaveTrace, wasSignedInHere } from './trace';

export type Me = Schemas['SignedInDto'];

/** Undefined as long as nobody asked, null for who is not signed in. */
let known: Me | null | undefined;
let asking: Promise<Me | null> | undefined;
const listeners = new Set<() => void>();

/** Who is signed in, at which position, with which rights: what the person may do is asked of the system and nowhere guessed. */
export const session = {
  current: (): Me | null | undefined => known,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  is: (me: Me | null): void => {
    known = me;
    if (me !== null) {
      isHere(me.person.id);
    }
    leaveTrace(me !== null);
    listeners.forEach((listener) => listener());
  },
  mayBe: wasSignedInHere,
  /** @throws ProblemError when the system cannot say */
  ensure: async (): Promise<Me | null> => (known !== undefined ? known : (asking ??= asked().finally(() => (asking = undefined)))),
};

async function asked(): Promise<Me | null> {
  try {
    session.is(await whoIsSignedIn());
  } catch (error) {
    if (!hasCode(error, 'NOT_SIGNED_IN')) {
      throw error;
    }
    session.is(null);
  }
  return known ?? null;
}

/** Anywhere: null for a stranger, and for who is not signed in all the way. */
export function useSignedIn(): Me | null {
  const me = useSyncExternalStore(session.subscribe, session.current);
  return me === undefined || me === null || me.must !== null ? null : me;
}

/** Within the pages of somebody signed in. */
export function useMe(): Me {
  const me = useSyncExternalStore(session.subscribe, session.current);
  if (me === undefined || me === null) {
    throw new Error('Nobody is signed in');
  }
  return me;
}

export const may = (me: Me, ...rights: readonly Right[]): boolean => rights.some((right) => me.rights.includes(right));

/** Asked past what is known, after something of it changed. */
export const whoIsSignedIn = (): Promise<Me> => answerOf(api.GET('/me'));

export const signIn = (login: string, password: string): Promise<Me> => answerOf(api.POST('/sessions', { body: { login, password } }));

export const showSecondFactor = (code: string): Promise<Me> => answerOf(api.POST('/sessions/current/second-factor', { body: { code } }));

/** Whoever leaves leaves nothing behind in this browser, also where the system cannot be reached. */
export const signOut = (): Promise<unknown> => {
  forgetUnsent();
  return answerOf(api.DELETE('/sessions/current'));
};

export const choosePosition = (positionId: string): Promise<Me> =>
  answerOf(api.POST('/sessions/current/position', { body: { positionId } }));

export const changePassword = (current: string, next: string): Promise<unknown> =>
  answerOf(api.PUT('/password', { body: { current, next } }));
