import { serviceSecretHeader, traceparentHeader, traceparentOf } from '@dengke/contract';
import type { TraceContext } from '@dengke/contract';
import { DomainError, SecurityClock } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { GatewayConfig } from '../config';
import { UpstreamsService } from '../forwarding/upstreams.service';

/** A token lives for 30 s; handed out this long it has life enough for any hop (decision 0005). */
const servesMillis = 10_000;

interface Kept {
  token: Promise<string>;
  until: number;
}

/**
 * Asks accounts who is calling: an opaque session in, the token that accounts signed for the person out (decision 0005). A token serves the
 * session's next requests for a moment: plain reads may lag behind accounts, acts ask it again by themselves.
 */
@Injectable()
export class TokensService {
  private readonly headers: Record<string, string>;
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly upstreams: UpstreamsService,
    private readonly clock: SecurityClock,
    config: GatewayConfig,
  ) {
    this.headers = { [serviceSecretHeader]: config.serviceSecret, 'content-type': 'application/json' };
  }

  /** @throws DomainError NOT_SIGNED_IN when the session is unknown, ended or expired; UNAVAILABLE when accounts is away */
  tokenFor(session: string, trace: TraceContext): Promise<string> {
    const now = this.clock.millis();
    const kept = this.kept.get(session);
    if (kept !== undefined && now < kept.until) {
      return kept.token;
    }
    this.forgetOld(now);
    const token = this.minted(session, trace);
    this.kept.set(session, { token, until: now + servesMillis });
    token.catch(() => this.forget(session));
    return token;
  }

  /** The session has changed or ended: the next request asks anew. */
  forget(session: string): void {
    this.kept.delete(session);
  }

  private async minted(session: string, trace: TraceContext): Promise<string> {
    const { status, text } = await this.upstreams.ask('accounts', {
      method: 'POST',
      path: '/internal/token',
      headers: { ...this.headers, [traceparentHeader]: traceparentOf(trace) },
      content: JSON.stringify({ session }),
      upload: false,
      harmless: true,
    });
    if (status === 401) {
      throw new DomainError('NOT_SIGNED_IN');
    }
    if (status >= 300) {
      throw new DomainError('UNAVAILABLE', { service: 'accounts', status });
    }
    return (JSON.parse(text) as { token: string }).token;
  }

  /** Sessions are kept in the order of their tokens, the oldest first. */
  private forgetOld(now: number): void {
    for (const [session, { until }] of this.kept) {
      if (now < until) {
        return;
      }
      this.kept.delete(session);
    }
  }
}
