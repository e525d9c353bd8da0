import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { tokenLifetimeSeconds } from '@dengke/contract';
import { Authority, BackgroundLoop, DomainError, Log, SecurityClock } from '@dengke/service-kit';
import { InboxBell } from './inbox-bell';
import { InboxService } from './inbox.service';
import { LiveStream } from './live-stream';
import { firstIdAt, millisOf } from './message-ids';

export const mostStreams = { ofOnePerson: 5, ofAll: 1_500 };
/** So many missed messages are sent again; with more the list is read anew. */
const MOST_MISSED = 100;
const MOST_NEW = 5_000;
const ASK_AGAIN_MS = 5_000;
const LOOK_EVERY_MS = 1_000;
/** An id is drawn before its transaction commits, so a later one may be seen first: this far back is looked at again. */
const OVERLAP_MS = 10_000;

/**
 * Tells people of their messages while they watch. A stream lives as long as the token that opened
 * it, and ends within seconds once accounts confirms that no more.
 */
@Injectable()
export class LiveInboxService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly streams = new Set<LiveStream>();
  private readonly loop: BackgroundLoop;

  constructor(
    private readonly inbox: InboxService,
    private readonly bell: InboxBell,
    private readonly authority: Authority,
    private readonly clock: SecurityClock,
    log: Log,
  ) {
    this.loop = new BackgroundLoop('Telling those who watch their inbox', () => this.step(), log);
  }

  onApplicationBootstrap(): void {
    this.bell.onRing(() => this.streams.size > 0 && this.loop.ring());
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
    this.streams.forEach((stream) => stream.end());
  }

  /** @throws DomainError TOO_MANY_REQUESTS */
  async open(personId: string, token: string, last: string | undefined): Promise<Readable> {
    const own = [...this.streams].filter((stream) => stream.personId === personId);
    if (own.length >= mostStreams.ofOnePerson || this.streams.size >= mostStreams.ofAll) {
      throw new DomainError('TOO_MANY_REQUESTS');
    }
    const now = this.clock.millis();
    const stream = new LiveStream(personId, token, now + tokenLifetimeSeconds * 1_000, now + ASK_AGAIN_MS);
    this.streams.add(stream);
    stream.onClose(() => this.streams.delete(stream));
    try {
      await this.catchUp(stream, last, now);
    } catch (error) {
      stream.drop();
      throw error;
    }
    return stream.readable;
  }

  /** What was missed since the last message seen, and what a late commit may have put before it; without one only what comes is news. */
  private async catchUp(stream: LiveStream, last: string | undefined, now: number): Promise<void> {
    const lastMs = millisOf(last);
    const from = firstIdAt(Math.min(lastMs ?? now, now) - OVERLAP_MS);
    const missed = await this.inbox.after([stream.personId], from, MOST_MISSED + 1);
    if (lastMs === null) {
      stream.knows(missed);
    } else if (missed.length > MOST_MISSED) {
      stream.knows(missed);
      stream.reload();
    } else {
      stream.knows(missed.filter(({ id }) => id === last));
      missed.forEach((message) => stream.tell(message));
    }
  }

  private async step(): Promise<number> {
    if (this.streams.size > 0) {
      const now = this.clock.millis();
      await this.tellNews(now);
      await Promise.all([...this.streams].filter(({ askAgainMs }) => askAgainMs <= now).map((stream) => this.askAgain(stream, now)));
    }
    return LOOK_EVERY_MS;
  }

  private async tellNews(now: number): Promise<void> {
    const people = new Map<string, LiveStream[]>();
    this.streams.forEach((stream) => people.set(stream.personId, [...(people.get(stream.personId) ?? []), stream]));
    const news = await this.inbox.after([...people.keys()], firstIdAt(now - OVERLAP_MS), MOST_NEW);
    news.forEach((message) => people.get(message.recipientId)?.forEach((stream) => stream.tell(message)));
  }

  /** While accounts is away a stream lives on, but never longer than its token. */
  private async askAgain(stream: LiveStream, now: number): Promise<void> {
    stream.askAgainMs = now + ASK_AGAIN_MS;
    const mayStay = await this.authority.confirm(stream.token).then(
      (caller) => caller !== null,
      (error: unknown) => error instanceof DomainError && error.code === 'UNAVAILABLE',
    );
    if (mayStay && now < stream.untilMs) {
      stream.beat();
    } else {
      stream.end();
    }
  }
}
