import type * as Temporal from '@temporalio/worker';
import type { Log } from '../boot/log';

const LEVELS = { TRACE: 'debug', DEBUG: 'debug', INFO: 'debug', WARN: 'warn', ERROR: 'error' } as const;
/** A service has no workflows; the SDK warns of it all the same. */
const AS_INTENDED = /^No workflows registered/;

let worker: typeof Temporal | undefined;

/** Loads Temporal's native worker when a service first polls (it is heavy, and HTTP specs do without), and installs its runtime once. */
export async function installRuntime(log: Log): Promise<typeof Temporal> {
  if (worker === undefined) {
    worker = await import('@temporalio/worker');
    const logger = new worker.DefaultLogger('INFO', (entry) => {
      const level = AS_INTENDED.test(entry.message) ? 'debug' : LEVELS[entry.level];
      log.at(level, entry.message, { context: 'temporal' });
    });
    const logging = { forward: {}, filter: worker.makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }) };
    worker.Runtime.install({ shutdownSignals: [], logger, telemetryOptions: { logging } });
  }
  return worker;
}
