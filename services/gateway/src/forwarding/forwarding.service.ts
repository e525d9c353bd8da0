import type { OutgoingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { DomainError, traceOf } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { GatewayConfig } from '../config';
import { LimitsService } from '../limits/limits.service';
import { comesFromBrowser, comesFromOurPages, isSafe } from '../sessions/same-origin';
import type { PresentedSession } from '../sessions/session-cookie';
import { forgetSession, keepSession, presentedSession } from '../sessions/session-cookie';
import { TokensService } from '../sessions/tokens.service';
import { headersToCaller, headersToService, sessionHeader } from './headers';
import { requestBody } from './request-body';
import type { UpstreamName } from './upstream-services';
import { isSentByAnybody, RouteNames, upstreamFor } from './upstream-services';
import type { Answer } from './upstreams.service';
import { eventStream, UpstreamsService } from './upstreams.service';

/** What of Fastify's request we look at. */
type Incoming = Pick<FastifyRequest, 'raw' | 'headers' | 'method' | 'url' | 'ip'>;
interface Outgoing {
  code(status: number): Outgoing;
  header(name: string, value: string): Outgoing;
  headers(values: OutgoingHttpHeaders): Outgoing;
  send(body: Readable): Outgoing;
}

/** Signing in needs no session, and one that has ended must not stand in its way. */
const signIn = '/api/v1/sessions';

/** A file that arrives in pieces (tus): whoever sends the next ends the connection on which the last one hangs, so all go to one replica. */
const pieceOf = ({ headers, url }: Incoming): string | undefined => (headers['tus-resumable'] === undefined ? undefined : url);

/** One request through: who calls, may they go on, the service's answer. No rule of the business is known here. */
@Injectable()
export class ForwardingService {
  readonly names = new RouteNames();
  private readonly origin: string;
  private readonly secure: boolean;
  private readonly secret: string;

  constructor(
    config: GatewayConfig,
    private readonly limits: LimitsService,
    private readonly tokens: TokensService,
    private readonly upstreams: UpstreamsService,
  ) {
    this.origin = new URL(config.publicUrl).origin;
    this.secret = config.serviceSecret;
    this.secure = config.publicUrl.startsWith('https:');
  }

  /** @throws DomainError NOT_FOUND, TOO_MANY_REQUESTS, NOT_ALLOWED, NOT_SIGNED_IN, FILE_TOO_LARGE, BUSY, UNAVAILABLE */
  async forward(request: Incoming, reply: Outgoing): Promise<void> {
    const name = upstreamFor(request.url);
    if (name === null) {
      throw new DomainError('NOT_FOUND');
    }
    const session = presentedSession(request.headers, this.secure);
    this.limits.admit(request.ip, session?.value ?? null);
    if (request.method === 'POST' && isSentByAnybody(request.url)) {
      this.limits.admitSending(request.ip);
    }
    this.requireOurPages(request, session);
    const token = await this.tokenFor(request, reply, session);
    const answer = await this.send(name, request, token).finally(() => this.forgetChanged(name, request, session));
    this.pass(answer, name, request, reply);
  }

  private requireOurPages({ method, headers }: Incoming, session: PresentedSession | null): void {
    const byCookie = session?.from === 'cookie' || (session === null && comesFromBrowser(headers));
    if (!isSafe(method) && byCookie && !comesFromOurPages(headers, this.origin)) {
      throw new DomainError('NOT_ALLOWED', { reason: 'cross-origin' });
    }
  }

  private async tokenFor(request: Incoming, reply: Outgoing, session: PresentedSession | null): Promise<string | null> {
    if (session === null || (request.method === 'POST' && request.url === signIn)) {
      return null;
    }
    try {
      return await this.tokens.tokenFor(session.value, traceOf(request.raw));
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_SIGNED_IN' && session.from === 'cookie') {
        void reply.header('set-cookie', forgetSession(this.secure));
      }
      throw error;
    }
  }

  /** Signing out, a new password or another position: whatever accounts was told to do may have changed what the token says. */
  private forgetChanged(name: UpstreamName, { method }: Incoming, session: PresentedSession | null): void {
    if (name === 'accounts' && session !== null && !isSafe(method)) {
      this.tokens.forget(session.value);
    }
  }

  private async send(name: UpstreamName, request: Incoming, token: string | null): Promise<Answer> {
    const { content, upload } = await requestBody(request.raw);
    const headers = headersToService(request.headers, {
      address: request.ip,
      host: request.headers.host ?? '',
      proto: this.secure ? 'https' : 'http',
      trace: traceOf(request.raw),
      token,
      secret: name === 'accounts' ? this.secret : null,
    });
    return this.upstreams.send(name, {
      method: request.method,
      path: request.url,
      headers,
      content,
      upload,
      together: pieceOf(request),
      harmless: isSafe(request.method),
    });
  }

  private pass(answer: Answer, name: UpstreamName, request: Incoming, reply: Outgoing): void {
    this.names.note(request.url, answer.statusCode);
    void reply.header('cache-control', 'no-store').code(answer.statusCode).headers(headersToCaller(answer.headers));
    if (answer.headers['content-type'] === eventStream) {
      // Its end is the end of the connection too, so that nobody waits for one that is over.
      void reply.header('connection', 'close');
    }
    if (name === 'accounts') {
      this.passSession(answer, request, reply);
    }
    void reply.send(answer.body);
  }

  /** Accounts begins a session by naming it in its answer, and ends the caller's own by an empty name. */
  private passSession(answer: Answer, request: Incoming, reply: Outgoing): void {
    const session = answer.headers[sessionHeader];
    if (typeof session !== 'string') {
      return;
    }
    if (session === '') {
      void reply.header('set-cookie', forgetSession(this.secure));
      return;
    }
    void reply.header('set-cookie', keepSession(session, this.secure));
    if (!comesFromBrowser(request.headers)) {
      void reply.header(sessionHeader, session);
    }
  }
}
