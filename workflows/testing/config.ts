import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const folderName = 'test-server-1.32.1';

/** Where specs find the jars of the time-skipping server: what `npm test` says, else what the bootstrap has put into the cache. */
export function testServerFolder(): string {
  const given = process.env['DENGKE_TEST_SERVER_PATH'];
  const folder = given === undefined ? join(cache(), folderName) : dirname(given);
  if (!existsSync(join(folder, 'classes', 'SeasonServer.class'))) {
    throw new Error(`No time-skipping server in ${folder}: \`npm test\` prepares it (JDK 17 and Maven), or set DENGKE_TEST_SERVER_PATH`);
  }
  return folder;
}

function cache(): string {
  const user =
    process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return process.env['DENGKE_CACHE'] || join(user, 'dengke');
}

/** Bundled once per run (jest's globalSetup), read by every spec. */
const bundles = join(__dirname, '..', '..', '.dengke', 'specs');
export const workflowBundle = join(bundles, 'workflows.js');
export const incompatibleBundle = join(bundles, 'incompatible.js');

/** The archive of histories that the replay spec reads. */
export const historiesFolder = join(__dirname, '..', 'histories');
