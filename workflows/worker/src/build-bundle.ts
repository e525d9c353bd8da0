import { join } from 'node:path';
import { bundleWorkflows, workflowsEntry } from './bundling';

/** Part of this project's `build`: the bundle that main.ts runs lies beside it. `npm run drill -- upgrade` bundles other code elsewhere. */
const [entry = workflowsEntry, file = join(__dirname, 'workflow-bundle.js')] = process.argv.slice(2);
void bundleWorkflows(entry, file);
