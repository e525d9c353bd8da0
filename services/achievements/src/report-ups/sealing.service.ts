import type { BundleItem, Instant } from '@dengke/contract';
import { BlobStore, DomainError, inTransaction, Ledger } from '@dengke/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { REGISTRAR } from '../registrations/registrar';
import type { Registrar } from '../registrations/registrar';
import { bundleContent } from './bundle-content';
import { bundleDetail, bundleSubject, countsOf } from './bundle-facts';
import { bundleItemOf } from './bundle-items';
import type { SealedContent } from './registry';
import { ReportBundle } from './report-bundle.entity';
import { ReportItem } from './report-item.entity';
import { REPORT_KEY } from './report-settings';
import type { ReportKey } from './report-settings';
import { SealedBundle } from './sealed-bundle.entity';

/** Gives a closed bundle its one content: blob before row, as with every file (design §6). */
@Injectable()
export class SealingService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly blobs: BlobStore,
    @Inject(REGISTRAR) private readonly registrar: Registrar,
    @Inject(REPORT_KEY) private readonly key: ReportKey | null,
  ) {}

  /** A bundle whose items the ministry's people have answered meanwhile has nothing to send, and is settled. Twice changes nothing. */
  async seal(bundleId: string, at: Instant): Promise<void> {
    const bundle = await this.database.manager.findOneByOrFail(ReportBundle, { id: bundleId });
    if (bundle.state === 'closed') {
      const items = await this.itemsOf(bundleId);
      const content = items.length === 0 ? null : await this.written(bundle, items);
      await inTransaction(this.database, (manager) =>
        this.record(manager, bundleId, content && { ...content, bundleId, sealedAt: at }, at),
      );
    }
  }

  /** @throws Error when it has not been sealed */
  async contentOf(bundleId: string): Promise<SealedContent> {
    const { bytes, sha256 } = await this.database.manager.findOneByOrFail(SealedBundle, { bundleId });
    return { bundleId, bytes, sha256, open: () => this.blobs.read(sha256) };
  }

  /** @throws DomainError UNAVAILABLE while there is no key: reporting by bundles was switched off, and this one waits for its people or for the key */
  private async written({ id, closesAt }: ReportBundle, items: BundleItem[]): Promise<Pick<SealedBundle, 'sha256' | 'bytes' | 'keyId'>> {
    if (this.key === null) {
      throw new DomainError('UNAVAILABLE');
    }
    const { bodyCode } = this.registrar;
    const source = { bundleId: id, closedAt: closesAt, bodyCode, items, read: (sha256: string) => this.blobs.read(sha256) };
    const staged = await this.blobs.stage(bundleContent(source, this.key));
    try {
      await this.blobs.keep(staged);
    } finally {
      await this.blobs.discard(staged);
    }
    return { sha256: staged.sha256, bytes: staged.bytes, keyId: this.key.id };
  }

  private async itemsOf(bundleId: string): Promise<BundleItem[]> {
    const { manager } = this.database;
    const rows = await manager.find(ReportItem, { where: { bundleId, state: 'waiting' }, order: { position: 'ASC' } });
    return Promise.all(rows.map((row) => bundleItemOf(manager, row)));
  }

  private async record(manager: EntityManager, bundleId: string, sealed: SealedBundle | null, at: Instant): Promise<void> {
    const head = await this.ledger.lockHead(manager, bundleSubject(bundleId));
    const bundle = await manager.findOneByOrFail(ReportBundle, { id: bundleId });
    if (bundle.state !== 'closed') {
      return;
    }
    const counts = await countsOf(manager, bundleId);
    const kept = counts.waiting === 0 ? null : sealed;
    const state = kept === null ? 'settled' : 'sealed';
    if (kept !== null) {
      await manager.insert(SealedBundle, kept);
    }
    await manager.update(ReportBundle, { id: bundleId }, { state });
    const detail = bundleDetail({ ...bundle, state }, counts, kept === null ? {} : { sha256: kept.sha256, keyId: kept.keyId });
    await this.ledger.append(manager, head, { kind: 'seal', actId: 'seal', at, by: null, organisationId: null, detail, relay: true });
  }
}
