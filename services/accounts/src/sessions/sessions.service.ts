import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Caller } from '@dengke/contract';
import { BusinessClock, changeOne, Log, SecurityClock, toDatabase, toInstant } from '@dengke/service-kit';
import { AccountsConfig } from '../config';
import type { SessionDto } from './sessions.dto';
import { callerOf, standingSql } from './standing';
import type { StandingRow } from './standing';

const tokenBytes = 32;
/** A session is written at most this often while it is used. */
const seenEverySeconds = 60;
/** A passkey signs within this, or asks again. */
const challengeSeconds = 5 * 60;

export interface NewSession {
  personId: string;
  positionId: string;
  secondFactorShown: boolean;
  maskedAddress: string;
  client: string | null;
}

/**
 * Opaque sessions: the browser has the token, the table its digest. All times are security time, but for the end of a deputyship: that is a
 * day of business, asked of the business clock here, where every token is made and every act confirmed.
 */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: SecurityClock,
    private readonly config: AccountsConfig,
    private readonly business: BusinessClock,
    private readonly log: Log,
  ) {}

  /** @returns the opaque token, which is nowhere else */
  async begin({ personId, positionId, secondFactorShown, maskedAddress, client }: NewSession): Promise<string> {
    const token = newToken();
    const now = toDatabase(this.clock.now());
    const expiresAt = toDatabase(this.clock.inSeconds(this.config.sessionHours * 3600));
    await this.database.query('delete from session where expiresAt < ? limit 100', [now]);
    await this.database.query(
      `insert into session (id, personId, positionId, createdAt, lastSeenAt, expiresAt, secondFactorAt, maskedAddress, client) values (?)`,
      [[sessionIdOf(token), personId, positionId, now, now, expiresAt, secondFactorShown ? now : null, maskedAddress, client]],
    );
    this.log.info('a session begins', { personId, positionId, secondFactorShown, from: maskedAddress });
    return token;
  }

  /**
   * Who is behind a session now: one indexed read, and a write at most once a minute.
   * @param positionId the position to act from, where it is not the session's present one
   * @returns null when the session is unknown, idle or too old, or position or credential have ended
   */
  async callerOf(sessionId: string, positionId: string | null = null): Promise<Caller | null> {
    const { idle, now } = this.moments();
    const [row] = await this.database.query<StandingRow[]>(standingSql, [positionId, sessionId, now, idle]);
    if (row === undefined || (row.endsAt !== null && toInstant(row.endsAt) <= (await this.business.read()))) {
      return null;
    }
    await this.seen(sessionId, row.lastSeenAt);
    return callerOf(sessionId, row, this.config.stepUpMinutes);
  }

  async list(me: Caller): Promise<SessionDto[]> {
    const { idle, now } = this.moments();
    const rows = await this.database.query<(Omit<SessionDto, 'createdAt' | 'lastSeenAt'> & { createdAt: Date; lastSeenAt: Date })[]>(
      `select id, createdAt, lastSeenAt, maskedAddress, client, id = ? as current from session
        where personId = ? and expiresAt > ? and lastSeenAt > ? order by createdAt desc, id limit 100`,
      [me.sessionId, me.personId, now, idle],
    );
    return rows.map((row) => ({
      ...row,
      createdAt: toInstant(row.createdAt),
      lastSeenAt: toInstant(row.lastSeenAt),
      current: Boolean(row.current),
    }));
  }

  /** The second factor completes a sign-in; it goes on under another token, since the first may be known where only the password was. */
  async complete({ sessionId, personId }: Caller): Promise<string> {
    const token = newToken();
    await changeOne(this.database.manager, 'update session set id = ?, secondFactorAt = ? where id = ?', [
      sessionIdOf(token),
      toDatabase(this.clock.now()),
      sessionId,
    ]);
    this.log.info('a second factor completes a session', { personId });
    return token;
  }

  /** The second factor was shown once more, or has just been enrolled. */
  async steppedUp({ sessionId, personId }: Caller, manager: EntityManager = this.database.manager): Promise<void> {
    await manager.query('update session set secondFactorAt = ? where id = ?', [toDatabase(this.clock.now()), sessionId]);
    this.log.info('a second factor was shown again', { personId });
  }

  async challenge({ sessionId }: Caller, challenge: string): Promise<void> {
    const until = toDatabase(this.clock.inSeconds(challengeSeconds));
    await this.database.query('update session set challenge = ?, challengeUntil = ? where id = ?', [challenge, until, sessionId]);
  }

  /** The challenge of the session, once. */
  async takeChallenge({ sessionId }: Caller): Promise<string | null> {
    const now = toDatabase(this.clock.now());
    const [row] = await this.database.query<{ challenge: string }[]>(
      'select challenge from session where id = ? and challenge is not null and challengeUntil > ?',
      [sessionId, now],
    );
    if (row === undefined) {
      return null;
    }
    await changeOne(this.database.manager, 'update session set challenge = null, challengeUntil = null where id = ? and challenge = ?', [
      sessionId,
      row.challenge,
    ]);
    return row.challenge;
  }

  /** Ends one of the caller's own sessions; one that has ended already, or is somebody else's, is none. */
  async end({ personId }: Caller, sessionId: string): Promise<void> {
    await this.database.query('delete from session where id = ? and personId = ?', [sessionId, personId]);
    this.log.info('a session is ended by its owner', { personId });
  }

  /** By the person's wish, or since a new password leaves only the session in which it was set. */
  async endOthers({ personId, sessionId }: Caller, manager: EntityManager = this.database.manager): Promise<void> {
    await manager.query('delete from session where personId = ? and id <> ?', [personId, sessionId]);
    this.log.info('the other sessions are ended', { personId });
  }

  async endAll(manager: EntityManager, personId: string): Promise<void> {
    await manager.query('delete from session where personId = ?', [personId]);
    this.log.info('all sessions are ended', { personId });
  }

  async actFrom(sessionId: string, positionId: string): Promise<void> {
    await this.database.query('update session set positionId = ? where id = ?', [positionId, sessionId]);
  }

  private moments(): { now: Date; idle: Date } {
    return { now: toDatabase(this.clock.now()), idle: toDatabase(this.clock.inSeconds(-this.config.sessionIdleMinutes * 60)) };
  }

  private async seen(sessionId: string, lastSeenAt: Date): Promise<void> {
    const before = this.clock.inSeconds(-seenEverySeconds);
    if (toInstant(lastSeenAt) < before) {
      await this.database.query('update session set lastSeenAt = ? where id = ? and lastSeenAt < ?', [
        toDatabase(this.clock.now()),
        sessionId,
        toDatabase(before),
      ]);
    }
  }
}

const newToken = (): string => randomBytes(tokenBytes).toString('base64url');

/** SHA-256 of the opaque token, hex. */
export const sessionIdOf = (token: string): string => createHash('sha256').update(token).digest('hex');
