import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '@dengke/service-kit';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Dispatcher } from 'undici';
import { Pool } from 'undici';
import { GatewayConfig } from '../config';
import type { UpstreamName } from './upstream-services';

/** One hop of a request may take this long, an upload longer; then the caller hears UNAVAILABLE and asks again with the same key. */
const hopMillis = 10_000;
const uploadMillis = 120_000;
const connectMillis = 2_000;
/** What a browser asks for when it wants to be told as things come. */
export const eventStream = 'text/event-stream';
/** A supervised process is back after a moment; one short breath before the second and last try. */
const breathMillis = 100;

export interface Hop {
  method: string;
  path: string;
  headers: Record<string, string | string[]>;
  content: Dispatcher.DispatchOptions['body'];
  upload: boolean;
  /** Asking twice changes nothing. */
  harmless: boolean;
}

export type Answer = Dispatcher.ResponseData;

/** Kept-alive connections to the three services, and what their absence means. */
@Injectable()
export class UpstreamsService implements OnApplicationShutdown {
  private readonly pools: Record<UpstreamName, Pool>;
  /** Streams hold a connection for as long as somebody listens, and must not take those of requests. */
  private readonly streams: Record<UpstreamName, Pool>;

  constructor(config: GatewayConfig) {
    const pool = (url: string, connections: number): Pool =>
      new Pool(new URL(url).origin, { connections, connect: { timeout: connectMillis }, pipelining: 1 });
    const pools = (connections: number): Record<UpstreamName, Pool> => ({
      accounts: pool(config.accountsUrl, connections),
      achievements: pool(config.achievementsUrl, connections),
      notifications: pool(config.notificationsUrl, connections),
    });
    this.pools = pools(128);
    this.streams = pools(2_000);
  }

  /**
   * Sends one request and answers as soon as the head of the answer is there; its body streams.
   * @throws DomainError UNAVAILABLE when the service is away or too slow: what was asked may or may not have happened
   */
  async send(name: UpstreamName, hop: Hop): Promise<Answer> {
    try {
      return await this.once(name, hop);
    } catch (error) {
      if (!mayRepeat(error, hop)) {
        throw faultOf(error, name);
      }
      await pause(breathMillis);
      return this.once(name, hop).catch((again: unknown) => {
        throw faultOf(again, name);
      });
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.pools, this.streams].flatMap((pools) => Object.values(pools)).map((pool) => pool.destroy()));
  }

  private once(name: UpstreamName, hop: Hop): Promise<Answer> {
    const millis = hop.upload ? uploadMillis : hopMillis;
    const pools = hop.headers['accept'] === eventStream ? this.streams : this.pools;
    return pools[name].request({
      method: hop.method,
      path: hop.path,
      headers: hop.headers,
      body: hop.content ?? null,
      headersTimeout: millis,
      bodyTimeout: millis,
    });
  }
}

/** Once more only when nothing was sent, or when asking twice changes nothing; a streamed body cannot be sent again. */
function mayRepeat(error: unknown, hop: Hop): boolean {
  const repeatable = hop.content === null || hop.content === undefined || Buffer.isBuffer(hop.content) || typeof hop.content === 'string';
  const code = codeOf(error);
  const nothingSent = code === 'ECONNREFUSED';
  const cutOff = code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE';
  return repeatable && (nothingSent || (cutOff && hop.harmless));
}

function faultOf(error: unknown, name: UpstreamName): DomainError {
  return error instanceof DomainError ? error : new DomainError('UNAVAILABLE', { service: name, reason: codeOf(error) });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
