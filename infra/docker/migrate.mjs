// Brings the schema of every service up to date and settles what its own user may do, once, before the services start. The account that may
// create tables and grant is here and nowhere else: no service has it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const secret = (name) => readFileSync(`/run/secrets/${name}`, 'utf8').trim();

for (const service of ['accounts', 'achievements', 'notifications']) {
  const databaseUrl = secret(`${service}_database_url`);
  const migrationUrl = Object.assign(new URL(databaseUrl), { username: 'root', password: secret('mariadb_root_password') });
  const env = {
    ...process.env,
    DENGKE_DATABASE_URL: databaseUrl,
    DENGKE_MIGRATION_DATABASE_URL: migrationUrl.toString(),
    DENGKE_PERSONAL_KEYS_FILE: `/run/secrets/personal-keys-${service}/keys.json`,
  };
  const { status } = spawnSync(process.execPath, ['--enable-source-maps', `services/${service}/dist/migrate.js`], {
    stdio: 'inherit',
    env,
  });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}
