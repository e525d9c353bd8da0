import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { DomainError, traceOf } from '@dengke/service-kit';
import { traceparentHeader, traceparentOf } from '@dengke/contract';
import type { Problem } from '@dengke/contract';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Pool } from 'undici';
import { GatewayConfig } from '../config';
import { requestBody } from '../forwarding/request-body';
import { UpstreamsService } from '../forwarding/upstreams.service';
import { LimitsService } from '../limits/limits.service';
import { comesFromOurPages, isSafe } from '../sessions/same-origin';
import { presentedSession } from '../sessions/session-cookie';
import { TokensService } from '../sessions/tokens.service';
import { isForEver, isReading, isRender, pathAtUi } from './ui-paths';
import { policyOf, renderPolicy } from './ui-policy';

type Incoming = Pick<FastifyRequest, 'raw' | 'headers' | 'method' | 'url' | 'ip'>;
interface Outgoing {
  code(status: number): Outgoing;
  headers(values: Record<string, string>): Outgoing;
  send(body: Readable | string): Outgoing;
}

/** What achievements answers who may see workflows (decision 0028). */
const mayLook = '/api/v1/temporal';
const patienceMillis = 10_000;
const passedOn = ['content-type', 'content-encoding', 'vary'] as const;
const isPage = (headers: IncomingHttpHeaders): boolean => headers['content-type']?.startsWith('text/html') === true;

/** The Temporal UI, for whoever may see workflows, to look at. It asks nobody who they are itself, and listens where only this process reaches it. */
@Injectable()
export class TemporalUiService implements OnApplicationShutdown {
  private readonly pool: Pool | null;
  private readonly origin: string;
  private readonly secure: boolean;

  constructor(
    config: GatewayConfig,
    private readonly limits: LimitsService,
    private readonly tokens: TokensService,
    private readonly upstreams: UpstreamsService,
  ) {
    const { temporalUiUrl, publicUrl, tlsCaFile } = config;
    const ca = tlsCaFile === undefined ? {} : { ca: readFileSync(tlsCaFile, 'utf8') };
    this.pool =
      temporalUiUrl === undefined ? null : new Pool(new URL(temporalUiUrl).origin, { connections: 16, connect: { timeout: 2_000, ...ca } });
    this.origin = new URL(publicUrl).origin;
    this.secure = publicUrl.startsWith('https:');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.destroy();
  }

  /** @throws DomainError NOT_SIGNED_IN, NOT_ALLOWED, TOO_MANY_REQUESTS, UNAVAILABLE and what else keeps the caller from looking */
  async show(request: Incoming, reply: Outgoing): Promise<void> {
    const { method, url, headers } = request;
    const session = presentedSession(headers, this.secure);
    this.limits.admit(request.ip, session?.value ?? null);
    if (session === null) {
      throw new DomainError('NOT_SIGNED_IN');
    }
    await this.requireRight(session.value, request);
    if (!isReading(method, url)) {
      throw new DomainError('NOT_ALLOWED', { reason: 'read-only' });
    }
    if (!isSafe(method) && session.from === 'cookie' && !comesFromOurPages(headers, this.origin)) {
      throw new DomainError('NOT_ALLOWED', { reason: 'cross-origin' });
    }
    const answer = await this.asked(request);
    const passed = Object.fromEntries(
      passedOn.flatMap((name) => (typeof answer.headers[name] === 'string' ? [[name, answer.headers[name]]] : [])),
    );
    void reply
      .code(answer.statusCode)
      .headers({ ...passed, 'cache-control': isForEver(url) ? 'private, max-age=31536000, immutable' : 'no-store' });
    if (!isPage(answer.headers)) {
      void reply.send(answer.body);
      return;
    }
    const html = await answer.body.text();
    void reply.headers({ 'content-security-policy': isRender(url) ? renderPolicy : policyOf(html) }).send(html);
  }

  /** Achievements judges by the person's token, as it does for whatever it opens. */
  private async requireRight(session: string, { raw }: Incoming): Promise<void> {
    const trace = traceOf(raw);
    const token = await this.tokens.tokenFor(session, trace);
    const headers = { authorization: `Bearer ${token}`, [traceparentHeader]: traceparentOf(trace) };
    const { status, text } = await this.upstreams.ask('achievements', {
      ...{ method: 'GET', path: mayLook, headers, content: null, upload: false, harmless: true },
    });
    if (status === 401 || status === 403) {
      const { code, details } = JSON.parse(text) as Problem;
      throw DomainError.passedOn(code, details);
    }
    if (status !== 204) {
      throw new DomainError('UNAVAILABLE', { service: 'achievements', status });
    }
  }

  /** Of what the browser sent only what the UI needs: no cookie, no token, no word that would make another method of this one. */
  private async asked({ method, url, headers, raw }: Incoming) {
    const { content } = await requestBody(raw);
    const sent: Record<string, string> = { accept: headers.accept ?? '*/*' };
    if (isForEver(url) && typeof headers['accept-encoding'] === 'string') {
      sent['accept-encoding'] = headers['accept-encoding'];
    }
    if (!isSafe(method)) {
      // Its own guard against other sites compares the two; ours has judged the origin.
      Object.assign(sent, { 'content-type': 'application/json', cookie: '_csrf=gateway', 'x-csrf-token': 'gateway' });
    }
    try {
      return await this.ui.request({
        ...{ method, path: pathAtUi(url), headers: sent, body: content },
        ...{ headersTimeout: patienceMillis, bodyTimeout: patienceMillis },
      });
    } catch (error) {
      throw error instanceof DomainError ? error : new DomainError('UNAVAILABLE', { service: 'temporal-ui' });
    }
  }

  private get ui(): Pool {
    if (this.pool === null) {
      throw new DomainError('NOT_FOUND');
    }
    return this.pool;
  }
}
