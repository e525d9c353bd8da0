import { Runtime } from '@temporalio/worker';
import type { Logger, LogLevel, LogMetadata } from '@temporalio/worker';
import { pino } from 'pino';
import type { Logger as Pino } from 'pino';

/** JSON lines on standard output: ids, codes and types; workflow code has nothing else to say. */
export const workerLog = (level: string): Pino =>
  pino({ level, base: { service: 'worker' }, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 1, sync: false }));

/** Once per process, before any worker or connection. The supervisor's signals are main.ts's own. */
export function installRuntime(log: Pino, metricsAddress?: string): void {
  const telemetryOptions = metricsAddress === undefined ? {} : { metrics: { prometheus: { bindAddress: metricsAddress } } };
  Runtime.install({ shutdownSignals: [], logger: temporalLogger(log), telemetryOptions });
}

/** A worker of workflows has no activities; the SDK warns of it all the same. */
const asIntended = /^No activities registered/;
const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const satisfies Record<LogLevel, string>;

export function temporalLogger(pinoLog: Pino): Logger {
  const log = (level: LogLevel, message: string, meta?: LogMetadata): void =>
    pinoLog[asIntended.test(message) ? 'debug' : levels[level]](fieldsOf(meta), message);
  return {
    log,
    trace: (message, meta) => log('TRACE', message, meta),
    debug: (message, meta) => log('DEBUG', message, meta),
    info: (message, meta) => log('INFO', message, meta),
    warn: (message, meta) => log('WARN', message, meta),
    error: (message, meta) => log('ERROR', message, meta),
  };
}

/** An error keeps its kind and place; `BigInt` task numbers become text. */
function fieldsOf(meta: LogMetadata = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(meta).map(([name, value]) => {
      if (value instanceof Error) {
        return [name, { error: value.name, message: value.message, stack: value.stack }];
      }
      return [name, typeof value === 'bigint' ? value.toString() : value];
    }),
  );
}
