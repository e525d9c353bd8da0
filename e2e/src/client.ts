import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Problem } from '@dengke/contract';
import type { Dispatcher } from 'undici';
import { Agent, FormData, request } from 'undici';
import { SharedLogin } from './shared-login';
import { totpSecretOf } from './demonstration-people';

/** The system refused, and asking again will not help. */
export class Refused extends Error {
  constructor(
    readonly problem: Problem,
    readonly what: string,
  ) {
    const { status, code, title, details = {}, traceId } = problem;
    super(`${what}: ${status} ${code} ${title} ${JSON.stringify(details)}, trace ${traceId}`);
    this.name = 'Refused';
  }
}

/** No final answer came before the deadline. */
export class GaveUp extends Error {
  constructor(
    readonly what: string,
    readonly last: string,
  ) {
    super(`${what}: no answer before the deadline; last: ${last}`);
    this.name = 'GaveUp';
  }
}

export interface ClientSettings {
  /** Until when a call is tried again, with the same Idempotency-Key. */
  patienceMillis: number;
  /** How long one try may take. */
  tryMillis: number;
  onRetry: (what: string, why: string) => void;
}

const defaults: ClientSettings = { patienceMillis: 60_000, tryMillis: 12_000, onRetry: () => undefined };

export interface Attachment {
  name: string;
  mediaType: string;
  content: Buffer;
}

interface Sent {
  method: Dispatcher.HttpMethod;
  path: string;
  headers: Record<string, string>;
  /** Made anew for each try, since a form with a file can be read once. */
  body: () => Dispatcher.DispatchOptions['body'] | FormData;
}

type Body = object | undefined;

/**
 * One person signed in at the public API, as scripts use it: acts carry their Idempotency-Key and are sent again with the same key
 * while the system is not reachable, so a lost answer is no lost act and no second one. Where an act asks for the second factor anew, a
 * demonstration person shows it.
 */
export class ApiClient {
  private constructor(
    readonly address: string,
    private readonly login: SharedLogin,
    private readonly session: string,
    private readonly settings: ClientSettings,
    private readonly agent: Agent,
  ) {}

  /** Somebody without an account. */
  static stranger(address: string, settings: Partial<ClientSettings> = {}): ApiClient {
    const nobody = SharedLogin.of(address, '', undefined);
    return new ApiClient(address, nobody, '', { ...defaults, ...settings }, new Agent({ connections: 4, connect: { timeout: 2_000 } }));
  }

  /**
   * Clients of one person share one session in this process.
   * @throws Refused SIGN_IN_REFUSED and the like; GaveUp
   */
  static async signIn(address: string, login: string, password: string, settings: Partial<ClientSettings> = {}): Promise<ApiClient> {
    const agent = new Agent({ connections: 64, connect: { timeout: 2_000 }, pipelining: 1 });
    const shared = SharedLogin.of(address, login, await totpSecretOf(login));
    const as = (session: string) => new ApiClient(address, shared, session, { ...defaults, ...settings }, agent);
    const session = await shared.signedIn(
      (known) => as(known).stands(),
      (code) => as('').begin({ login, password, code }),
    );
    return as(session);
  }

  read<T>(path: string): Promise<T> {
    return this.call<T>({ method: 'GET', path, headers: {}, body: () => null });
  }

  /** An act of a person: one key, however often it must be sent. */
  act<T>(path: string, body: Body = {}, key: string = randomUUID()): Promise<T> {
    return this.write<T>('POST', path, body, key);
  }

