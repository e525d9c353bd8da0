import { Injectable } from '@nestjs/common';
import { PersonalData } from '@dengke/service-kit';
import { UnsubscribingService } from '../channels/unsubscribing.service';
import { NotificationsConfig } from '../config';
import { Links } from './links';
import type { HeldMail } from './mail-outbox.service';
import type { Answer, Letter } from './mail-server';
import { letter, messageIdOf } from './mail-text';
import { MailWords } from './mail-words';

/** The letter that a mail becomes at the moment it is sent, or what becomes of the mail without one. */
@Injectable()
export class Letters {
  private readonly domain: string;

  constructor(
    config: NotificationsConfig,
    private readonly words: MailWords,
    private readonly links: Links,
    private readonly unsubscribing: UnsubscribingService,
    private readonly personal: PersonalData,
  ) {
    this.domain = new URL(config.publicUrl).hostname;
  }

  async of({ mail, recipient, bounced }: HeldMail): Promise<Letter | Answer> {
    if (!recipient?.mail || bounced) {
      return { kind: 'refused', forGood: true, word: bounced ? 'bounced' : 'no-address' };
    }
    const body = await this.words.of(mail);
    if (typeof body !== 'string') {
      return body;
    }
    const { name, personId } = recipient;
    const token = mail.topic === null ? null : this.unsubscribing.tokenFor(personId, mail.topic);
    return {
      messageId: messageIdOf(mail.eventKey, mail.recipientId, this.domain),
      to: this.personal.open('recipient.mail', personId, recipient.mail),
      subject: mail.subject,
      text: letter({ name, body, at: mail.at, leave: token === null ? null : this.links.channels(token) }),
      at: mail.at,
      unsubscribe: token === null ? null : this.links.unsubscribe(token),
    };
  }
}
