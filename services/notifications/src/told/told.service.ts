import { Injectable } from '@nestjs/common';
import { InboxService } from '../inbox/inbox.service';
import { MailOutboxService } from '../mail/mail-outbox.service';
import { RemindersService } from '../reminders/reminders.service';
import { DeadMailDto } from './told.dto';
import type { ToldDto } from './told.dto';

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

  async deadMails(): Promise<DeadMailDto[]> {
    return (await this.mails.dead(MOST_DEAD)).map((mail) => DeadMailDto.of(mail));
  }
}
