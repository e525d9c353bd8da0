import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { serviceSecretHeader, traceparentHeader, traceparentOf } from '@dengke/contract';
import type { TraceContext } from '@dengke/contract';
import { traceHeader } from '@dengke/service-kit';

/** Headers of one hop (RFC 9110 §7.6.1), and those undici writes itself. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'host',
  'http2-settings',
]);

/** What callers may not tell the services, since they would believe it. */
const ours = new Set([
  'authorization',
  'cookie',
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  traceparentHeader,
  'tracestate',
  serviceSecretHeader,
]);
const internalPrefix = 'x-dengke-';

/** Where the session of a fresh sign-in stands in accounts' answer, and in ours to scripts. */
export const sessionHeader = 'x-dengke-session';

export interface Forwarded {
  address: string;
  host: string;
  proto: string;
  trace: TraceContext;
  /** The end user's short-lived token; null when nobody is signed in. */
  token: string | null;
  /** Shown to accounts alone, which counts failed sign-ins by an address that only the house may claim. */
  secret: string | null;
}

function namedByConnection(headers: IncomingHttpHeaders): Set<string> {
  return new Set((headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase()));
}

/** The headers of the hop to a service: what the caller sent, without what belongs to the first hop or to us. */
export function headersToService(headers: IncomingHttpHeaders, forwarded: Forwarded): Record<string, string | string[]> {
  const dropped = namedByConnection(headers);
  const passed: Record<string, string | string[]> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined && !hopByHop.has(name) && !ours.has(name) && !name.startsWith(internalPrefix) && !dropped.has(name)) {
      passed[name] = value;
    }
  }
  passed['x-forwarded-for'] = forwarded.address;
  passed['x-forwarded-host'] = forwarded.host;
  passed['x-forwarded-proto'] = forwarded.proto;
  passed[traceparentHeader] = traceparentOf(forwarded.trace);
  if (forwarded.secret !== null) {
    passed[serviceSecretHeader] = forwarded.secret;
  }
  if (forwarded.token !== null) {
    passed.authorization = `Bearer ${forwarded.token}`;
  }
  return passed;
}

/** A service sets no cookies and no rules for browsers, and says nothing of its insides; the gateway alone does. */
const keptBack = new Set(['set-cookie', 'server', 'x-powered-by', 'content-security-policy', 'strict-transport-security', traceHeader]);

/** A file somebody has handed in never becomes a page of ours, whatever a browser makes of it. */
const noPage = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox";

/** The headers of a service's answer as they go out. */
export function headersToCaller(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const dropped = namedByConnection(headers);
  const passed: OutgoingHttpHeaders = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined && !hopByHop.has(name) && !keptBack.has(name) && !name.startsWith(internalPrefix) && !dropped.has(name)) {
      passed[name] = value;
    }
  }
  if (headers['content-disposition']?.startsWith('attachment') === true) {
    passed['content-security-policy'] = noPage;
  }
  return passed;
}
