import type { Caller, Problem } from '@dengke/contract';
import type { TestTokens } from './tokens';

interface Injectable {
  inject(request: { method: string; url: string; headers: Record<string, string>; payload?: string }): Promise<{
    statusCode: number;
    headers: Record<string, unknown>;
    body: string;
  }>;
}

export interface HttpAnswer<T> {
  status: number;
  headers: Record<string, unknown>;
  body: T;
}
export interface HttpOptions {
  /** The Idempotency-Key of an act. */
  key?: string;
  headers?: Record<string, string>;
}

/** Calls routes of a service without a socket. `http.as(caller).post('/submissions/1/release', {}, { key: 'key-00000001' })` */
export function httpOf(app: Injectable, tokens: Pick<TestTokens, 'tokenFor'>) {
  const calls = (signedIn: () => Promise<Record<string, string>>) => {
    const send =
      (method: string) =>
      async <T = Problem>(url: string, body?: unknown, options: HttpOptions = {}): Promise<HttpAnswer<T>> => {
        const headers = {
          ...(await signedIn()),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(options.key === undefined ? {} : { 'idempotency-key': options.key }),
          ...options.headers,
        };
        const payload = typeof body === 'string' ? body : JSON.stringify(body);
        const answer = await app.inject({ method, url, headers, ...(body === undefined ? {} : { payload }) });
        return { status: answer.statusCode, headers: answer.headers, body: parsed<T>(answer.body) };
      };
    return {
      get: <T = Problem>(url: string, options?: HttpOptions) => send('GET')<T>(url, undefined, options),
      delete: <T = Problem>(url: string, options?: HttpOptions) => send('DELETE')<T>(url, undefined, options),
      post: send('POST'),
      put: send('PUT'),
      patch: send('PATCH'),
    };
  };
  return {
    as: (caller: Caller) => calls(async () => ({ authorization: `Bearer ${await tokens.tokenFor(caller)}` })),
    anonymous: calls(async () => ({})),
    /** As another service of the house. */
    house: (secret: string) => calls(async () => ({ 'x-dengke-service': secret })),
  };
}

function parsed<T>(body: string): T {
  try {
    return JSON.parse(body) as T;
  } catch {
    return body as T;
  }
}
