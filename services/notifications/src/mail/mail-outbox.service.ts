import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, Like, Not } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { topicOf } from '@dengke/contract';
import type { Instant } from '@dengke/contract';
import { afterCommit, BusinessClock, inTransaction, SecurityClock, toDatabase } from '@dengke/service-kit';
import { BouncesService } from '../channels/bounces.service';
import { ChannelsService } from '../channels/channels.service';
import { MailBell } from './mail-bell';
import { Mail } from './mail.entity';
import { Recipient } from '../recipients/recipient.entity';

export interface NewMail {
  eventKey: string;
  recipientId: string;
  /** As of the message in the inbox; the day's first where one mail stands for several. */
  kind: string;
  subject: string;
  body: string;
  at: Instant;
  /** Of a mail that hands over a login: its one-time link, and who issued it. */
  link?: { id: string; issuedBy: string | null };
}

/** A mail in a sender's hands, with the person it goes to as the replica knows him now. */
export interface HeldMail {
  mail: Mail;
  recipient: Recipient | null;
  /** His address was refused for good. */
  bounced: boolean;
  /** Host milliseconds until which nobody else takes it. */
  untilMs: number;
}

const LEASE_SECONDS = 120;
/** Longer than any sending. */
const SENDING_MS = 45_000;

@Injectable()
export class MailOutboxService {
  /** How much is being written that comes before every mail. */
  private writing = 0;

  constructor(
    private readonly database: DataSource,
    private readonly clock: SecurityClock,
    private readonly bell: MailBell,
    private readonly business: BusinessClock,
    private readonly channels: ChannelsService,
    private readonly bounces: BouncesService,
  ) {}

  /**
   * In the transaction of what they tell; a mail that is already there stays as it is. People without an address that takes mail, and those
   * who have left the topic, have their inbox.
   */
  async add(manager: EntityManager, mails: readonly NewMail[]): Promise<void> {
    const addressed = await this.addressed(manager, await this.channels.wanted(manager, 'mail', mails));
    if (addressed.length === 0) {
      return;
    }
    const now = toDatabase(this.clock.now());
    const rows = addressed.map((mail) => [
      mail.eventKey,
      mail.recipientId,
      mail.subject,
      mail.body,
      mail.link?.id ?? null,
      mail.link?.issuedBy ?? null,
      topicOf(mail.kind),
      toDatabase(mail.at),
      'waiting',
      0,
      0,
      now,
    ]);
    await manager.query(
      `INSERT INTO mail_outbox (eventKey, recipientId, subject, body, linkId, issuedBy, topic, at, state, attempts, unanswered, nextAttemptAt) VALUES ?
       ON DUPLICATE KEY UPDATE eventKey = mail_outbox.eventKey`,
      [rows],
    );
    afterCommit(manager, () => this.bell.ring());
  }

  /** Meanwhile no mail is taken: what many mails come of is written sooner, and they go out at their pace after it. */
  async heldBackWhile<T>(write: () => Promise<T>): Promise<T> {
    this.writing += 1;
    try {
      return await write();
    } finally {
      this.writing -= 1;
      this.bell.ring();
    }
  }

  /**
   * Takes the mails that may go next, for two minutes; a sender that dies gives them back by that. Those that meet
   * their reader's quiet hours are put off to the end of them.
   */
  async take(most: number): Promise<HeldMail[]> {
    if (this.writing > 0) {
      return [];
    }
    const now = await this.business.read();
    return inTransaction(this.database, async (manager) => {
      for (;;) {
        const mails = await this.due(manager, most, now);
        const heldBack = await this.channels.quietNow(
          manager,
          mails.map(({ recipientId }) => recipientId),
          now,
        );
        const free = mails.filter(({ recipientId }) => !heldBack.has(recipientId));
        for (const mail of mails.filter(({ recipientId }) => heldBack.has(recipientId))) {
          await manager.update(Mail, { id: mail.id }, { notBefore: heldBack.get(mail.recipientId) ?? null });
        }
        if (mails.length === 0 || free.length > 0) {
          return this.hold(manager, free);
        }
      }
    });
  }

  /** Whether it can be sent before anybody else may take it. */
  isSurelyHeld({ untilMs }: HeldMail): boolean {
    return this.clock.millis() + SENDING_MS < untilMs;
  }

  /** What was taken and not begun may be taken at once. */
  async giveBack(held: readonly HeldMail[]): Promise<void> {
    if (held.length > 0) {
      const nextAttemptAt = this.clock.now();
      await this.database.manager.update(Mail, { id: In(held.map(({ mail }) => mail.id)), state: 'waiting' }, { nextAttemptAt });
    }
  }

  /** How many wait and how many were given up. */
  async counts(): Promise<Record<Mail['state'], number>> {
    const rows = await this.database.query<{ state: Mail['state']; mails: number }[]>(
      'SELECT state, COUNT(*) AS mails FROM mail_outbox GROUP BY state',
    );
    return { waiting: 0, sent: 0, dead: 0, ...Object.fromEntries(rows.map(({ state, mails }) => [state, Number(mails)])) };
  }

  /** Of what happened to one thing: event keys that begin so. */
  about(eventKeys: string): Promise<Mail[]> {
    return this.database.manager.find(Mail, { where: { eventKey: Like(`${eventKeys}%`) }, order: { id: 'ASC' } });
  }

  /** The dead letters (死信), newest first: ids and the server's last word, no address. */
  dead(limit: number): Promise<Mail[]> {
    return this.database.manager.find(Mail, { where: { state: 'dead' }, order: { id: 'DESC' }, take: limit });
  }

  private due(manager: EntityManager, most: number, now: Instant): Promise<Mail[]> {
    return manager
      .createQueryBuilder(Mail, 'mail')
      .where("mail.state = 'waiting' AND mail.nextAttemptAt <= :host", { host: toDatabase(this.clock.now()) })
      .andWhere('(mail.notBefore IS NULL OR mail.notBefore <= :now)', { now: toDatabase(now) })
      .orderBy('mail.nextAttemptAt')
      .addOrderBy('mail.id')
      .limit(most)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
  }

  private async hold(manager: EntityManager, mails: readonly Mail[]): Promise<HeldMail[]> {
    if (mails.length === 0) {
      return [];
    }
    const untilMs = this.clock.millis() + LEASE_SECONDS * 1_000;
    await manager.update(Mail, { id: In(mails.map(({ id }) => id)) }, { nextAttemptAt: this.clock.inSeconds(LEASE_SECONDS) });
    const found = await manager.findBy(Recipient, { personId: In(mails.map(({ recipientId }) => recipientId)) });
    const recipients = new Map(found.map((recipient) => [recipient.personId, recipient]));
    const bounced = await this.bounces.among(manager, found);
    return mails.map((mail) => ({
      mail,
      recipient: recipients.get(mail.recipientId) ?? null,
      bounced: bounced.has(mail.recipientId),
      untilMs,
    }));
  }

  private async addressed(manager: EntityManager, mails: readonly NewMail[]): Promise<readonly NewMail[]> {
    if (mails.length === 0) {
      return mails;
    }
    const people = await manager.findBy(Recipient, { personId: In(mails.map(({ recipientId }) => recipientId)), mail: Not(IsNull()) });
    const bounced = await this.bounces.among(manager, people);
    const reachable = new Set(people.map(({ personId }) => personId).filter((personId) => !bounced.has(personId)));
    return mails.filter(({ recipientId }) => reachable.has(recipientId));
  }
}
