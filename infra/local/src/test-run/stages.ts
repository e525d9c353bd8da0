import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findNode } from '../find-node';
import { repositoryRoot } from '../repository';
import { jestStage } from './jest-stage';
import { programStage } from './program-stage';
import type { Stage } from './stage';
import type { TestServers } from './test-servers';

/** Node 20 is the floor, 24 what images and new users run; the CI run proves the one it does not run on as well. */
const otherNode = process.versions.node.startsWith('24.') ? 20 : 24;

/** Everything `npm test` does, in order; with `ci` also what takes longer. */
export const stages = (servers: TestServers, { ci, folder }: { ci: boolean; folder: string }): readonly Stage[] => [
  programStage('format', 'node_modules/prettier/bin/prettier.cjs', [
    '--check',
    '--cache',
    '--cache-location',
    join(folder, 'prettier-cache'),
    '.',
  ]),
  programStage('types', 'node_modules/typescript/bin/tsc', [
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    join(folder, 'types.tsbuildinfo'),
    '-p',
    'tsconfig.json',
  ]),
  programStage('lint', 'node_modules/eslint/bin/eslint.js', [
    '--cache',
    '--cache-strategy',
    'content',
    '--cache-location',
    join(folder, 'eslint-cache'),
    '.',
  ]),
  jestStage({ project: 'pure' }),
  jestStage({ project: 'workflow', env: () => servers.workflowEnvironment() }),
  jestStage({ project: 'service', env: () => servers.serviceEnvironment() }),
  ...(hasWalkthroughs() ? [jestStage({ project: 'stack', env: () => servers.stackEnvironment() })] : []),
  ...(ci ? longStages(servers) : []),
];

const longStages = (servers: TestServers): readonly Stage[] => [
  programStage('season', 'season/dist/main.js', ['h1-2023']),
  jestStage({
    project: 'workflow',
    name: `workflow-node${otherNode}`,
    env: () => servers.workflowEnvironment(),
    node: ({ log }) => findNode(otherNode, log),
  }),
  jestStage({
    project: 'service',
    name: `service-node${otherNode}`,
    env: () => servers.serviceEnvironment(),
    node: ({ log }) => findNode(otherNode, log),
  }),
];

/** A whole stack is started only for specs that use it. */
const hasWalkthroughs = (): boolean => {
  const folder = join(repositoryRoot, 'e2e');
  return existsSync(folder) && readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((file) => file.endsWith('.e2e-spec.ts'));
};
