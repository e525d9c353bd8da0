import type { IncomingHttpHeaders } from 'node:http';

export const sessionCookie = 'dengke_session';

/** An opaque session as accounts gives it: nothing that could break out of a header. */
const opaque = /^[A-Za-z0-9_.~+/=-]{16,512}$/;

export interface PresentedSession {
  value: string;
  /** A cookie is sent by the browser unasked, so an unsafe method needs proof of the same origin. */
  from: 'cookie' | 'header';
}

/** The session a caller shows: `Authorization: Session …` of a script, else the browser's cookie. */
export function presentedSession(headers: IncomingHttpHeaders): PresentedSession | null {
  const authorization = headers.authorization;
  if (authorization?.startsWith('Session ') === true) {
    const value = authorization.slice('Session '.length).trim();
    return opaque.test(value) ? { value, from: 'header' } : null;
  }
  const value = cookieValue(headers.cookie);
  return value !== null && opaque.test(value) ? { value, from: 'cookie' } : null;
}

function cookieValue(cookies: string | undefined): string | null {
  for (const pair of cookies?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === sessionCookie) {
      return pair.slice(at + 1).trim();
    }
  }
  return null;
}

const attributes = (secure: boolean): string => `; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;

/** A cookie for the browser's own session; accounts alone says when the session ends. */
export const keepSession = (value: string, secure: boolean): string => `${sessionCookie}=${value}${attributes(secure)}`;

export const forgetSession = (secure: boolean): string => `${sessionCookie}=; Max-Age=0${attributes(secure)}`;
