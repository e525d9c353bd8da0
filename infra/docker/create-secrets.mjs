// Makes the secret files that docker-compose.yml mounts, each once: node infra/docker/create-secrets.mjs [folder]
// What already exists is left alone. `mail_url` has to be filled in by hand.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), 'secrets');
const random = () => randomBytes(24).toString('base64url');
const database = (service) => `mysql://dengke_${service}:${random()}@mariadb:3306/dengke_${service}`;

const personalKeys = () => JSON.stringify({ current: 'k1', keys: { k1: randomBytes(32).toString('base64url') } });

const ed25519 = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const secrets = {
  temporal_database_password: random,
  mariadb_root_password: random,
  mariadb_exporter: () => `[client]\nhost=mariadb\nuser=exporter\npassword=${random()}\n`,
  accounts_database_url: () => database('accounts'),
  achievements_database_url: () => database('achievements'),
  notifications_database_url: () => database('notifications'),
  service_secret: random,
  grafana_admin_password: random,
  signing_key: ed25519,
  // The registry that bundles are sent to must be told its public half.
  report_key: ed25519,
  mail_url: () => 'smtp://mail.example:25',
  // Folders, mounted as such: a rotation replaces the file in them.
  'personal-keys-accounts/keys.json': personalKeys,
  'personal-keys-achievements/keys.json': personalKeys,
  'personal-keys-notifications/keys.json': personalKeys,
  'certificate-keys/keys.json': () => JSON.stringify({ current: 'c1', keys: { c1: ed25519() } }),
};

// Containers read the files as their own users, so others may read them; the folder is for its owner alone.
mkdirSync(folder, { recursive: true, mode: 0o700 });
for (const [name, make] of Object.entries(secrets)) {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true, mode: 0o755 });
  if (existsSync(file)) {
    process.stdout.write(`kept ${file}\n`);
  } else {
    writeFileSync(file, make(), { mode: 0o644 });
    process.stdout.write(`made ${file}\n`);
  }
}
