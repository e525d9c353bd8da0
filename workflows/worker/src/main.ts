import { join } from 'node:path';
import { Traces } from '@dengke/service-kit/tracing';
import { readConfig } from './config';
import { serveHealth } from './health';
import { installRuntime, workerLog } from './log';
import { metricsPlaces, tellMetrics } from './metrics';
import { traceSinks } from './trace-sinks';
import { WorkflowWorker } from './workflow-worker';

async function main(): Promise<void> {
  const config = readConfig();
  const log = workerLog(config.logLevel);
  installRuntime(log, metricsPlaces(config)?.sdk);
  const traces = new Traces();
  traces.begin('worker', config.otlpUrl, () => log.warn('spans could not be handed over and are lost'));
  const worker = new WorkflowWorker(config, join(__dirname, 'workflow-bundle.js'), log, traceSinks(traces));
  const health = await serveHealth(config, () => worker.isPolling);
  const metrics = await tellMetrics(config);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => worker.stop());
  }
  await worker.run();
  await traces.flush();
  health.close();
  metrics?.close();
  log.info('stopped');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