  write<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: Body, key: string = randomUUID()): Promise<T> {
    const headers = { 'idempotency-key': key, ...(body === undefined ? {} : json) };
    return this.call<T>({ method, path, headers, body: () => (body === undefined ? null : JSON.stringify(body)) });
  }

  upload<T>(path: string, fields: Record<string, string>, file: Attachment, key: string = randomUUID()): Promise<T> {
    return this.uploadAll<T>(path, fields, { file }, key);
  }

  /** Several files in one request, each under the name of its part. */
  uploadAll<T>(path: string, fields: Record<string, string>, files: Record<string, Attachment>, key: string = randomUUID()): Promise<T> {
    return this.call<T>({ method: 'POST', path, headers: { 'idempotency-key': key }, body: () => formOf(fields, files) });
  }

  /** An act that answers a file, e.g. a slip; the same key sent again may answer JSON. */
  async actForFile(path: string, body: object, key: string = randomUUID()): Promise<Buffer> {
    const headers = { 'idempotency-key': key, ...json };
    return (await this.persist({ method: 'POST', path: apiPath(path), headers, body: () => JSON.stringify(body) })).content;
  }

  async download(path: string): Promise<Buffer> {
    return (await this.persist({ method: 'GET', path: apiPath(path), headers: {}, body: () => null })).content;
  }

  async signOut(): Promise<void> {
    await this.write('DELETE', '/sessions/current');
    this.login.signedOut();
    await this.close();
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }

  private async begin(credentials: object): Promise<string> {
    const { headers } = await this.persist({
      ...{ method: 'POST', path: '/api/v1/sessions', headers: json },
      body: () => JSON.stringify(credentials),
    });
    const session = headers['x-dengke-session'];
    if (typeof session !== 'string') {
      throw new Error('The sign-in gave no session');
    }
    return session;
  }

  private async stands(): Promise<boolean> {
    try {
      await this.read('/me');
      return true;
    } catch (error) {
      if (error instanceof Refused && error.problem.code === 'NOT_SIGNED_IN') {
        return false;
      }
      throw error;
    }
  }

  private async call<T>(sent: Sent): Promise<T> {
    const { content } = await this.persist({ ...sent, path: apiPath(sent.path) });
    return (content.length === 0 ? undefined : JSON.parse(content.toString('utf8'))) as T;
  }

  /** Shows the second factor where it is asked for anew. */
  private async persist(sent: Sent): Promise<{ headers: Record<string, unknown>; content: Buffer }> {
    const seen = this.login.showings;
    try {
      return await this.answer(sent);
    } catch (error) {
      const shown =
        error instanceof Refused &&
        error.problem.code === 'STEP_UP_NEEDED' &&
        (await this.login.showAgain(seen, (code) => this.write('POST', '/sessions/current/second-factor', { code })));
      if (!shown) {
        throw error;
      }
      return this.answer(sent);
    }
  }

  /** Tries until an answer that asking again cannot change. */
  private async answer(sent: Sent): Promise<{ headers: Record<string, unknown>; content: Buffer }> {
    const what = `${sent.method} ${sent.path}`;
    const deadline = Date.now() + this.settings.patienceMillis;
    for (let attempt = 0; ; attempt += 1) {
      const answer = await this.once(sent);
      if ('content' in answer && answer.status < 400) {
        return answer;
      }
      if ('content' in answer && !passing.has(answer.status)) {
        throw new Refused(problemOf(answer.status, answer.content), what);
      }
      const why = 'content' in answer ? reasonOf(problemOf(answer.status, answer.content)) : answer.fault;
      if (Date.now() >= deadline) {
        throw new GaveUp(what, why);
      }
      this.settings.onRetry(what, why);
      await pause(Math.min(1_000, 50 * 2 ** attempt));
    }
  }

  private async once(sent: Sent): Promise<{ status: number; headers: Record<string, unknown>; content: Buffer } | { fault: string }> {
    try {
      const answer = await request(this.address + sent.path, {
        dispatcher: this.agent,
        method: sent.method,
        headers: { ...sent.headers, ...(this.session === '' ? {} : { authorization: `Session ${this.session}` }) },
        body: sent.body() ?? null,
        signal: AbortSignal.timeout(this.settings.tryMillis),
      });
      return { status: answer.statusCode, headers: answer.headers, content: Buffer.from(await answer.body.arrayBuffer()) };
    } catch (error) {
      return { fault: error instanceof Error ? `${error.name} ${error.message}` : String(error) };
    }
  }
}

const json = { 'content-type': 'application/json' };

/** Answers of a system that is busy or partly away: the same question may be asked again. */
const passing = new Set([429, 502, 503, 504]);

const apiPath = (path: string): string => `/api/v1${path}`;

function formOf(fields: Record<string, string>, files: Record<string, Attachment>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    form.append(name, value);
  }
  for (const [part, { content, mediaType, name }] of Object.entries(files)) {
    form.append(part, new Blob([new Uint8Array(content)], { type: mediaType }), name);
  }
  return form;
}

const reasonOf = ({ status, code, details }: Problem): string => [status, code, details?.['service']].filter(Boolean).join(' ');

function problemOf(status: number, content: Buffer): Problem {
  try {
    return JSON.parse(content.toString('utf8')) as Problem;
  } catch {
    const title = content.toString('utf8').slice(0, 200);
    return { type: 'about:blank', title, status, code: 'UNEXPECTED', detail: title, traceId: '' };
  }
}
