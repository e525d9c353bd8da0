import type { DataSource } from 'typeorm';
import type { TemporalClient } from '../temporal/temporal-client';
import type { HealthChecks } from './health.controller';

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
