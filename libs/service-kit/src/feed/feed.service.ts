import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FeedPage, Rest } from '@dengke/contract';
import { FeedFollowers } from './feed-followers';
import { feedPage } from './feed-numbers';

interface Counts {
  outbox: number;
  unnumbered: number;
}

@Injectable()
export class FeedService {
  constructor(
    private readonly database: DataSource,
    private readonly followers: FeedFollowers,
  ) {}

  page(after: number, limit: number): Promise<FeedPage> {
    return feedPage(this.database, after, limit);
  }

  /** The state of rest (design §6): all zero when nothing is under way. */
  async rest(): Promise<Rest> {
    const unread = await this.followers.unread();
    const [counts] = await this.database.query<Counts[]>(
      'SELECT COALESCE(SUM(relayed), 0) AS outbox, COALESCE(SUM(numbered = 0), 0) AS unnumbered FROM outbox',
    );
    return { outbox: Number(counts?.outbox ?? 0), unnumbered: Number(counts?.unnumbered ?? 0), unread };
  }

  async deadLetters(): Promise<number> {
    const [row] = await this.database.query<{ count: number }[]>('SELECT COUNT(*) AS count FROM dead_letter');
    return row?.count ?? 0;
  }
}
