import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BusinessClock } from '../clock/business-clock';
import { FeedFollowers } from '../feed/feed-followers';
import { FeedService } from '../feed/feed.service';
import { Metrics } from './metrics';
import type { Sample } from './metrics';

/** What waits between the services: all of it is 0 a few seconds after the last act. */
@Injectable()
export class FlowMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly feed: FeedService,
    private readonly followers: FeedFollowers,
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
  ) {}

  onModuleInit(): void {
    this.metrics.add({
      gauges: {
        dengke_facts_untold: { help: 'Facts that workflows have not been told' },
        dengke_facts_untold_age_seconds: { help: 'How long the longest waiting of them waits' },
        dengke_entries_unnumbered: { help: 'Entries of the ledger that have no number of the feed yet' },
        dengke_feed_put_aside: { help: 'Entries of feeds that failed again and again' },
      },
      read: async () => {
        const { outbox, unnumbered, deadLetters } = await this.feed.waiting();
        return {
          dengke_facts_untold: [{ value: outbox }],
          dengke_facts_untold_age_seconds: [await this.age()],
          dengke_entries_unnumbered: [{ value: unnumbered }],
          dengke_feed_put_aside: [{ value: deadLetters }],
        };
      },
    });
    this.metrics.add({
      gauges: { dengke_feed_unread: { help: 'Entries of another service’s feed that were not read yet', labels: ['feed'] } },
      read: async () => ({ dengke_feed_unread: await this.unread() }),
    });
  }

  /** While a service is away nothing is told of what it holds, and all the rest is. */
  private async unread(): Promise<Sample[]> {
    return Object.entries(await this.followers.unreadAtOnce()).map(([feed, value]) => ({ labels: { feed }, value }));
  }

  private async age(): Promise<Sample> {
    const [oldest] = await this.database.query<{ at: Date | null }[]>('SELECT MIN(at) AS at FROM outbox WHERE relayed = 1');
    const since = oldest?.at?.getTime();
    return { value: since === undefined ? 0 : Math.max(0, (Date.parse(await this.clock.read()) - since) / 1_000) };
  }
}
