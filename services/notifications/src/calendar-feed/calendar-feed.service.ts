import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OwnDeadline } from '@dengke/contract';
import { BusinessClock, DomainError, PersonalData } from '@dengke/service-kit';
import { namedIn, tokenOf } from '../channels/keyed-token';
import { Links } from '../mail/links';
import { namedOf } from '../reminders/digest-text';
import { CalendarFeed } from './calendar-feed.entity';
import { calendarText } from './calendar-text';
import type { CalendarDay } from './calendar-text';
import { OwnDeadlinesService } from './own-deadlines.service';

/** One's own deadlines at an address of their own, which a calendar program reads without signing in. */
@Injectable()
export class CalendarFeedService {
  constructor(
    private readonly database: DataSource,
    private readonly deadlines: OwnDeadlinesService,
    private readonly personal: PersonalData,
    private readonly links: Links,
    private readonly clock: BusinessClock,
  ) {}

  async addressOf(personId: string): Promise<string | null> {
    const feed = await this.database.manager.findOneBy(CalendarFeed, { personId, open: true });
    return feed === null ? null : this.links.calendarFeed(tokenOf(this.personal, `${feed.number}/${personId}`, wordsOf));
  }

  /** A new address; the one before it opens nothing any more. */
  async renew(personId: string): Promise<string | null> {
    await this.database.query(
      'INSERT INTO calendar_feed (personId, number, open) VALUES (?, 1, TRUE) ON DUPLICATE KEY UPDATE number = number + 1, open = TRUE',
      [personId],
    );
    return this.addressOf(personId);
  }

  async close(personId: string): Promise<void> {
    await this.database.manager.update(CalendarFeed, { personId }, { open: false });
  }

  /** @throws DomainError NOT_FOUND for an address that was never given, or is closed */
  async read(token: string): Promise<string> {
    const [number = '', ...rest] = namedIn(this.personal, token, wordsOf)?.split('/') ?? [];
    const personId = rest.join('/');
    if (!(await this.database.manager.existsBy(CalendarFeed, { personId, number: Number(number), open: true }))) {
      throw new DomainError('NOT_FOUND');
    }
    const at = this.clock.now();
    const deadlines = await this.deadlines.of(personId, at);
    return calendarText(
      deadlines.map((deadline) => this.dayOf(deadline)),
      at,
    );
  }

  /** Serials, kinds and days only. */
  private dayOf({ deadlineId, subject, dueOn, provisional }: OwnDeadline): CalendarDay {
    const [what, url] = namedOf(subject, this.links);
    const summary = `${what}到期${provisional ? '（暂定，待次年放假安排公布）' : ''}`;
    return { uid: `${deadlineId}@dengke`, on: dueOn, summary, url };
  }
}

const wordsOf = (named: string): string => `calendar/${named}`;
