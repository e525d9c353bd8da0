// Starts the process that DENGKE_PROCESS names (services/accounts, workflows/worker, …). Secrets come as files: the content of
// /run/secrets/… named by DENGKE_X_FILE becomes DENGKE_X, for this process only.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const fromFiles = ['DENGKE_DATABASE_URL', 'DENGKE_SERVICE_SECRET', 'DENGKE_MAIL_URL'];

for (const name of fromFiles) {
  const file = process.env[`${name}_FILE`];
  if (file !== undefined) {
    process.env[name] = readFileSync(file, 'utf8').trim();
  }
}

const folder = process.env.DENGKE_PROCESS;
if (folder === undefined || !/^(services|workflows)\/[a-z]+$/.test(folder)) {
  throw new Error('DENGKE_PROCESS must name a process, as services/accounts');
}
process.argv[1] = resolve(folder, 'dist', 'main.js');
await import(pathToFileURL(process.argv[1]).href);
