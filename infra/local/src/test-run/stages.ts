import { join } from 'node:path';
import { findNode } from '../find-node';
import type { JestProject } from './jest-stage';
import { hasSpecs, jestStage } from './jest-stage';
import { programStage } from './program-stage';
import type { Stage } from './stage';
import type { TestServers } from './test-servers';
import type { Wanted } from './wanted';

/** Node 20 is the floor, 24 what images and new users run; the CI run proves the one it does not run on as well. */
const otherNode = process.versions.node.startsWith('24.') ? 20 : 24;

/** What `npm test` does, in order; what stands together is done at once. */
export const stages = (servers: TestServers, folder: string, { ci, words, record }: Wanted): readonly (readonly Stage[])[] => {
  if (record) {
    return [[jestStage({ project: 'record', env: () => servers.workflowEnvironment() })]];
  }
  const specs = specProjects(servers);
  if (words.length > 0) {
    return specs.filter(({ project }) => hasSpecs(project, words)).map((project) => [jestStage({ ...project, words })]);
  }
  return [programStages(folder), ...specs.map((project) => [jestStage(project)]), ...(ci ? longStages(servers, folder) : [])];
};

const programStages = (folder: string): readonly Stage[] => [
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
  programStage('generated', 'docs/generators/dist/main.js', ['--check']),
  programStage('lint', 'node_modules/eslint/bin/eslint.js', [
    '--cache',
    '--cache-strategy',
    'content',
    '--cache-location',
    join(folder, 'eslint-cache'),
    '.',
  ]),
];

const specProjects = (servers: TestServers): readonly JestProject[] => [
  { project: 'pure', env: () => servers.readerEnvironment() },
  { project: 'workflow', env: () => servers.workflowEnvironment() },
  { project: 'service', env: () => servers.serviceEnvironment() },
  { project: 'stack', env: () => servers.stackEnvironment() },
];

/** The matrices try what each route does to whom: nothing in that is of Node. The calls they make are made by the other specs too. */
const sameOnEachNode = ['/node_modules/', '/authorisation\\.spec'];

const seeds = [1, 2, 3];

/** Those that take at most three minutes; the others are run before a release (docs/operations.md). */
const shortDrills = ['reconcile', 'temporal-lost', 'restore', 'upgrade', 'promote', 'restore-production', 'watch', 'container-servers'];

/** A season waits for rest half of its time: those of one kind are played side by side. */
const longStages = (servers: TestServers, folder: string): readonly (readonly Stage[])[] => [
  [
    programStage('season', 'season/dist/main.js', ['h1-2023']),
    programStage('season-shifted', 'season/dist/main.js', ['h1-2023', '--shift', 'cutOffOn=1', '--must-differ']),
  ],
  seeds.map((seed) => programStage(`year-${seed}`, 'season/dist/main.js', ['year', '--seed', `${seed}`, '--submissions', '150'])),
  [programStage('kills', 'season/dist/main.js', ['kills', '--json', join(folder, 'kills.json')])],
  ...shortDrills.map((drill) => [
    programStage(`drill-${drill}`, 'ops/dist/drills/main.js', [drill, '--json', join(folder, `drill-${drill}.json`)]),
  ]),
  ...specProjects(servers)
    .filter(({ project }) => project === 'workflow' || project === 'service')
    .map((specs) => [
      jestStage({
        ...specs,
        name: `${specs.project}-node${otherNode}`,
        without: sameOnEachNode,
        node: ({ log }) => findNode(otherNode, log),
      }),
    ]),
];
