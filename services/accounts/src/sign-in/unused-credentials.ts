import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { BackgroundLoop, BusinessClock, inTransaction, Ledger, Log, SecurityClock, toDatabase } from '@dengke/service-kit';
import type { Credential } from '../credentials/credential.entity';

const unusedDays = 90;
const lookEveryMs = 3_600_000;
/** A new password counts like a use: who is given one again is not disabled at once. */
const usedLast = 'greatest(coalesce(lastUsedAt, passwordSetAt), passwordSetAt)';

type UnusedRow = Pick<Credential, 'id' | 'personId' | 'version'>;

/**
 * A credential that nobody used for ninety days is disabled; one that was taken back opens nothing anyway, and begins anew when it is issued again. All of
 * it is security time.
 */
@Injectable()
export class UnusedCredentials implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: BackgroundLoop;

  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly securityClock: SecurityClock,
    private readonly businessClock: BusinessClock,
    log: Log,
  ) {
    this.loop = new BackgroundLoop('disabling unused credentials', () => this.sweep().then(() => lookEveryMs), log);
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  /** Between two looks too. */
  isUnused({ lastUsedAt, passwordSetAt }: Credential): boolean {
    const before = this.securityClock.inSeconds(-unusedDays * 86_400);
    return passwordSetAt !== null && passwordSetAt < before && (lastUsedAt === null || lastUsedAt < before);
  }

  /** Signed in with all that it takes, or enabled again: from now on ninety days. */
  async used(personId: string, manager: EntityManager = this.database.manager): Promise<void> {
    const now = toDatabase(this.securityClock.now());
    await manager.query('update credential set lastUsedAt = ?, passwordSetAt = coalesce(passwordSetAt, ?) where personId = ?', [
      now,
      now,
      personId,
    ]);
  }

  /** @returns how many were disabled */
  async sweep(): Promise<number> {
    const before = toDatabase(this.securityClock.inSeconds(-unusedDays * 86_400));
    const found = await this.database.query<UnusedRow[]>(
      `select id, personId, version from credential where disabled = 0 and revokedAt is null and ${usedLast} < ? limit 500`,
      [before],
    );
    let disabled = 0;
    for (const credential of found) {
      disabled += await this.disable(credential, before);
    }
    return disabled;
  }

  private async disable({ id, personId, version }: UnusedRow, before: Date): Promise<number> {
    const at = await this.businessClock.read();
    return inTransaction(this.database, async (manager) => {
      const { affectedRows } = await manager.query<{ affectedRows: number }>(
        `update credential set disabled = 1, version = version + 1 where id = ? and version = ? and ${usedLast} < ?`,
        [id, version, before],
      );
      if (affectedRows === 1) {
        const organisationId = await this.organisationOf(manager, personId);
        await this.ledger.record(manager, `organisation/${organisationId}`, {
          ...{ kind: 'credentialDisabled', actId: `credentialDisabled:${id}:${version}`, at, by: null, organisationId },
          ...{ detail: { personId, credentialId: id, reason: 'unused' }, relay: false },
        });
      }
      return affectedRows;
    });
  }

  /** Of the position somebody holds, or held last. */
  private async organisationOf(manager: EntityManager, personId: string): Promise<string> {
    const [held] = await manager.query<{ organisationId: string }[]>(
      'select organisationId from held_position where personId = ? order by endedAt is null desc, endedAt desc, grantedAt, id limit 1',
      [personId],
    );
    return held?.organisationId ?? '';
  }
}
