import { QueryFailedError } from 'typeorm';

/** Deadlock, lock wait, snapshot conflict: the whole transaction may simply be tried again. */
const RETRYABLE = new Set([1213, 1205, 1020]);
const DUPLICATE = 1062;
/** A row is still referred to; the row referred to is not there. */
const REFERENCE = new Set([1451, 1452]);
/** Two, three or more operands that no collation compares. */
const COLLATIONS = new Set([1267, 1270, 1271]);
/**
 * Server shut down; too many connections, no thread for one more, host blocked as too many broke off; killed, or cut short by `max_statement_time` when a server that
 * stood still goes on; idle too long (4031 is MySQL’s); read-only while failing over; disk full (1114 is InnoDB’s).
 */
const AWAY_NUMBERS = new Set([1053, 1040, 1203, 1135, 1129, 1317, 1927, 1969, 4031, 1290, 1836, 1021, 1114]);
const AWAY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'PROTOCOL_CONNECTION_LOST',
  'ENOENT',
  'POOL_CLOSED',
]);

interface DriverFault {
  code?: string;
  errno?: number;
  fatal?: boolean;
  message?: string;
}

export function driverFault(error: unknown): DriverFault | undefined {
  if (error instanceof QueryFailedError) {
    return error.driverError as DriverFault;
  }
  return error instanceof Error && ('errno' in error || 'code' in error) ? (error as DriverFault) : undefined;
}

export const isRetryable = (error: unknown): boolean => RETRYABLE.has(driverFault(error)?.errno ?? 0);

/** A unique index refused a row. `index` narrows it to one index. */
export function isDuplicate(error: unknown, index?: string): boolean {
  const fault = driverFault(error);
  return fault?.errno === DUPLICATE && (index === undefined || (fault.message ?? '').includes(index));
}

/** A foreign key refused a row. `constraint` narrows it to one. */
export function violatesReference(error: unknown, constraint?: string): boolean {
  const fault = driverFault(error);
  return REFERENCE.has(fault?.errno ?? 0) && (constraint === undefined || (fault?.message ?? '').includes(constraint));
}

/** A key of letters and digits was compared with something that has other signs: no row has it. Two columns that do not go together are a fault of ours. */
export function asksForNoKey(error: unknown): boolean {
  const fault = driverFault(error);
  const columns = fault?.message?.match(/,IMPLICIT\)/g) ?? [];
  return COLLATIONS.has(fault?.errno ?? 0) && columns.length < 2;
}

/** MariaDB is away or going away; what was asked may or may not have happened, and the same key may be sent again. */
export function isDatabaseAway(error: unknown): boolean {
  const fault = driverFault(error);
  if (fault === undefined) {
    return false;
  }
  return (
    fault.fatal === true ||
    AWAY_CODES.has(fault.code ?? '') ||
    AWAY_NUMBERS.has(fault.errno ?? 0) ||
    /closed state/.test(fault.message ?? '')
  );
}
