import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { channelsFor, messageTopics, topicOf, topicRules } from '@dengke/contract';
import type { ChannelChoices, Instant, MessageTopic } from '@dengke/contract';
import { DomainError, inTransaction } from '@dengke/service-kit';
import { ChannelChoice } from './channel-choice.entity';
import type { ChannelsDto, ChooseChannelsDto, TopicChoiceDto } from './channels.dto';
import { QuietHours } from './quiet-hours.entity';
import { quietUntil } from './quiet-until';

/** What goes to one person about one thing. */
interface ToSomebody {
  recipientId: string;
  kind: string;
}

/** How people want to be told beside the inbox: by topic, and not in their quiet hours. */
@Injectable()
export class ChannelsService {
  constructor(private readonly database: DataSource) {}

  async of(personId: string): Promise<Omit<ChannelsDto, 'mailRefused'>> {
    const { manager } = this.database;
    const [choices, quiet] = await Promise.all([manager.findBy(ChannelChoice, { personId }), manager.findOneBy(QuietHours, { personId })]);
    const topics = messageTopics.map((topic) => {
      const chosen = choices.find((choice) => choice.topic === topic);
      return { topic, ...topicRules[topic], ...channelsFor(topic, chosen) };
    });
    return { topics, quiet: quiet === null ? null : { beginAt: quiet.beginAt, endAt: quiet.endAt } };
  }

  /** Topics that are not named stay as they are. @throws DomainError INVALID_INPUT for leaving what may not be left */
  async choose(personId: string, { topics, quiet }: ChooseChannelsDto): Promise<void> {
    requireMayBeLeft(topics);
    const rows = topics.map(({ topic, mail, sms }) => ({ personId, topic, mail, sms }));
    await inTransaction(this.database, async (manager) => {
      if (rows.length > 0) {
        await manager.upsert(ChannelChoice, rows, ['personId', 'topic']);
      }
      await (quiet === null
        ? manager.delete(QuietHours, { personId })
        : manager.upsert(QuietHours, { personId, beginAt: quiet.beginAt, endAt: quiet.endAt }, ['personId']));
    });
  }

  /** No more mails of this topic; SMS stay as they were. */
  async leave(personId: string, topic: MessageTopic): Promise<void> {
    await this.database.query(
      'INSERT INTO channel_choice (personId, topic, mail, sms) VALUES (?, ?, FALSE, FALSE) ON DUPLICATE KEY UPDATE mail = FALSE',
      [personId, topic],
    );
  }

  /** Of what is to be told that which its reader wants this way. */
  async wanted<T extends ToSomebody>(manager: EntityManager, channel: keyof ChannelChoices, told: readonly T[]): Promise<T[]> {
    if (told.length === 0) {
      return [];
    }
    const chosen = await manager.findBy(ChannelChoice, {
      personId: In([...new Set(told.map(({ recipientId }) => recipientId))]),
      topic: In([...new Set(told.map(({ kind }) => topicOf(kind)))]),
    });
    const choices = new Map(chosen.map((choice) => [`${choice.personId} ${choice.topic}`, choice]));
    return told.filter(({ recipientId, kind }) => {
      const topic = topicOf(kind);
      return channelsFor(topic, choices.get(`${recipientId} ${topic}`))[channel];
    });
  }

  /** Who of these people is not to be disturbed now, and until when. */
  async quietNow(manager: EntityManager, personIds: readonly string[], now: Instant): Promise<Map<string, Instant>> {
    const hours = personIds.length === 0 ? [] : await manager.findBy(QuietHours, { personId: In([...new Set(personIds)]) });
    return new Map(
      hours.flatMap((quiet): [string, Instant][] => {
        const until = quietUntil(quiet, now);
        return until === null ? [] : [[quiet.personId, until]];
      }),
    );
  }
}

function requireMayBeLeft(topics: readonly TopicChoiceDto[]): void {
  const fields = topics.flatMap(({ topic, mail }, at) =>
    mail || topicRules[topic].mailMayBeLeft ? [] : [{ field: `topics[${at}].mail`, reason: 'mayNotBeLeft' as const }],
  );
  if (fields.length > 0) {
    throw new DomainError('INVALID_INPUT', { fields });
  }
}
