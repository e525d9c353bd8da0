import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FeedPage, Rest } from '@dengke/contract';
import { Relay } from '../ledger/relay';
import { FeedFollowers } from './feed-followers';
import { feedPage } from './feed-numbers';

interface Counts {
  outbox: string | number;
  unnumbered: string | number;
  deadLetters: string | number;
}

@Injectable()
export class FeedService {
  constructor(
    private readonly database: DataSource,
    private readonly followers: FeedFollowers,
    private readonly relay: Relay,
  ) {}

  page(after: number, limit: number): Promise<FeedPage> {
    return feedPage(this.database, after, limit);
  }

  /**
   * The state of rest (design §6): all zero when nothing is under way.
   * @param hurry whether what waits is relayed and read now: whoever moves the clock of a season waits for it
   */
  async rest(hurry = false): Promise<Rest> {
    if (hurry) {
      this.relay.hurry();
      this.followers.hurry();
    }
    const unread = await this.followers.unread();
    const [counts] = await this.database.query<Counts[]>(
      `SELECT COALESCE(SUM(relayed), 0) AS outbox, COALESCE(SUM(numbered = 0), 0) AS unnumbered,
       (SELECT COUNT(*) FROM dead_letter) AS deadLetters FROM outbox`,
    );
    const [outbox, unnumbered, deadLetters] = [counts?.outbox, counts?.unnumbered, counts?.deadLetters].map((count) => Number(count ?? 0));
    return { outbox: outbox ?? 0, unnumbered: unnumbered ?? 0, unread, ...(deadLetters ? { deadLetters } : {}) };
  }
}
