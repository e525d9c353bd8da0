import { createReadStream } from 'node:fs';
import type { Instant } from '@dengke/contract';
import { alone, BlobStore, BusinessClock, DomainError, inTransaction, Ledger, VirusScanner } from '@dengke/service-kit';
import type { StagedBlob, Verdict } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { ObjectionFile } from '../objections/objection-file.entity';
import { EvidenceFile } from './evidence.entity';
import { NOT_EXCLUDED } from './held-files';
import { QuarantinedFile } from './quarantined-file.entity';

const AT_ONCE = 20;

interface Found {
  sha256: string;
  signature: string;
  draftId: string | null;
  personId: string | null;
  by: string | null;
}

/** The virus scan of all that is handed in. Where a scanner is configured nothing is used before it was scanned; while it is away, files wait. */
@Injectable()
export class ScansService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
    private readonly blobs: BlobStore,
    private readonly ledger: Ledger,
    private readonly scanner: VirusScanner,
  ) {}

  /**
   * Scans what has arrived, before it is kept. @returns when it was found clean; null without a scanner, or while it is away: then it waits
   * @throws DomainError FILE_INFECTED; the content lies in quarantine then
   */
  async admit(by: string | null, draftId: string | null, blob: StagedBlob): Promise<Instant | null> {
    await this.requireUnknown(blob.sha256);
    if (!this.scanner.isConfigured) {
      return null;
    }
    const verdict = await orNull(this.scanner.verdictOn(createReadStream(blob.path)));
    if (verdict?.clean === false) {
      await this.blobs.quarantine(blob);
      const found = { sha256: blob.sha256, signature: verdict.signature, draftId, personId: by, by };
      await inTransaction(this.database, (manager) => this.record(manager, found, this.clock.now()));
      throw infected();
    }
    return verdict === null ? null : this.clock.now();
  }

  /** For what an act rests on at once, and so cannot wait. @throws DomainError FILE_INFECTED, UNAVAILABLE while the scanner is away */
  async requireClean(by: string, blob: StagedBlob): Promise<void> {
    if ((await this.admit(by, null, blob)) === null && this.scanner.isConfigured) {
      throw new DomainError('UNAVAILABLE', { reason: 'scanner' });
    }
  }

  /** @throws DomainError FILE_INFECTED, NOT_YET_SCANNED */
  async requireUsable({ sha256, scannedAt }: Pick<EvidenceFile, 'sha256' | 'scannedAt'>): Promise<void> {
    await this.requireUnknown(sha256);
    if (this.scanner.isConfigured && scannedAt === null) {
      throw new DomainError('NOT_YET_SCANNED');
    }
  }

  /** Scans what waits, the oldest first, one replica at a time. @returns how many contents were judged @throws DomainError UNAVAILABLE while the scanner is away */
  async sweep(): Promise<number> {
    if (!this.scanner.isConfigured) {
      return 0;
    }
    const runner = this.database.createQueryRunner();
    try {
      return (await alone(runner, 'scans', () => this.scanWaiting())) ?? 0;
    } finally {
      await runner.release();
    }
  }

  private async scanWaiting(): Promise<number> {
    const waiting = await this.database.query<Omit<Found, 'signature' | 'by'>[]>(
      `SELECT w.sha256, MIN(w.draftId) AS draftId, MIN(w.addedBy) AS personId
       FROM (SELECT e.sha256, e.draftId, e.addedBy, e.addedAt FROM evidence e WHERE e.scannedAt IS NULL AND ${NOT_EXCLUDED}
         UNION ALL SELECT f.sha256, NULL, NULL, o.receivedAt FROM objection_file f JOIN objection o ON o.receipt = f.receipt WHERE f.scannedAt IS NULL) w
       WHERE NOT EXISTS (SELECT 1 FROM quarantined_file q WHERE q.sha256 = w.sha256)
       GROUP BY w.sha256 ORDER BY MIN(w.addedAt) LIMIT ${AT_ONCE}`,
    );
    for (const one of waiting) {
      await this.judge(one, await this.scanner.verdictOn(await this.blobs.read(one.sha256)));
    }
    return waiting.length;
  }

  private async judge(one: Omit<Found, 'signature' | 'by'>, verdict: Verdict): Promise<void> {
    const at = await this.clock.read();
    const { sha256 } = one;
    if (verdict.clean) {
      await this.database.manager.update(EvidenceFile, { sha256, scannedAt: IsNull() }, { scannedAt: at });
      await this.database.manager.update(ObjectionFile, { sha256, scannedAt: IsNull() }, { scannedAt: at });
      return;
    }
    await this.blobs.copyToQuarantine(sha256);
    await inTransaction(this.database, async (manager) => {
      await manager.update(EvidenceFile, { sha256, removedAt: IsNull() }, { removedAt: at });
      await this.record(manager, { ...one, signature: verdict.signature, by: null }, at);
    });
    await this.blobs.remove(sha256);
  }

  /** The administrator finds it in the ledger, every time somebody brings it. */
  private async record(manager: EntityManager, { by, ...found }: Found, foundAt: Instant): Promise<void> {
    const { sha256, signature, draftId } = found;
    await manager.query(
      'INSERT INTO quarantined_file (sha256, signature, draftId, personId, foundAt) VALUES (?) ON DUPLICATE KEY UPDATE sha256 = sha256',
      [[sha256, signature.slice(0, 200), draftId ?? '', found.personId ?? '', new Date(foundAt)]],
    );
    const entry = { kind: 'quarantine', actId: uuidv7(), at: foundAt, by, organisationId: null, relay: false };
    await this.ledger.record(manager, `file/${sha256}`, { ...entry, detail: { draftId, signature } });
  }

  private async requireUnknown(sha256: string): Promise<void> {
    if (await this.database.manager.existsBy(QuarantinedFile, { sha256 })) {
      throw infected();
    }
  }
}

const infected = (): DomainError => new DomainError('FILE_INFECTED');

/** Null while the scanner is away. */
async function orNull(verdict: Promise<Verdict>): Promise<Verdict | null> {
  return verdict.catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'UNAVAILABLE') {
      return null;
    }
    throw error;
  });
}
