import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { taskQueues } from '@dengke/contract';
import { sealedPayloads } from '@dengke/service-kit/temporal';
import type { DataConverter } from '@temporalio/common';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { Logger } from 'pino';
import type { WorkerConfig } from './config';
import type { TraceSinks } from './trace-sinks';
import { buildIdOf } from './bundling';

const againMs = 1_000;
/** About 1 MB each; beyond that a workflow is replayed from its history, which is short. */
const cachedWorkflows = 600;

/** Runs workflow code, nothing else. Waits for Temporal as long as it takes, and starts a new worker when one fails. */
export class WorkflowWorker {
  private readonly ending = new AbortController();
  private worker: Worker | undefined;
  private readonly payloads: DataConverter;

  /** @throws Error without the keys of payloads */
  constructor(
    private readonly config: WorkerConfig,
    private readonly bundle: string,
    private readonly log: Logger,
    private readonly sinks: TraceSinks,
  ) {
    this.payloads = sealedPayloads(config.payloadKeysFile);
  }

  /** Whether tasks are being taken. */
  get isPolling(): boolean {
    return this.worker?.getState() === 'RUNNING';
  }

  /** Until `stop`. */
  async run(): Promise<void> {
    while (!this.ending.signal.aborted) {
      try {
        await this.work();
      } catch (error) {
        this.log.warn({ err: error }, 'no workflow worker; tries again');
      }
      await pause(againMs, undefined, { signal: this.ending.signal }).catch(() => undefined);
    }
  }

  /** Finishes the tasks at hand; `run` returns when the connection is closed. */
  stop(): void {
    this.ending.abort();
    if (this.isPolling) {
      this.worker?.shutdown();
    }
  }

  private async work(): Promise<void> {
    const buildId = buildIdOf(await readFile(this.bundle, 'utf8'));
    const { temporalAddress, tlsCaFile } = this.config;
    const tls = tlsCaFile === undefined ? {} : { tls: { serverRootCACertificate: await readFile(tlsCaFile) } };
    const connection = await NativeConnection.connect({ address: temporalAddress, ...tls });
    try {
      this.worker = await Worker.create({
        connection,
        namespace: this.config.temporalNamespace,
        taskQueue: taskQueues.workflows,
        workflowBundle: { codePath: this.bundle },
        dataConverter: this.payloads,
        sinks: this.sinks,
        workerDeploymentOptions: { version: { deploymentName: 'dengke', buildId }, useWorkerVersioning: false },
        // With the default of 10 s a killed worker's submissions stand still for as long.
        stickyQueueScheduleToStartTimeout: '1s',
        maxCachedWorkflows: cachedWorkflows,
        shutdownGraceTime: '10s',
        shutdownForceTime: '15s',
      });
      if (!this.ending.signal.aborted) {
        this.log.info({ taskQueue: taskQueues.workflows, buildId }, 'workflows are followed');
        await this.worker.run();
      }
    } finally {
      this.worker = undefined;
      await connection.close();
    }
  }
}
