import { Injectable } from '@nestjs/common';
import { InboxService } from '../inbox/inbox.service';
import { MailOutboxService } from '../mail/mail-outbox.service';
import { RemindersService } from '../reminders/reminders.service';
import { DeadMailDto } from './told.dto';
import type { MessageToldDto, ToldDto } from './told.dto';

const MOST_DEAD = 200;

/** The account of what was told, for the season, the invariants and operators. */
@Injectable()
export class ToldService {
  constructor(
    private readonly inbox: InboxService,
    private readonly mails: MailOutboxService,
    private readonly reminders: RemindersService,
  ) {}

  async count(): Promise<ToldDto> {
    const [messages, mails, { reminders, digests }] = await Promise.all([this.inbox.count(), this.mails.counts(), this.reminders.counts()]);
    return { messages, mails, reminders, digests };
  }

  /** Mails that gather a day's arrivals are nobody's submission alone. */
  async of(serial: string): Promise<MessageToldDto[]> {
    const facts = `submission/${serial}#`;
    const [messages, mails] = await Promise.all([this.inbox.about(facts), this.mails.about(facts)]);
    const keyOf = (one: { eventKey: string; recipientId: string }): string => `${one.eventKey} ${one.recipientId}`;
    const states = new Map(mails.map((mail) => [keyOf(mail), mail.state]));
    return messages.map((message) => {
      const { at, kind, recipientId, readAt } = message;
      return { at, kind, recipientId, readAt, mail: states.get(keyOf(message)) ?? null };
    });
  }

  async deadMails(): Promise<DeadMailDto[]> {
    return (await this.mails.dead(MOST_DEAD)).map((mail) => DeadMailDto.of(mail));
  }
}
