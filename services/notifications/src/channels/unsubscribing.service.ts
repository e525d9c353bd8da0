import { Injectable } from '@nestjs/common';
import { messageTopics, topicRules } from '@dengke/contract';
import type { MessageTopic } from '@dengke/contract';
import { DomainError, PersonalData } from '@dengke/service-kit';
import { ChannelsService } from './channels.service';
import { namedIn, tokenOf } from './keyed-token';

/** Leaving a topic by the link of a mail, without signing in (RFC 8058). */
@Injectable()
export class UnsubscribingService {
  constructor(
    private readonly channels: ChannelsService,
    private readonly personal: PersonalData,
  ) {}

  /** For the mails of a topic that may be left; null for all others. */
  tokenFor(personId: string, topic: MessageTopic): string | null {
    return topicRules[topic].mailMayBeLeft ? tokenOf(this.personal, `${topic}/${personId}`, wordsOf) : null;
  }

  /** @throws DomainError NOT_FOUND for what is no token of ours, or of a key that was dropped */
  async leave(token: string): Promise<{ topic: MessageTopic }> {
    const [topicName = '', ...rest] = namedIn(this.personal, token, wordsOf)?.split('/') ?? [];
    const topic = messageTopics.find((known) => known === topicName);
    if (topic === undefined || !topicRules[topic].mailMayBeLeft) {
      throw new DomainError('NOT_FOUND');
    }
    await this.channels.leave(rest.join('/'), topic);
    return { topic };
  }
}

const wordsOf = (named: string): string => `unsubscribe/${named}`;
