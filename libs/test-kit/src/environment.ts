import { existsSync, renameSync, writeFileSync } from 'node:fs';
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
    DENGKE_PERSONAL_KEYS_FILE: personalKeysFile(),
    DENGKE_CLOCK: 'host',
    DENGKE_PROFILE: 'local',
    DENGKE_LOG_LEVEL: 'silent',
    ...overrides,
  };
}

/** Keys for personal data, the same for all specs: nothing here is secret. */
function personalKeysFile(): string {
  const path = join(tmpdir(), 'dengke-personal-keys-of-specs.json');
  if (!existsSync(path)) {
    writeFileSync(`${path}.${process.pid}`, JSON.stringify({ current: 'k1', keys: { k1: 'b'.repeat(43) } }));
    renameSync(`${path}.${process.pid}`, path);
  }
  return path;
}
