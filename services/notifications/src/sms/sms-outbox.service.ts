import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { BusinessClock, inTransaction, SecurityClock, toDatabase } from '@dengke/service-kit';
import { ChannelsService } from '../channels/channels.service';
import { NotificationsConfig } from '../config';
import type { SmsAnswer } from './sms-port';
import { Sms } from './sms.entity';

/** What a mail says, as far as an SMS does. */
export interface NewSms {
  eventKey: string;
  recipientId: string;
  kind: string;
  subject: string;
}

const LEASE_SECONDS = 60;
const LONGEST_REST_SECONDS = 3_600;
const SIGNATURE = '【登科】';

@Injectable()
export class SmsOutboxService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: SecurityClock,
    private readonly business: BusinessClock,
    private readonly channels: ChannelsService,
    private readonly patience: NotificationsConfig,
  ) {}

  /** In the transaction of what they tell, for those who have chosen SMS for its topic; one that is already there stays as it is. */
  async add(manager: EntityManager, told: readonly NewSms[]): Promise<void> {
    const wanted = await this.channels.wanted(manager, 'sms', told);
    if (wanted.length === 0) {
      return;
    }
    const now = toDatabase(this.clock.now());
    await manager.query(
      `INSERT INTO sms_outbox (eventKey, recipientId, text, state, attempts, nextAttemptAt) VALUES ?
       ON DUPLICATE KEY UPDATE eventKey = sms_outbox.eventKey`,
      [wanted.map(({ eventKey, recipientId, subject }) => [eventKey, recipientId, `${SIGNATURE}${subject}`, 'waiting', 0, now])],
    );
  }

  /** Takes what may go next, for a minute; what meets quiet hours is put off to their end. */
  async take(most: number): Promise<Sms[]> {
    const now = await this.business.read();
    return inTransaction(this.database, async (manager) => {
      const due = await manager
        .createQueryBuilder(Sms, 'sms')
        .where("sms.state = 'waiting' AND sms.nextAttemptAt <= :host", { host: toDatabase(this.clock.now()) })
        .andWhere('(sms.notBefore IS NULL OR sms.notBefore <= :now)', { now: toDatabase(now) })
        .orderBy('sms.nextAttemptAt')
        .addOrderBy('sms.id')
        .limit(most)
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getMany();
      const people = due.map(({ recipientId }) => recipientId);
      const quiet = await this.channels.quietNow(manager, people, now);
      for (const { id, recipientId } of due.filter((sms) => quiet.has(sms.recipientId))) {
        await manager.update(Sms, { id }, { notBefore: quiet.get(recipientId) ?? null });
      }
      const held = due.filter(({ recipientId }) => !quiet.has(recipientId));
      if (held.length > 0) {
        await manager.update(Sms, { id: In(held.map(({ id }) => id)) }, { nextAttemptAt: this.clock.inSeconds(LEASE_SECONDS) });
      }
      return held;
    });
  }

  async settle(sms: Sms, answer: SmsAnswer): Promise<void> {
    await this.database.manager.update(Sms, { id: sms.id, state: 'waiting' }, this.outcomeOf(sms, answer));
  }

  private outcomeOf(sms: Sms, answer: SmsAnswer): Partial<Sms> {
    switch (answer.kind) {
      case 'accepted':
        return { state: 'sent', lastAnswer: 'accepted' };
      case 'away':
        return { nextAttemptAt: this.clock.inSeconds(this.patience.mailBackoffSeconds), lastAnswer: 'away' };
      case 'refused': {
        const attempts = sms.attempts + 1;
        const over = answer.forGood || attempts >= this.patience.mailAttempts;
        const seconds = Math.min(this.patience.mailBackoffSeconds * 2 ** (attempts - 1), LONGEST_REST_SECONDS);
        return { attempts, lastAnswer: answer.word, ...(over ? { state: 'dead' } : { nextAttemptAt: this.clock.inSeconds(seconds) }) };
      }
    }
  }
}
