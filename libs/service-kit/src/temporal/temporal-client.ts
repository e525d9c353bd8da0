import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { traceparentHeader } from '@dengke/contract';
import { Client, Connection, defaultPayloadConverter } from '@temporalio/client';
import type { WorkflowClientInterceptor } from '@temporalio/client';
import { InternalConnectionOptionsSymbol } from '@temporalio/client/lib/connection';
import type { InternalConnectionOptions } from '@temporalio/client/lib/connection';
import { SecurityClock } from '../clock/security-clock';
import { ServiceConfig } from '../config/service-config';
import { traces } from '../tracing/traces';
import { sealedPayloads } from './sealed-payloads';
import { temporalTls } from './temporal-tls';

const DEADLINE_MS = 5_000;
const PROBE_MS = 1_000;

/**
 * How soon a workflow whose worker has died goes on at another. Not for those that read pages: to replay a long history may take longer on a busy machine,
 * and would be broken off and begun again for ever. They have the ten seconds that Temporal gives.
 */
export const takenOverSoon = { workflowTaskTimeout: '2s' } as const;

/** A signal carries on the trace of the fact that it tells. */
const goesOn: WorkflowClientInterceptor = {
  signalWithStart: (input, next) => {
    const { traceparent } = traces;
    const headers = traceparent === null ? {} : { [traceparentHeader]: defaultPayloadConverter.toPayload(traceparent) };
    return next({ ...input, headers: { ...input.headers, ...headers } });
  },
};

/**
 * The way to Temporal: nothing connects before the first call, a lost connection is taken up again by itself, and every call has a
 * deadline, so that neither boot nor an act ever waits for Temporal.
 */
@Injectable()
export class TemporalClient implements OnApplicationShutdown {
  readonly connection: Connection;
  private readonly client: Client;

  constructor(
    config: ServiceConfig,
    private readonly clock: SecurityClock,
  ) {
    const options: InternalConnectionOptions = {
      address: config.temporalAddress,
      ...temporalTls(config.tlsCaFile),
      channelArgs: {
        'grpc.initial_reconnect_backoff_ms': 200,
        'grpc.min_reconnect_backoff_ms': 200,
        'grpc.max_reconnect_backoff_ms': 2_000,
      },
      [InternalConnectionOptionsSymbol]: { supportsTestService: config.clock === 'temporal' },
    };
    this.connection = Connection.lazy(options);
    this.client = new Client({
      connection: this.connection,
      namespace: config.temporalNamespace,
      dataConverter: sealedPayloads(config.payloadKeysFile),
      interceptors: { workflow: [goesOn] },
    });
  }

  /** `temporal.call((client) => client.workflow.signalWithStart(…))`. @throws what the SDK throws; the problem filter knows it */
  call<T>(fn: (client: Client) => Promise<T>, withinMs = DEADLINE_MS): Promise<T> {
    return this.client.withDeadline(this.clock.millis() + withinMs, () => fn(this.client));
  }

  async isReachable(): Promise<boolean> {
    try {
      await this.call(() => this.connection.workflowService.getSystemInfo({}), PROBE_MS);
      return true;
    } catch {
      return false;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connection.close();
  }
}
