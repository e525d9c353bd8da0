import type { DataSource } from 'typeorm';
import type { TemporalClient } from '../temporal/temporal-client';

/** There, not there, or not wanted: `not-configured` is said, and no fault. */
export type Presence = boolean | 'not-configured';

/** Names of the parts with whether each is there. A service can do without Temporal for a while, never without its database. */
export type HealthChecks = Record<string, { vital: boolean; isUp(): Promise<Presence> }>;

const WITHIN_MS = 2_000;

export function healthChecks(database: DataSource | undefined, temporal: TemporalClient | undefined): HealthChecks {
  return {
    ...(database && { database: { vital: true, isUp: () => inTime(database.query('SELECT 1')) } }),
    ...(temporal && { temporal: { vital: false, isUp: () => temporal.isReachable() } }),
  };
}

async function inTime(check: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), WITHIN_MS);
  });
  const held = check.then(
    () => true,
    () => false,
  );
  return Promise.race([held, tooLate]).finally(() => clearTimeout(timer));
}
