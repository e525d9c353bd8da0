import { join } from 'node:path';
import { bundleWorkflows, workflowsEntry } from './bundling';

/** Part of this project's `build`: the bundle that main.ts runs lies beside it. */
void bundleWorkflows(workflowsEntry, join(__dirname, 'workflow-bundle.js'));
