import { randomBytes } from 'node:crypto';

const traceparent = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;
const nothing = /^0+$/;

export interface Trace {
  id: string;
  /** W3C trace context for the next hop. */
  parent: string;
}

/** Goes on with the caller's trace when it is well formed, else begins one. */
export function traceOf(header: string | string[] | undefined): Trace {
  const given = typeof header === 'string' ? traceparent.exec(header)?.[1] : undefined;
  const id = given !== undefined && !nothing.test(given) ? given : randomBytes(16).toString('hex');
  return { id, parent: `00-${id}-${randomBytes(8).toString('hex')}-01` };
}
