import { join } from 'node:path';
import { repositoryRoot } from './repository';

/** The node processes of the house, in the order in which they are started. */
export const nodeProcesses = ['accounts', 'achievements', 'notifications', 'worker', 'gateway'] as const;
export type NodeProcess = (typeof nodeProcesses)[number];

/** Services with a schema and a database user of their own. */
export const databaseOwners = ['accounts', 'achievements', 'notifications'] as const;
export type DatabaseOwner = (typeof databaseOwners)[number];

/** Everything a stack can start. */
export const parts = ['mariadb', 'temporal', 'mail', 'registry', ...nodeProcesses] as const;
export type Part = (typeof parts)[number];

/** The stand-in registry runs where bundles are sent to it. */
export const partsOf = (reportUp: 'desk' | 'endpoint'): readonly Part[] =>
  parts.filter((part) => part !== 'registry' || reportUp === 'endpoint');

export const isDatabaseOwner = (part: Part): part is DatabaseOwner => (databaseOwners as readonly string[]).includes(part);
export const isNodeProcess = (part: Part): part is NodeProcess => (nodeProcesses as readonly string[]).includes(part);

/** Where a process was built to. */
export const builtFile = (name: NodeProcess, file: 'main.js' | 'migrate.js'): string =>
  join(repositoryRoot, name === 'worker' ? 'workflows/worker' : `services/${name}`, 'dist', file);
