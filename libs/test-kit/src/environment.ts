import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A complete environment of a service for specs: `readConfig(AccountsConfig, anEnvironment({ DENGKE_DATABASE_URL: database.url }))`. */
export function anEnvironment(overrides: Record<string, string> = {}): Record<string, string> {
  return {
    DENGKE_PORT: '0',
    DENGKE_HOST: '127.0.0.1',
    DENGKE_DATABASE_URL: 'mysql://nobody@127.0.0.1:1/none',
    DENGKE_TEMPORAL_ADDRESS: '127.0.0.1:1',
    DENGKE_TEMPORAL_NAMESPACE: 'default',
    DENGKE_SERVICE_SECRET: 'only-for-specs-0123456789',
    DENGKE_ACCOUNTS_URL: 'http://127.0.0.1:1',
    DENGKE_ACHIEVEMENTS_URL: 'http://127.0.0.1:1',
    DENGKE_NOTIFICATIONS_URL: 'http://127.0.0.1:1',
    DENGKE_PUBLIC_URL: 'http://127.0.0.1:1',
    DENGKE_AUDIT_DIR: join(tmpdir(), `dengke-audit-of-specs-${process.pid}`),
    DENGKE_CLOCK: 'host',
    DENGKE_PROFILE: 'local',
    DENGKE_LOG_LEVEL: 'silent',
    ...overrides,
  };
}
