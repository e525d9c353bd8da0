import { pino } from 'pino';
import type { Logger } from 'pino';
import { QueryFailedError } from 'typeorm';
import { currentScope } from '../clock/scope';
import { driverFault } from '../database/database-faults';

type Fields = Record<string, unknown>;

/** JSON lines on standard output. Ids and codes only: never a body, a query, a name, a mobile. */
export class Log {
  private constructor(private readonly pino: Logger) {}

  static of(service: string, level: string): Log {
    const lines = pino.destination({ dest: 1, sync: false });
    return new Log(pino({ level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime }, lines));
  }

  debug(message: string, fields: Fields = {}): void {
    this.pino.debug(traced(fields), message);
  }
  info(message: string, fields: Fields = {}): void {
    this.pino.info(traced(fields), message);
  }
  warn(message: string, fields: Fields = {}): void {
    this.pino.warn(traced(fields), message);
  }
  error(message: string, fields: Fields = {}): void {
    this.pino.error(traced(fields), message);
  }
  at(level: 'debug' | 'info' | 'warn' | 'error', message: string, fields: Fields = {}): void {
    this.pino[level](traced(fields), message);
  }
}

function traced(fields: Fields): Fields {
  const { traceId } = currentScope();
  return traceId === undefined ? fields : { traceId, ...fields };
}

/**
 * What may be logged of an unforeseen error: its kind and where it arose. A driver's or parser's message quotes values
 * (`Duplicate entry '139…'`), so those are left out.
 */
export function faultFields(error: unknown): Fields {
  if (!(error instanceof Error)) {
    return { error: typeof error };
  }
  const driver = driverFault(error);
  const quotesValues = error instanceof QueryFailedError || error instanceof SyntaxError || driver?.errno !== undefined;
  return {
    error: error.name,
    ...(quotesValues ? {} : { message: error.message }),
    ...(driver?.code === undefined ? {} : { code: driver.code }),
    frames: (error.stack ?? '')
      .split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 12),
  };
}
