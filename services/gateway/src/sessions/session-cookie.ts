import type { IncomingHttpHeaders } from 'node:http';

export const plainCookie = 'dengke_session';

/** Behind https the name itself makes browsers insist on Secure, on our host alone and on the whole path: no other host can set one for us. */
export const sessionCookieOf = (secure: boolean): string => (secure ? `__Host-${plainCookie}` : plainCookie);

/** An opaque session as accounts gives it: nothing that could break out of a header. */
const opaque = /^[A-Za-z0-9_.~+/=-]{16,512}$/;

export interface PresentedSession {
  value: string;
  /** A cookie is sent by the browser unasked, so an unsafe method needs proof of the same origin. */
  from: 'cookie' | 'header';
}

/** The session a caller shows: `Authorization: Session …` of a script, else the browser's cookie. */
export function presentedSession(headers: IncomingHttpHeaders, secure: boolean): PresentedSession | null {
  const authorization = headers.authorization;
  if (authorization?.startsWith('Session ') === true) {
    const value = authorization.slice('Session '.length).trim();
    return opaque.test(value) ? { value, from: 'header' } : null;
  }
  const value = cookieValue(headers.cookie, sessionCookieOf(secure));
  return value !== null && opaque.test(value) ? { value, from: 'cookie' } : null;
}

function cookieValue(cookies: string | undefined, name: string): string | null {
  for (const pair of cookies?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) {
      return pair.slice(at + 1).trim();
    }
  }
  return null;
}

const attributes = (secure: boolean): string => `; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;

/** A cookie for the browser's own session; accounts alone says when the session ends. */
export const keepSession = (value: string, secure: boolean): string => `${sessionCookieOf(secure)}=${value}${attributes(secure)}`;

export const forgetSession = (secure: boolean): string => `${sessionCookieOf(secure)}=; Max-Age=0${attributes(secure)}`;
