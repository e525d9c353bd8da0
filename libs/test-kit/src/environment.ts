import { generateKeyPairSync } from 'node:crypto';
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
    // A stand-in answers when the machine lets it.
    DENGKE_CALL_TIMEOUT_MS: '20000',
    DENGKE_PUBLIC_URL: 'http://127.0.0.1:1',
    DENGKE_AUDIT_DIR: join(tmpdir(), `dengke-audit-of-specs-${process.pid}`),
    DENGKE_PERSONAL_KEYS_FILE: personalKeysFile(),
    DENGKE_PAYLOAD_KEYS_FILE: payloadKeysFile(),
    DENGKE_CERTIFICATE_KEYS_FILE: certificateKeysFile(),
    DENGKE_CLOCK: 'host',
    DENGKE_PROFILE: 'local',
    DENGKE_LOG_LEVEL: 'silent',
    ...overrides,
  };
}

/** A key for certificates, the same for all specs: nothing here is secret. */
function certificateKeysFile(): string {
  return onceMade('dengke-certificate-keys-of-specs.json', () => {
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    return JSON.stringify({ current: 'c1', keys: { c1: pem } });
  });
}

/** Keys for personal data, the same for all specs: nothing here is secret. */
function personalKeysFile(): string {
  return onceMade('dengke-personal-keys-of-specs.json', () => JSON.stringify({ current: 'k1', keys: { k1: 'b'.repeat(43) } }));
}

/** Keys for what Temporal keeps, the same for all specs: nothing here is secret. */
function payloadKeysFile(): string {
  return onceMade('dengke-payload-keys-of-specs.json', () => JSON.stringify({ current: 'k1', keys: { k1: 'c'.repeat(43) } }));
}

function onceMade(name: string, make: () => string): string {
  const path = join(tmpdir(), name);
  if (!existsSync(path)) {
    writeFileSync(`${path}.${process.pid}`, make());
    renameSync(`${path}.${process.pid}`, path);
  }
  return path;
}
