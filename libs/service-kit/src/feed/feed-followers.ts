import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { DataSource } from 'typeorm';
import type { FeedPage, PutAside } from '@dengke/contract';
import { faultFields, Log } from '../boot/log';
import { toInstant } from '../database/instants';
import { DomainError } from '../http/domain-error';
import { Services } from '../http/services';
import { FeedFollower } from './feed-follower';
import { FEED_LIMIT } from './feed-numbers';
import { followings } from './feed-reader';

const SHOWN = 500;
/** Nobody waits for a page of a feed. Given up as soon as a person’s request would be, a service that gets little of busy processors would never read one. */
const PATIENCE_MS = 15_000;
/** Prometheus gives up a whole service after ten seconds. */
const AT_ONCE_MS = 2_000;

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

  /** Entries not read yet, by cursor. @param hurry whether those that have some read them now */
  async unread(hurry = false): Promise<Record<string, number>> {
    const counts = [...this.all()].map(async ([cursor, follower]): Promise<[string, number]> => {
      const count = await follower.unread();
      if (hurry && count > 0) {
        follower.hurry();
      }
      return [cursor, count];
    });
    return Object.fromEntries(await Promise.all(counts));
  }

  /** The same of each service that answers at once; nothing of those that are away. */
  async unreadAtOnce(): Promise<Record<string, number>> {
    const counts = [...this.all()].map(async ([cursor, follower]): Promise<[string, number][]> => {
      try {
        return [[cursor, await follower.unread(AT_ONCE_MS)]];
      } catch (error) {
        if (error instanceof DomainError && error.code === 'UNAVAILABLE') {
          return [];
        }
        throw error;
      }
    });
    return Object.fromEntries((await Promise.all(counts)).flat());
  }

  /** Entries that were put aside, the oldest first. */
  async putAside(): Promise<PutAside[]> {
    const rows = await this.database.query<(Omit<PutAside, 'at'> & { at: Date })[]>(
      `SELECT source, feedNumber, JSON_VALUE(entry, '$.subject') AS subject, JSON_VALUE(entry, '$.kind') AS kind, fault, at
       FROM dead_letter ORDER BY at, source, feedNumber LIMIT ?`,
      [SHOWN],
    );
    return rows.map(({ at, ...row }) => ({ ...row, at: toInstant(at) }));
  }

  /** Applies them now, in their order, as after a fault was mended. @returns what is still put aside */
  async takeUp(): Promise<PutAside[]> {
    for (const { source, feedNumber } of await this.putAside()) {
      try {
        await this.all().get(source)?.takeUp(feedNumber);
      } catch (error) {
        this.log.warn('a feed entry could not be taken up again', { cursor: source, feedNumber, ...faultFields(error) });
      }
    }
    return this.putAside();
  }

  private all(): Map<string, FeedFollower> {
    this.followers ??= new Map(
      followings(this.discovery).map(({ source, cursor, reader }) => {
        const fetchAfter = (after: number, limit = FEED_LIMIT, timeoutMs = PATIENCE_MS) =>
          this.services[source].get<FeedPage>('/internal/feed', { query: { after, limit }, timeoutMs });
        return [cursor, new FeedFollower({ cursor, fetchAfter, reader, database: this.database, log: this.log })];
      }),
    );
    return this.followers;
  }
}
