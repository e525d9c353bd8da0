import { join } from 'node:path';
import { bundleWorkflows, workflowsEntry } from '../src/bundling';

const specs = join(__dirname, '..', '..', '..', '.dengke', 'specs');

/** Jest's globalSetup for the workflow specs: bundling costs seconds, so it is done once for all files. */
export = async function bundleOnce(): Promise<void> {
  await bundleWorkflows(workflowsEntry, join(specs, 'workflows.js'));
  await bundleWorkflows(join(__dirname, '..', '..', 'testing', 'incompatible.ts'), join(specs, 'incompatible.js'));
};
