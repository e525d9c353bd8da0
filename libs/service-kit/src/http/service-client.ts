import { Pool } from 'undici';
import type { Dispatcher } from 'undici';
import { refusals, serviceSecretHeader, traceparentHeader, traceparentOf } from '@dengke/contract';
import type { Problem } from '@dengke/contract';
import { currentScope } from '../clock/scope';
import { presentTrace } from '../tracing/traces';
import { DomainError } from './domain-error';
import { Replicas, wasCutOff, wasNotSent } from './replicas';

export interface Call {
  query?: Record<string, string | number | boolean | undefined>;
  /** Ask with the rights of the person whose request this is. Without it only the house's secret is shown. */
  asPerson?: boolean;
  /** A token to show instead of the present request's. */
  bearer?: string;
  /** Idempotency-Key, for an act. */
  key?: string;
  /** May be sent a second time when a kept-alive connection was closed meanwhile; GET always may. */
  repeatable?: boolean;
  timeoutMs?: number;
}

/** Kept-alive connections to the replicas of one other service. Its refusals come through as DomainErrors; no answer is UNAVAILABLE. */
export class ServiceClient {
  private readonly replicas: Replicas<Pool>;

  /**
   * @param addresses of the service’s replicas, any of which may be asked
   * @param ca PEM of the authority by which they are believed, where they speak TLS
   */
  constructor(
    addresses: readonly string[],
    private readonly secret: string,
    private readonly timeoutMs = 2_000,
    ca?: string,
  ) {
    const options = { connections: 32, keepAliveTimeout: 4_000, connect: { timeout: timeoutMs, ...(ca === undefined ? {} : { ca }) } };
    this.replicas = new Replicas(addresses.map((address) => new Pool(address, options)));
  }

  get<T>(path: string, call: Call = {}): Promise<T> {
    return this.send<T>('GET', path, undefined, { ...call, repeatable: true });
  }

  post<T>(path: string, body: unknown, call: Call = {}): Promise<T> {
    return this.send<T>('POST', path, body, call);
  }

  async close(): Promise<void> {
    await Promise.all(this.replicas.ways.map((pool) => pool.destroy()));
  }

  private async send<T>(method: Dispatcher.HttpMethod, path: string, body: unknown, call: Call): Promise<T> {
    const mayPassOn = (error: unknown): boolean => wasNotSent(error) || (call.repeatable === true && wasCutOff(error));
    try {
      return await this.replicas.ask((pool) => this.once<T>(pool, method, path, body, call), mayPassOn);
    } catch (error) {
      if (error instanceof DomainError) {
        throw error;
      }
      if (call.repeatable === true && wasCutOff(error)) {
        return this.send<T>(method, path, body, { ...call, repeatable: false });
      }
      throw new DomainError('UNAVAILABLE');
    }
  }

  private async once<T>(pool: Pool, method: Dispatcher.HttpMethod, path: string, body: unknown, call: Call): Promise<T> {
    const answer = await pool.request({
      method,
      path: path + queryOf(call.query),
      headers: this.headers(call, body),
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(call.timeoutMs ?? this.timeoutMs),
    });
    const text = await answer.body.text();
    if (answer.statusCode >= 200 && answer.statusCode < 300) {
      return (text === '' ? undefined : JSON.parse(text)) as T;
    }
    throw refusalOf(text);
  }

  private headers(call: Call, body: unknown): Record<string, string> {
    const scope = currentScope();
    const trace = presentTrace();
    const bearer = call.bearer ?? (call.asPerson === true ? scope.token : undefined);
    return {
      [serviceSecretHeader]: this.secret,
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...(call.key === undefined ? {} : { 'idempotency-key': call.key }),
      ...(trace === undefined ? {} : { [traceparentHeader]: traceparentOf(trace) }),
    };
  }
}

function queryOf(query: Call['query']): string {
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  return pairs.length === 0
    ? ''
    : `?${new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, String(value)])).toString()}`;
}

function refusalOf(text: string): DomainError {
  try {
    const { code, details } = JSON.parse(text) as Partial<Problem>;
    if (code !== undefined && Object.hasOwn(refusals, code) && code !== 'UNEXPECTED') {
      return DomainError.passedOn(code, details);
    }
  } catch {
    return new DomainError('UNAVAILABLE');
  }
  return new DomainError('UNAVAILABLE');
}
