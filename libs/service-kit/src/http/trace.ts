import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Carried from the gateway through every service of one request. */
export const traceHeader = 'x-trace-id';

const WELL_FORMED = /^[A-Za-z0-9-]{8,64}$/;

export function traceIdOf(headers: IncomingHttpHeaders): string {
  const given = headers[traceHeader];
  return typeof given === 'string' && WELL_FORMED.test(given) ? given : randomUUID();
}
