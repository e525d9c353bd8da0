import type { BundleItem, Instant } from '@dengke/contract';
import { BlobStore, DomainError, inTransaction, Ledger } from '@dengke/service-kit';
import type { LedgerHead } from '@dengke/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { oneAfterAnother } from '../registrations/number-series';
import { REGISTRAR } from '../registrations/registrar';
import type { Registrar } from '../registrations/registrar';
import { bundleContent } from './bundle-content';
import { bundleDetail, bundleSubject, countsOf } from './bundle-facts';
import { bundleItemOf } from './bundle-items';
import { CollectingService } from './collecting.service';
import type { SealedContent } from './registry';
import { ReportBundle } from './report-bundle.entity';
import { ReportItem } from './report-item.entity';
import { suspectedIn } from './report-items';
import type { SuspectedItem } from './report-items';
import { REPORT_KEY } from './report-settings';
import type { ReportKey } from './report-settings';
import { SealedBundle } from './sealed-bundle.entity';

/** Gives a closed bundle its one content: blob before row, as with every file. */
@Injectable()
export class SealingService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly blobs: BlobStore,
    @Inject(REGISTRAR) private readonly registrar: Registrar,
    @Inject(REPORT_KEY) private readonly key: ReportKey | null,
    private readonly collecting: CollectingService,
  ) {}

  /** A bundle whose items the ministry's people have answered meanwhile has nothing to send, and is settled. Twice changes nothing. */
  async seal(bundleId: string, at: Instant): Promise<void> {
    const bundle = await this.database.manager.findOneByOrFail(ReportBundle, { id: bundleId });
    if (bundle.state === 'closed') {
      await this.postponeSuspected(bundleId, at);
      const items = await this.itemsOf(bundleId);
      const content = items.length === 0 ? null : await this.written(bundle, items);
      await inTransaction(this.database, (manager) =>
        this.record(manager, bundleId, content && { ...content, bundleId, sealedAt: at }, at),
      );
    }
  }

  /** Whether something in it was found to be classified: then it is not handed over any more. */
  async isClassified(bundleId: string): Promise<boolean> {
    return (await suspectedIn(this.database.manager, bundleId)).some(({ isClassified }) => isClassified);
  }

  /**
   * @throws Error when it has not been sealed, DomainError SECRECY_SUSPECTED while something in it is, and for good where it is classified: nothing of it
   * leaves the house (P17)
   */
  async contentOf(bundleId: string): Promise<SealedContent> {
    if ((await suspectedIn(this.database.manager, bundleId)).length > 0) {
      throw new DomainError('SECRECY_SUSPECTED');
    }
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

  /**
   * What is suspected of being classified is reported up by no bundle (P17): its item is gone from this one, with a reason and without content. When it
   * is cleared it is collected anew; both wait for one another, so it is neither sealed nor lost. Where it was cancelled as that, the ministry is
   * told so if it knows of it.
   */
  private async postponeSuspected(bundleId: string, at: Instant): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      await oneAfterAnother(manager);
      const postponed = await suspectedIn(manager, bundleId);
      if (postponed.length === 0) {
        return;
      }
      const head = await this.ledger.lockHead(manager, bundleSubject(bundleId));
      await manager.delete(ReportItem, { id: In(postponed.map(({ id }) => id)), state: 'waiting' });
      const bundle = await manager.findOneByOrFail(ReportBundle, { id: bundleId });
      await this.recordPostponed(manager, head, bundle, postponed, at);
      await this.collecting.collectInstead(manager, postponed, at);
    });
  }

  /**
   * A sealed bundle in which something is found to be classified is not handed over (P17). What else waits in it goes with another one, under the ids it had;
   * the classified stays here, withheld. Twice changes nothing.
   */
  async breakUp(bundleId: string, at: Instant): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      await oneAfterAnother(manager);
      const head = await this.ledger.lockHead(manager, bundleSubject(bundleId));
      const bundle = await manager.findOneByOrFail(ReportBundle, { id: bundleId });
      if (bundle.state !== 'sealed' && bundle.state !== 'sent') {
        return;
      }
      const classified = (await suspectedIn(manager, bundleId)).filter(({ isClassified }) => isClassified);
      await manager.update(ReportItem, { id: In(classified.map(({ id }) => id)), state: 'waiting' }, { state: 'withheld', answeredAt: at });
      await this.collecting.moveWaiting(manager, bundleId, at);
      await manager.update(ReportBundle, { id: bundleId }, { state: 'settled' });
      await this.recordPostponed(manager, head, { ...bundle, state: 'settled' }, classified, at);
      await this.collecting.collectInstead(manager, classified, at);
    });
  }

  private async recordPostponed(
    manager: EntityManager,
    head: LedgerHead,
    bundle: ReportBundle,
    items: readonly SuspectedItem[],
    at: Instant,
  ): Promise<void> {
    const postponed = items.map(({ id }) => id);
    const detail = bundleDetail(bundle, await countsOf(manager, bundle.id), { postponed, reason: 'SECRECY_SUSPECTED' });
    const actId = `postpone:${bundle.state}:${postponed[0] ?? ''}`;
    await this.ledger.append(manager, head, { kind: 'postpone', actId, at, by: null, organisationId: null, detail, relay: true });
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
