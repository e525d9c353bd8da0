import { TestWorkflowEnvironment } from '@temporalio/testing';

/**
 * Has the Temporal SDK fetch a server binary into a folder. It runs as a process of its own (`node sdk-download.js FOLDER VERSION`),
 * since the SDK's download cannot be cancelled and starts what it fetched.
 */
const fetchServer = async (downloadDir: string, version: string): Promise<void> => {
  const environment = await TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'cached-download', downloadDir, version } },
  });
  await environment.teardown();
};

const [, , folder = '.', version = 'default'] = process.argv;
fetchServer(folder, version).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
