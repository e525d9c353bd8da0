import { join } from 'node:path';
import { isHttpReady } from './http-health';
import { repositoryRoot } from './repository';
import type { ProcessPlan } from './supervised-process';

/** The stand-in national registry (infra/registry): takes the bundles of this stack and answers them. */
export const registryPlan = (directory: string, port: number, keyFile: string): ProcessPlan => ({
  name: 'registry',
  command: process.execPath,
  args: [join(repositoryRoot, 'infra', 'registry', 'dist', 'main.js')],
  env: {
    PATH: process.env['PATH'] ?? '',
    DENGKE_PORT: String(port),
    DENGKE_REGISTRY_DIR: join(directory, 'registry'),
    DENGKE_REGISTRY_KEY_FILE: keyFile,
  },
  isReady: () => isHttpReady(`http://127.0.0.1:${port}`),
  readyWithinMs: 90_000,
  endWithinMs: 5_000,
  restartable: true,
  givesWay: true,
});
