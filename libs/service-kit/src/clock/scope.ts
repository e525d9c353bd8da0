import { AsyncLocalStorage } from 'node:async_hooks';
import type { Instant } from '@dengke/contract';

/** What one request, activity or feed entry carries along with it. */
export interface Scope {
  /** The business instant, read once; absent where nothing depends on it. */
  instant?: Instant | undefined;
  traceId?: string | undefined;
  /** The span of that trace that goes on; absent where it is no trace (`traces.ts`). */
  spanId?: string | undefined;
  /** The person's token, to ask another service with the person's rights. */
  token?: string | undefined;
}

const storage = new AsyncLocalStorage<Scope>();

export const currentScope = (): Scope => storage.getStore() ?? {};

export function inScope<T>(scope: Scope, fn: () => T): T {
  return storage.run(scope, fn);
}
