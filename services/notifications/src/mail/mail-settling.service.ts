import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BusinessClock, inTransaction, SecurityClock, toDatabase } from '@dengke/service-kit';
import { BouncesService } from '../channels/bounces.service';
import { NotificationsConfig } from '../config';
import type { Answer } from './mail-server';
import { Mail } from './mail.entity';

const LONGEST_REST_SECONDS = 3_600;
/** The first may have been lost or delivered; after the second there may be one duplicate already, and no third is risked. */
const MOST_UNANSWERED = 2;

/** Writes down what became of a mail. A mail server that is away costs it nothing but time. */
@Injectable()
export class MailSettling {
  /** What is noted next, while the note before it is under way. */
  private gathered: { ids: number[]; noted: Promise<void> } | undefined;
  private before: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    private readonly clock: SecurityClock,
    private readonly business: BusinessClock,
    private readonly bounces: BouncesService,
    private readonly patience: NotificationsConfig,
  ) {}

  async settle(mail: Mail, answer: Answer): Promise<Pick<Mail, 'state'>> {
    if (answer.kind === 'accepted') {
      await this.settleSent(mail.id);
      return { state: 'sent' };
    }
    const outcome = this.outcomeOf(mail, answer);
    const [bounced, linkLost] = [answer.kind === 'refused' && answer.atAddress === true, outcome.state === 'dead' && mail.linkId !== null];
    if (bounced || linkLost) {
      await this.settleTold(mail, outcome, { bounced, linkLost });
    } else {
      await inTransaction(this.database, (manager) => manager.update(Mail, { id: mail.id, state: 'waiting' }, outcome));
    }
    return { state: outcome.state ?? 'waiting' };
  }

  /** Those that are accepted while others are being noted share the next statement, and with it one commit. */
  private settleSent(id: number): Promise<void> {
    if (this.gathered === undefined) {
      const ids: number[] = [];
      const noted = this.before.then(() => {
        this.gathered = undefined;
        return this.noteSent(ids);
      });
      this.gathered = { ids, noted };
      this.before = noted.catch(() => undefined);
    }
    this.gathered.ids.push(id);
    return this.gathered.noted;
  }

  /** Noted for certain, whoever else writes to the outbox: what is not noted is sent again. */
  private async noteSent(ids: readonly number[]): Promise<void> {
    await inTransaction(this.database, (manager) =>
      manager.query("UPDATE mail_outbox SET state = 'sent', lastAnswer = 'accepted', settledAt = ? WHERE id IN (?) AND state = 'waiting'", [
        toDatabase(this.clock.now()),
        ids,
      ]),
    );
  }

  private outcomeOf(mail: Mail, answer: Exclude<Answer, { kind: 'accepted' }>): Partial<Mail> {
    const settledAt = this.clock.now();
    switch (answer.kind) {
      case 'away':
      case 'not-ready':
        return { nextAttemptAt: this.clock.inSeconds(this.patience.mailBackoffSeconds), lastAnswer: answer.kind };
      case 'no-answer': {
        const unanswered = mail.unanswered + 1;
        const over = unanswered >= MOST_UNANSWERED;
        return { unanswered, lastAnswer: 'no-answer', ...(over ? { state: 'dead', settledAt } : this.rest(unanswered)) };
      }
      case 'refused': {
        const attempts = mail.attempts + 1;
        const over = answer.forGood || attempts >= this.patience.mailAttempts;
        return { attempts, lastAnswer: answer.word, ...(over ? { state: 'dead', settledAt } : this.rest(attempts)) };
      }
    }
  }

  private async settleTold(mail: Mail, outcome: Partial<Mail>, told: { bounced: boolean; linkLost: boolean }): Promise<void> {
    const at = await this.business.read();
    await inTransaction(this.database, async (manager) => {
      await manager.update(Mail, { id: mail.id, state: 'waiting' }, outcome);
      if (told.bounced) {
        await this.bounces.mark(manager, mail.recipientId, { eventKey: `bounce/${mail.id}`, answer: outcome.lastAnswer ?? '', at });
      }
      if (told.linkLost) {
        await this.bounces.tellIssuer(manager, { ...mail, at });
      }
    });
  }

  private rest(times: number): Partial<Mail> {
    const seconds = Math.min(this.patience.mailBackoffSeconds * 2 ** (times - 1), LONGEST_REST_SECONDS);
    return { nextAttemptAt: this.clock.inSeconds(seconds) };
  }
}
