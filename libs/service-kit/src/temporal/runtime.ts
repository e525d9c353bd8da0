import type * as Temporal from '@temporalio/worker';
import type { Log } from '../boot/log';

let worker: typeof Temporal | undefined;

/** Loads Temporal's native worker when a service first polls (it is heavy, and HTTP specs do without), and installs its runtime once. */
export async function installRuntime(log: Log): Promise<typeof Temporal> {
  if (worker === undefined) {
    worker = await import('@temporalio/worker');
    const level = { TRACE: 'debug', DEBUG: 'debug', INFO: 'debug', WARN: 'warn', ERROR: 'error' } as const;
    worker.Runtime.install({
      shutdownSignals: [],
      logger: new worker.DefaultLogger('INFO', (entry) => log.at(level[entry.level], entry.message, { context: 'temporal' })),
    });
  }
  return worker;
}
