import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { BackgroundLoop, faultFields, Log, SecurityClock } from '@dengke/service-kit';
import { Letters } from './letters';
import { MailBell } from './mail-bell';
import { MailOutboxService } from './mail-outbox.service';
import type { HeldMail } from './mail-outbox.service';
import { MailServer } from './mail-server';
import type { Answer } from './mail-server';
import { MailSettling } from './mail-settling.service';

/** So many letters are on their way at once: one that is refused or slow holds up its own lane only. */
export const LANES = 6;
/** Taken together, for the lanes to work off. */
const AT_ONCE = 60;
/** One is begun after another no sooner, so that whoever is served by the same process waits for none of them: a working day's digests take their minute. */
const PACE_MS = 8;
const LOOK_EVERY_MS = 1_000;
const LONGEST_AWAY_MS = 30_000;

/**
 * Hands the outbox to the mail server. What a killed sender held is sent again after its lease, with the same Message-ID: SMTP can do
 * no better (docs/messages.md, “Once”). While the server is away one letter at a time tries the door.
 */
@Injectable()
export class MailSender implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly held: HeldMail[] = [];
  private readonly underWay = new Set<Promise<void>>();
  private readonly loop: BackgroundLoop;
  /** Host milliseconds at which the next may begin. */
  private nextMs = 0;
  private starting: NodeJS.Timeout | undefined;
  /** How often in a row the server was found away. */
  private away = 0;

  constructor(
    private readonly outbox: MailOutboxService,
    private readonly settling: MailSettling,
    private readonly server: MailServer,
    private readonly letters: Letters,
    private readonly bell: MailBell,
    private readonly clock: SecurityClock,
    private readonly log: Log,
  ) {
    this.loop = new BackgroundLoop('Sending mails', () => this.step(), log);
  }

  onApplicationBootstrap(): void {
    this.bell.onRing(() => this.hurry());
    this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
    clearTimeout(this.starting);
    const unsent = this.held.splice(0);
    await Promise.all([...this.underWay, this.outbox.giveBack(unsent)]);
    this.server.close();
  }

  private get lanes(): number {
    return this.away === 0 ? LANES : 1;
  }

  private async step(): Promise<number> {
    if (this.held.length === 0 && this.underWay.size < this.lanes) {
      this.held.push(...(await this.outbox.take(this.away === 0 ? AT_ONCE : 1)));
    }
    this.startHeld();
    return this.away === 0 ? LOOK_EVERY_MS : Math.min(LOOK_EVERY_MS * 2 ** (this.away - 1), LONGEST_AWAY_MS);
  }

  private hurry(): void {
    if (this.away === 0) {
      this.loop.ring();
    }
  }

  /** What has waited for a lane until its lease is nearly over is left to be taken again: nobody else must hold what is on its way. */
  private startHeld(): void {
    clearTimeout(this.starting);
    while (this.held.length > 0 && this.underWay.size < this.lanes) {
      const early = this.nextMs - this.clock.millis();
      if (early > 0) {
        this.starting = setTimeout(() => this.startHeld(), early);
        return;
      }
      const next = this.held.shift();
      if (next !== undefined && this.outbox.isSurelyHeld(next)) {
        this.start(next);
      }
    }
  }

  private start(held: HeldMail): void {
    this.nextMs = Math.max(this.nextMs + PACE_MS, this.clock.millis());
    const sending: Promise<void> = this.deliver(held)
      .catch((error: unknown) =>
        this.log.error('A mail is not settled and goes again after its lease', { mail: held.mail.id, ...faultFields(error) }),
      )
      .finally(() => {
        this.underWay.delete(sending);
        this.startHeld();
        this.hurry();
      });
    this.underWay.add(sending);
  }

  private async deliver(held: HeldMail): Promise<void> {
    const before = this.away;
    const answer = await this.send(held);
    this.away = answer.kind === 'away' ? before + 1 : answer.kind === 'not-ready' ? before : 0;
    const { state } = await this.settling.settle(held.mail, answer);
    if (state === 'dead') {
      this.log.error('A mail is a dead letter', { mail: held.mail.id, answer: answer.kind });
    }
  }

  private async send(held: HeldMail): Promise<Answer> {
    const letter = await this.letters.of(held);
    return 'kind' in letter ? letter : this.server.send(letter);
  }
}
