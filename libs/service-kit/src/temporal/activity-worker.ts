import { setTimeout as pause } from 'node:timers/promises';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { DiscoveryService } from '@nestjs/core';
import type { NativeConnection, Worker } from '@temporalio/worker';
import { faultFields } from '../boot/log';
import type { Log } from '../boot/log';
import type { ServiceConfig } from '../config/service-config';
import { activitiesOf } from './activities';
import { ActivityJournal } from './activity-journal';
import type { RefusalMetrics } from './refusal-metrics';
import { installRuntime } from './runtime';
import { sealedPayloads } from './sealed-payloads';
import { temporalTls } from './temporal-tls';

const AGAIN_MS = 1_000;

/**
 * Polls the service's own task queue with its activities. Waits for Temporal as long as it takes, and starts a new worker when one dies.
 * Shutdown in this order: worker, its run, its connection; the database closes after that.
 */
export class ActivityWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly ending = new AbortController();
  private living: Promise<void> | undefined;
  private worker: Worker | undefined;

  constructor(
    private readonly config: ServiceConfig,
    private readonly taskQueue: string,
    private readonly discovery: DiscoveryService,
    private readonly log: Log,
    private readonly refusals: RefusalMetrics,
  ) {}

  onApplicationBootstrap(): void {
    const activities = activitiesOf(this.discovery);
    if (Object.keys(activities).length > 0) {
      this.living = this.live(activities);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort();
    if (this.worker?.getState() === 'RUNNING') {
      this.worker.shutdown();
    }
    await this.living;
  }

  /** Whether tasks are being taken. */
  get isPolling(): boolean {
    return this.living === undefined || this.worker?.getState() === 'RUNNING';
  }

  private async live(activities: Record<string, unknown>): Promise<void> {
    while (!this.ending.signal.aborted) {
      try {
        await this.work(activities as Record<string, never>);
      } catch (error) {
        this.log.warn('the activity worker has no Temporal and tries again', { taskQueue: this.taskQueue, ...faultFields(error) });
      }
      await pause(AGAIN_MS, undefined, { signal: this.ending.signal }).catch(() => undefined);
    }
  }

  private async work(activities: Record<string, never>): Promise<void> {
    const { NativeConnection: Connector, Worker: Workers } = await installRuntime(this.log);
    const connection: NativeConnection = await Connector.connect({
      address: this.config.temporalAddress,
      ...temporalTls(this.config.tlsCaFile),
    });
    try {
      this.worker = await Workers.create({
        connection,
        namespace: this.config.temporalNamespace,
        dataConverter: sealedPayloads(this.config.payloadKeysFile),
        taskQueue: this.taskQueue,
        activities,
        shutdownGraceTime: '10s',
        shutdownForceTime: '15s',
        maxConcurrentActivityTaskExecutions: 50,
        interceptors: { activity: [(context) => ({ inbound: new ActivityJournal(context, this.log, this.refusals) })] },
      });
      if (!this.ending.signal.aborted) {
        this.log.info('activities are polled', { taskQueue: this.taskQueue });
        await this.worker.run();
      }
    } finally {
      this.worker = undefined;
      await connection.close();
    }
  }
}
