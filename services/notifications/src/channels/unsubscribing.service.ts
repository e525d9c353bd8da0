import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { messageTopics, topicRules } from '@dengke/contract';
import type { MessageTopic } from '@dengke/contract';
import { DomainError, PersonalData } from '@dengke/service-kit';
import { ChannelsService } from './channels.service';

const TOKEN = /^([\w-]{1,120})\.(k\d{1,6})\.([\w-]{43})$/;

/** Leaving a topic by the link of a mail, without signing in (RFC 8058). What opens it stands in no table: a keyed digest of who and what. */
@Injectable()
export class UnsubscribingService {
  constructor(
    private readonly channels: ChannelsService,
    private readonly personal: PersonalData,
  ) {}

  /** For the mails of a topic that may be left; null for all others. */
  tokenFor(personId: string, topic: MessageTopic): string | null {
    if (!topicRules[topic].mailMayBeLeft) {
      return null;
    }
    const { keyId, secret } = this.personal.derive(wordsOf(personId, topic));
    return `${Buffer.from(`${topic}/${personId}`).toString('base64url')}.${keyId}.${secret}`;
  }

  /** @throws DomainError NOT_FOUND for what is no token of ours, or of a key that was dropped */
  async leave(token: string): Promise<{ topic: MessageTopic }> {
    const [, named = '', keyId = '', shown = ''] = TOKEN.exec(token) ?? [];
    const [topicName = '', ...rest] = Buffer.from(named, 'base64url').toString('utf8').split('/');
    const topic = messageTopics.find((known) => known === topicName);
    const personId = rest.join('/');
    if (topic === undefined || !topicRules[topic].mailMayBeLeft || !this.isOurs(wordsOf(personId, topic), keyId, shown)) {
      throw new DomainError('NOT_FOUND');
    }
    await this.channels.leave(personId, topic);
    return { topic };
  }

  private isOurs(words: string, keyId: string, shown: string): boolean {
    if (!this.personal.hasKey(keyId)) {
      return false;
    }
    const { secret } = this.personal.derive(words, keyId);
    return timingSafeEqual(Buffer.from(secret), Buffer.from(shown));
  }
}

const wordsOf = (personId: string, topic: MessageTopic): string => `unsubscribe/${topic}/${personId}`;
