import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, LessThan, Like, MoreThan, Not } from 'typeorm';
import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Instant } from '@dengke/contract';
import { afterCommit, BusinessClock, DomainError, toDatabase } from '@dengke/service-kit';
import { InboxBell } from './inbox-bell';
import { Message } from './message.entity';
import type { About } from './message.entity';

export interface NewMessage {
  eventKey: string;
  recipientId: string;
  kind: string;
  subject: string;
  at: Instant;
  about: About;
}

export interface InboxPage {
  items: Message[];
  next: string | null;
}

@Injectable()
export class InboxService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
    private readonly bell: InboxBell,
  ) {}

  /** In the transaction of what is told; what a person was told already stays as it is. */
  async deliver(manager: EntityManager, messages: readonly NewMessage[]): Promise<void> {
    if (messages.length === 0) {
      return;
    }
    const rows = messages.map(({ eventKey, recipientId, kind, subject, at, about }) => [
      uuidv7(),
      eventKey,
      recipientId,
      kind,
      subject,
      toDatabase(at),
      JSON.stringify(about),
    ]);
    await manager.query(
      `INSERT INTO message (id, eventKey, recipientId, kind, subject, at, about) VALUES ?
       ON DUPLICATE KEY UPDATE eventKey = message.eventKey`,
      [rows],
    );
    afterCommit(manager, () => this.bell.ring());
  }

  /** One's own messages, newest first, but for those whose term is over; `cursor` is the id of the last one seen. */
  async page(personId: string, filter: { unread: boolean; cursor: string | null; limit: number }): Promise<InboxPage> {
    const where: FindOptionsWhere<Message> = { recipientId: personId, subject: Not('') };
    if (filter.unread) {
      where.readAt = IsNull();
    }
    if (filter.cursor !== null) {
      where.id = LessThan(filter.cursor);
    }
    const found = await this.database.manager.find(Message, { where, order: { id: 'DESC' }, take: filter.limit + 1 });
    const items = found.slice(0, filter.limit);
    return { items, next: found.length > filter.limit ? (items.at(-1)?.id ?? null) : null };
  }

  /** What these people were told after a message, or after a bound that is none; oldest first, and so many at most. */
  after(personIds: readonly string[], id: string, most: number): Promise<Message[]> {
    const where = { recipientId: In([...personIds]), id: MoreThan(id) };
    return this.database.manager.find(Message, { where, order: { id: 'ASC' }, take: most });
  }

  unread(personId: string): Promise<number> {
    return this.database.manager.countBy(Message, { recipientId: personId, readAt: IsNull() });
  }

  /** Reading it again keeps the first instant. @throws DomainError NOT_FOUND, also for a message of somebody else */
  async read(personId: string, id: string): Promise<Message> {
    await this.database.manager.update(Message, { id, recipientId: personId, readAt: IsNull() }, { readAt: this.clock.now() });
    const message = await this.database.manager.findOneBy(Message, { id, recipientId: personId });
    if (message === null) {
      throw new DomainError('NOT_FOUND');
    }
    return message;
  }

  /** What anybody was told of what happened to one thing: event keys that begin so, oldest first. */
  about(eventKeys: string): Promise<Message[]> {
    return this.database.manager.find(Message, { where: { eventKey: Like(`${eventKeys}%`) }, order: { id: 'ASC' } });
  }

  /** All messages of all people, for the season's account. */
  count(): Promise<number> {
    return this.database.manager.count(Message);
  }
}
