import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { DomainError, Replicas, Turns, wasCutOff, wasNotSent } from '@dengke/service-kit';
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
/** Where no replica is there: a supervised process is back after a moment; one short breath before the second and last try. */
const breathMillis = 100;
/**
 * Of each replica: more at once make nobody's answer come sooner. On a day when everybody comes at once, who cannot be answered in time is told BUSY early,
 * and what a service does is not for people who have left.
 */
const atOnce = 48;
const mayWait = 400;
const withinMillis = 3_000;

export interface Hop {
  method: string;
  path: string;
  headers: Record<string, string | string[]>;
  content: Dispatcher.DispatchOptions['body'];
  upload: boolean;
  /** What bears the same name goes to the same replica while that is there. */
  together?: string | undefined;
  /** Asking twice changes nothing. */
  harmless: boolean;
}

export type Answer = Dispatcher.ResponseData;

/** Kept-alive connections to the replicas of the three services, and what their absence means. */
@Injectable()
export class UpstreamsService implements OnApplicationShutdown {
  private readonly pools: Record<UpstreamName, Replicas<Pool>>;
  /** Streams hold a connection for as long as somebody listens, and must not take those of requests. */
  private readonly streams: Record<UpstreamName, Replicas<Pool>>;
  private readonly turns: Record<UpstreamName, Turns>;

  constructor(config: GatewayConfig) {
    const ca = config.tlsCaFile === undefined ? {} : { ca: readFileSync(config.tlsCaFile, 'utf8') };
    const pool = (url: string, connections: number): Pool =>
      new Pool(new URL(url).origin, { connections, connect: { timeout: connectMillis, ...ca }, pipelining: 1 });
    const replicas = (urls: readonly string[], connections: number) => new Replicas(urls.map((url) => pool(url, connections)));
    const pools = (connections: number): Record<UpstreamName, Replicas<Pool>> => ({
      accounts: replicas(config.accountsUrls, connections),
      achievements: replicas(config.achievementsUrls, connections),
      notifications: replicas(config.notificationsUrls, connections),
    });
    this.pools = pools(128);
    this.streams = pools(2_000);
    const turns = (replicated: readonly string[]) => new Turns({ atOnce: atOnce * replicated.length, mayWait, withinMillis });
    this.turns = {
      accounts: turns(config.accountsUrls),
      achievements: turns(config.achievementsUrls),
      notifications: turns(config.notificationsUrls),
    };
  }

  /**
   * Sends one request and answers as soon as the head of the answer is there; its body streams. What lasts, uploads and streams, waits for no turn and takes none.
   * @throws DomainError UNAVAILABLE when the service is away or too slow: what was asked may or may not have happened; BUSY when nothing was asked
   */
  send(name: UpstreamName, hop: Hop): Promise<Answer> {
    return hop.upload || isStream(hop) ? this.tried(name, hop) : this.turns[name].take(() => this.tried(name, hop));
  }

  /** As `send`, with the answer's body read to its end: where it breaks off, the service is away too. */
  async ask(name: UpstreamName, hop: Hop): Promise<{ status: number; text: string }> {
    const { statusCode, body } = await this.send(name, hop);
    try {
      return { status: statusCode, text: await body.text() };
    } catch (error) {
      throw faultOf(error, name);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    const replicas = [this.pools, this.streams].flatMap((pools) => Object.values(pools));
    await Promise.all(replicas.flatMap(({ ways }) => ways).map((pool) => pool.destroy()));
  }

  private async tried(name: UpstreamName, hop: Hop): Promise<Answer> {
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

  private once(name: UpstreamName, hop: Hop): Promise<Answer> {
    const millis = hop.upload ? uploadMillis : hopMillis;
    const pools = isStream(hop) ? this.streams : this.pools;
    const options = {
      method: hop.method,
      path: hop.path,
      headers: hop.headers,
      body: hop.content ?? null,
      headersTimeout: millis,
      bodyTimeout: millis,
    };
    return pools[name].ask(
      (pool) => pool.request(options),
      (error) => mayRepeat(error, hop),
      hop.together,
    );
  }
}

const isStream = ({ headers }: Hop): boolean => headers['accept'] === eventStream;

/** Once more only when nothing was sent, or when asking twice changes nothing; a streamed body cannot be sent again. */
function mayRepeat(error: unknown, hop: Hop): boolean {
  const repeatable = hop.content === null || hop.content === undefined || Buffer.isBuffer(hop.content) || typeof hop.content === 'string';
  return repeatable && (wasNotSent(error) || (wasCutOff(error) && hop.harmless));
}

function faultOf(error: unknown, name: UpstreamName): DomainError {
  return error instanceof DomainError ? error : new DomainError('UNAVAILABLE', { service: name, reason: codeOf(error) });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
