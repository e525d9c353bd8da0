import { join } from 'node:path';
import { readConfig } from './config';
import { serveHealth } from './health';
import { installRuntime, workerLog } from './log';
import { WorkflowWorker } from './workflow-worker';

async function main(): Promise<void> {
  const config = readConfig();
  const log = workerLog(config.logLevel);
  installRuntime(log);
  const worker = new WorkflowWorker(config, join(__dirname, 'workflow-bundle.js'), log);
  const health = await serveHealth(config, () => worker.isPolling);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => worker.stop());
  }
  await worker.run();
  health.close();
  log.info('stopped');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
