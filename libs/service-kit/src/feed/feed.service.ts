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
   * The state of rest (docs/season.md): all zero when nothing is under way.
   * @param hurry whether what waits is relayed and read now: whoever moves the clock of a season waits for it
   */
  async rest(hurry = false): Promise<Rest> {
    const [unread, { outbox, unnumbered, deadLetters }] = await Promise.all([this.followers.unread(hurry), this.waiting()]);
    if (hurry && outbox + unnumbered > 0) {
      this.relay.hurry();
    }
    return { outbox, unnumbered, unread, ...(deadLetters > 0 ? { deadLetters } : {}) };
  }

  /** The same of this service alone: no other is asked. */
  async waiting(): Promise<{ outbox: number; unnumbered: number; deadLetters: number }> {
    const [counts] = await this.database.query<Counts[]>(
      `SELECT COALESCE(SUM(relayed), 0) AS outbox, COALESCE(SUM(numbered = 0), 0) AS unnumbered,
       (SELECT COUNT(*) FROM dead_letter) AS deadLetters FROM outbox`,
    );
    return { outbox: Number(counts?.outbox), unnumbered: Number(counts?.unnumbered), deadLetters: Number(counts?.deadLetters) };
  }
}
