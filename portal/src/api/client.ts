import { traceparentHeader, traceparentOf } from '@dengke/contract';
import createClient from 'openapi-fetch';
import { newKey } from './keys';
import { keyHeader, persistently } from './persistence';
import { problemOf, unreachable } from './problem';
import type { components, paths } from './public-api';

/** The public API, typed by its own document: nothing else in the portal calls it. */
export const api = createClient<paths>({ baseUrl: `${window.location.origin}/api/v1`, fetch: persistently });

/** Every request begins a trace; every change carries a key, of which one that a caller has kept from an earlier try stays. */
api.use({
  onRequest: ({ request }) => {
    request.headers.set(traceparentHeader, traceparentOf({ traceId: newKey(), spanId: newKey().slice(16) }));
    if (request.method !== 'GET' && request.method !== 'HEAD' && !request.headers.has(keyHeader)) {
      request.headers.set(keyHeader, newKey());
    }
    return request;
  },
});

export type Schemas = components['schemas'];

interface Answered<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/**
 * The answer itself: `await answerOf(api.GET('/drafts'))`.
 * @throws ProblemError
 */
export async function answerOf<T>(call: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (response.type === 'error') {
    throw unreachable();
  }
  if (!response.ok) {
    throw problemOf(error, response);
  }
  return data as T;
}
