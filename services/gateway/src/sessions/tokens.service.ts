import { serviceSecretHeader } from '@dengke/contract';
import { DomainError, traceHeader } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { GatewayConfig } from '../config';
import { UpstreamsService } from '../forwarding/upstreams.service';

/** Asks accounts who is calling: an opaque session in, the token that accounts signed for the person out (design §6). */
@Injectable()
export class TokensService {
  private readonly headers: Record<string, string>;

  constructor(
    private readonly upstreams: UpstreamsService,
    config: GatewayConfig,
  ) {
    this.headers = { [serviceSecretHeader]: config.serviceSecret, 'content-type': 'application/json' };
  }

  /** @throws DomainError NOT_SIGNED_IN when the session is unknown, ended or expired; UNAVAILABLE when accounts is away */
  async tokenFor(session: string, traceId: string): Promise<string> {
    const answer = await this.upstreams.send('accounts', {
      method: 'POST',
      path: '/internal/token',
      headers: { ...this.headers, [traceHeader]: traceId },
      content: JSON.stringify({ session }),
      upload: false,
      harmless: true,
    });
    if (answer.statusCode === 401) {
      await answer.body.dump();
      throw new DomainError('NOT_SIGNED_IN');
    }
    if (answer.statusCode >= 300) {
      await answer.body.dump();
      throw new DomainError('UNAVAILABLE', { service: 'accounts', status: answer.statusCode });
    }
    const { token } = (await answer.body.json()) as { token: string };
    return token;
  }
}
