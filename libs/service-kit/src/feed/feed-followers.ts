import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { DataSource } from 'typeorm';
import type { FeedPage } from '@dengke/contract';
import { Log } from '../boot/log';
import { Services } from '../http/services';
import { FeedFollower } from './feed-follower';
import { FEED_LIMIT } from './feed-numbers';
import { followings } from './feed-reader';

/** All feeds this service follows (`@Follows`). */
@Injectable()
export class FeedFollowers implements BeforeApplicationShutdown {
  private followers: Map<string, FeedFollower> | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly services: Services,
    private readonly database: DataSource,
    private readonly log: Log,
  ) {}

  start(): void {
    this.all().forEach((follower) => follower.start());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.all().values()].map((follower) => follower.stop()));
  }

  /** Entries not read yet, by cursor. */
  async unread(): Promise<Record<string, number>> {
    const counts = [...this.all()].map(async ([cursor, follower]): Promise<[string, number]> => [cursor, await follower.unread()]);
    return Object.fromEntries(await Promise.all(counts));
  }

  private all(): Map<string, FeedFollower> {
    this.followers ??= new Map(
      followings(this.discovery).map(({ source, cursor, reader }) => {
        const fetchAfter = (after: number) =>
          this.services[source].get<FeedPage>('/internal/feed', { query: { after, limit: FEED_LIMIT } });
        return [cursor, new FeedFollower({ cursor, fetchAfter, reader, database: this.database, log: this.log })];
      }),
    );
    return this.followers;
  }
}
