import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { BackgroundLoop, DomainError, Log, Services } from '@dengke/service-kit';
import { SmsOutboxService } from './sms-outbox.service';
import type { SmsAnswer } from './sms-port';
import { SmsPort } from './sms-port';
import type { Sms } from './sms.entity';

const AT_ONCE = 20;
const LOOK_EVERY_MS = 2_000;

/** Hands the outbox to the provider. The mobile is asked of accounts for this one sending, and said nowhere else (P8). */
@Injectable()
export class SmsSender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: BackgroundLoop;

  constructor(
    private readonly outbox: SmsOutboxService,
    private readonly port: SmsPort,
    private readonly services: Services,
    log: Log,
  ) {
    this.loop = new BackgroundLoop('Sending SMS', () => this.step(), log);
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  private async step(): Promise<number> {
    const held = await this.outbox.take(AT_ONCE);
    for (const sms of held) {
      await this.outbox.settle(sms, await this.send(sms));
    }
    return held.length === AT_ONCE ? 0 : LOOK_EVERY_MS;
  }

  private async send({ eventKey, recipientId, text }: Sms): Promise<SmsAnswer> {
    const to = await this.mobileOf(recipientId);
    if (to === undefined) {
      return { kind: 'away' };
    }
    return to === null
      ? { kind: 'refused', forGood: true, word: 'no-mobile' }
      : this.port.send({ key: `${eventKey}/${recipientId}`, to, text });
  }

  /** Null: there is none; undefined: accounts cannot say now. */
  private async mobileOf(personId: string): Promise<string | null | undefined> {
    try {
      const { mobile } = await this.services.accounts.get<{ mobile: string | null }>(
        `/internal/people/${encodeURIComponent(personId)}/mobile`,
      );
      return mobile;
    } catch (error) {
      if (!(error instanceof DomainError)) {
        throw error;
      }
      return error.code === 'NOT_FOUND' ? null : undefined;
    }
  }
}
