import type { IncomingHttpHeaders } from 'node:http';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

export const isSafe = (method: string): boolean => safeMethods.has(method);

/**
 * Whether a request may use the browser's cookie for an unsafe method. `Sec-Fetch-Site` is written by the browser and cannot be
 * forged by a page; older browsers send only `Origin`. With neither, it is no browser and has no business with a cookie.
 */
export function comesFromOurPages(headers: IncomingHttpHeaders, publicOrigin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) {
    return site === 'same-origin';
  }
  const origin = headers.origin;
  return origin !== undefined && (origin === publicOrigin || originHost(origin) === headers.host);
}

/** Whether a browser's page sent it; only scripts get the session in a header. */
export const comesFromBrowser = (headers: IncomingHttpHeaders): boolean =>
  headers['sec-fetch-site'] !== undefined || headers.origin !== undefined;

function originHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
