// Makes the secret files that docker-compose.yml mounts, each once: node infra/docker/create-secrets.mjs [folder]
// What already exists is left alone. `mail_url` has to be filled in by hand. Certificates are made by `openssl` 3, of an authority of the house's own;
// one that is to be renewed is removed, and this is run again.
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), 'secrets');
const random = () => randomBytes(24).toString('base64url');

// By the name under which each is reached; on itself every one is also asked how it is.
const parts = {
  accounts: ['accounts', 'accounts-2'],
  achievements: ['achievements', 'achievements-2'],
  notifications: ['notifications', 'notifications-2'],
  gateway: ['gateway', 'gateway-2'],
  worker: ['worker', 'worker-2'],
  temporal: ['temporal', 'temporal-history', 'temporal-matching', 'temporal-worker'],
  'temporal-ui': ['temporal-ui'],
  postgresql: ['postgresql'],
  mariadb: ['mariadb', 'mariadb-replica'],
  'mariadb-exporter': ['mariadb-exporter'],
  prometheus: ['prometheus'],
  tempo: ['tempo'],
  grafana: ['grafana'],
};

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
const authority = join(folder, 'tls', 'authority.pem');
const authorityKey = join(folder, 'tls', 'authority-key.pem');

const made = (file, make) => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o755 });
  if (existsSync(file)) {
    process.stdout.write(`kept ${file}\n`);
  } else {
    make();
    process.stdout.write(`made ${file}\n`);
  }
};

const certificate = (args, file, key) => {
  execFileSync('openssl', ['req', '-x509', ...newKey, ...args, '-keyout', key, '-out', file], { stdio: 'pipe' });
  chmodSync(file, 0o644);
};

// Containers read the files as their own users, so others may read them; the folder is for its owner alone, and so is the authority's key, which no
// container is given.
mkdirSync(folder, { recursive: true, mode: 0o700 });
made(authority, () => {
  const rights = ['-addext', 'keyUsage=critical,keyCertSign,cRLSign'];
  certificate(['-days', '3650', '-subj', '/CN=Dengke, this house', ...rights], authority, authorityKey);
  chmodSync(authorityKey, 0o600);
});
for (const [part, names] of Object.entries(parts)) {
  const [file, key] = [join(folder, 'tls', `${part}.pem`), join(folder, 'tls', `${part}-key.pem`)];
  const reached = [...[...names, 'localhost'].map((name) => `DNS:${name}`), 'IP:127.0.0.1'].join(',');
  const rights = ['basicConstraints=critical,CA:FALSE', 'extendedKeyUsage=serverAuth', `subjectAltName=${reached}`];
  made(file, () => {
    const by = ['-CA', authority, '-CAkey', authorityKey, '-days', '825', '-subj', `/CN=${part}`];
    certificate([...by, ...rights.flatMap((right) => ['-addext', right])], file, key);
    chmodSync(key, 0o644);
  });
}

// MariaDB takes nobody who speaks plainly; it is believed by this authority, under its own name.
const tls = encodeURIComponent(JSON.stringify({ ca: readFileSync(authority, 'utf8'), verifyIdentity: true }));
const database = (service) => `mysql://dengke_${service}:${random()}@mariadb:3306/dengke_${service}?ssl=${tls}`;

const sealingKeys = () => JSON.stringify({ current: 'k1', keys: { k1: randomBytes(32).toString('base64url') } });

const ed25519 = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const secrets = {
  temporal_database_password: random,
  mariadb_root_password: random,
  mariadb_replica_password: random,
  mariadb_exporter: () => `[client]\nhost=mariadb\nuser=exporter\npassword=${random()}\nssl-ca=/run/secrets/authority.pem\n`,
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
  'personal-keys-accounts/keys.json': sealingKeys,
  'personal-keys-achievements/keys.json': sealingKeys,
  'personal-keys-notifications/keys.json': sealingKeys,
  'payload-keys/keys.json': sealingKeys,
  'certificate-keys/keys.json': () => JSON.stringify({ current: 'c1', keys: { c1: ed25519() } }),
};
for (const [name, make] of Object.entries(secrets)) {
  const file = join(folder, name);
  made(file, () => writeFileSync(file, make(), { mode: 0o644 }));
}
