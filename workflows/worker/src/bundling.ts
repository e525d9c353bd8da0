import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/** All workflows, and what stands around each; the same from `src` and from `dist`. */
export const workflowsEntry = join(__dirname, '..', '..', 'index.ts');
const interceptors = join(__dirname, '..', '..', 'tracing', 'trace-interceptors.ts');
/** As clients and activities have it (`sealedPayloads`). */
const failureConverter = join(__dirname, '..', '..', '..', 'libs', 'service-kit', 'src', 'temporal', 'failure-converter.ts');

/**
 * Bundles workflow code into one file. Packages of the house are taken from their TypeScript source, as tsc and jest take them.
 * Written beside its place and renamed, so nobody reads half a bundle.
 */
export async function bundleWorkflows(entry: string, file: string): Promise<void> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: entry,
    workflowInterceptorModules: [interceptors],
    failureConverterPath: failureConverter,
    logger: new DefaultLogger('WARN'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: { ...config.resolve, conditionNames: ['dengke-source', 'require', 'node', 'default'] },
    }),
  });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.part`, code);
  await rename(`${file}.part`, file);
}

/** Says which code a worker runs: the bundle's own digest. */
export const buildIdOf = (code: string): string => createHash('sha256').update(code).digest('hex').slice(0, 12);
