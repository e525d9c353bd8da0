import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Root of the repository; the same from `src` (jest) and from `dist` (node). */
export const repositoryRoot = resolve(__dirname, '..', '..', '..');

/** Private data of `npm start`: databases, logs, secrets, pid files. */
export const localDirectory = (): string => resolve(process.env['DENGKE_DIR'] ?? join(repositoryRoot, '.dengke'));

/** Programs that were fetched or built once for all checkouts of this user, keyed by version. */
export const cacheDirectory = (): string => {
  const chosen = process.env['DENGKE_CACHE'];
  return chosen === undefined || chosen === '' ? join(userCache(), 'dengke') : resolve(chosen);
};

const userCache = (): string => {
  if (process.platform === 'darwin') {
    return join(homedir(), 'Library', 'Caches');
  }
  const xdg = process.env['XDG_CACHE_HOME'];
  return xdg === undefined || xdg === '' ? join(homedir(), '.cache') : xdg;
};
