import { TestWorkflowEnvironment } from '@temporalio/testing';

/**
 * Has the Temporal SDK fetch a server binary into a folder. It runs as a process of its own (`node sdk-download.js KIND FOLDER VERSION`),
 * since the SDK's download cannot be cancelled and starts what it fetched.
 */
const fetchServer = async (kind: string, downloadDir: string, version: string): Promise<void> => {
  const executable = { type: 'cached-download' as const, downloadDir, version };
  const environment =
    kind === 'dev-server'
      ? await TestWorkflowEnvironment.createLocal({ server: { executable } })
      : await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
  await environment.teardown();
};

const [, , kind = 'dev-server', folder = '.', version = 'default'] = process.argv;
fetchServer(kind, folder, version).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
