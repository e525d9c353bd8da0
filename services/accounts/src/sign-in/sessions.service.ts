import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Caller, OrganisationKind, Role } from '@dengke/contract';
import { SecurityClock, toDatabase, toInstant } from '@dengke/service-kit';
import { AccountsConfig } from '../config';
import { changedRights, withRights } from '../people/position-rights';

const tokenBytes = 32;
/** A session is written at most this often while it is used. */
const seenEverySeconds = 60;

interface StandingRow {
  personId: string;
  lastSeenAt: Date;
  positionId: string;
  organisationId: string;
  organisationKind: OrganisationKind;
  role: Role;
  mustChange: number;
  changedRights: string | null;
}

/** Opaque sessions: the browser has the token, the table its digest. All times are security time. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: SecurityClock,
    private readonly config: AccountsConfig,
  ) {}

  /** @returns the opaque token, which is nowhere else */
  async begin(personId: string, positionId: string): Promise<string> {
    const token = randomBytes(tokenBytes).toString('base64url');
    const now = toDatabase(this.clock.now());
    const expiresAt = toDatabase(this.clock.inSeconds(this.config.sessionHours * 3600));
    await this.database.query('delete from session where expiresAt < ? limit 100', [now]);
    await this.database.query('insert into session (id, personId, positionId, createdAt, lastSeenAt, expiresAt) values (?)', [
      [sessionIdOf(token), personId, positionId, now, now, expiresAt],
    ]);
    return token;
  }

  /**
   * Who is behind a session now: one indexed read, and a write at most once a minute.
   * @param positionId the position to act from, where it is not the session's present one
   * @returns null when the session is unknown, idle or too old, or position or credential have ended
   */
  async callerOf(sessionId: string, positionId: string | null = null): Promise<Caller | null> {
    const { idle, now } = this.moments();
    const [from, chosen] = positionId === null ? ['s.positionId', []] : ['?', [positionId]];
    const [row] = await this.database.query<StandingRow[]>(
      `select s.personId, s.lastSeenAt, p.id as positionId, p.organisationId, o.kind as organisationKind, p.role, c.mustChange, ${changedRights}
         from session s
         join held_position p on p.id = ${from} and p.personId = s.personId and p.endedAt is null
         join organisation o on o.id = p.organisationId
         join credential c on c.personId = s.personId and c.disabled = 0
        where s.id = ? and s.expiresAt > ? and s.lastSeenAt > ?`,
      [...chosen, sessionId, now, idle],
    );
    if (row === undefined) {
      return null;
    }
    await this.seen(sessionId, row.lastSeenAt);
    const { personId, organisationId, organisationKind, role, mustChange } = row;
    const position = withRights({ id: row.positionId, organisationId, organisationKind, role }, row.changedRights);
    return { personId, sessionId, position, ...(mustChange ? { mustChangePassword: true } : {}) };
  }

  async end(sessionId: string): Promise<void> {
    await this.database.query('delete from session where id = ?', [sessionId]);
  }

  /** A new password leaves only the session in which it was set. */
  async endOthers(manager: EntityManager, personId: string, sessionId: string): Promise<void> {
    await manager.query('delete from session where personId = ? and id <> ?', [personId, sessionId]);
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

/** SHA-256 of the opaque token, hex. */
export const sessionIdOf = (token: string): string => createHash('sha256').update(token).digest('hex');
