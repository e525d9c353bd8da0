import { join } from 'node:path';

/** What `java -cp` needs to start the time-skipping server on a given day; the bootstrap finds or makes it. */
export function testServerClassPath(): string {
  const given = process.env['DENGKE_TEST_SERVER_CLASS_PATH'];
  if (given === undefined || given === '') {
    throw new Error('No DENGKE_TEST_SERVER_CLASS_PATH: `npm test` prepares the time-skipping server and says where it is');
  }
  return given;
}

/** Bundled once per run (jest's globalSetup), read by every spec. */
const bundles = join(__dirname, '..', '..', '.dengke', 'specs');
export const workflowBundle = join(bundles, 'workflows.js');
export const incompatibleBundle = join(bundles, 'incompatible.js');

/** The archive of histories that the replay spec reads. */
export const historiesFolder = join(__dirname, '..', 'histories');
