import { bundleMediaType, messageNames } from '@dengke/contract';
import type { Caller } from '@dengke/contract';
import { BusinessClock, DomainError, inTransaction, Ledger, TemporalClient } from '@dengke/service-kit';
import type { Downloadable } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { subjectOf } from '../acts/facts';
import { sealedAmong } from '../submissions/sealed';
import { bundleSubject, countsOf } from './bundle-facts';
import { ReportBundle } from './report-bundle.entity';
import { ReportItem } from './report-item.entity';
import type { BundleItemLine, BundleLine, BundleList, BundlePage, BundlesQuery } from './report-ups.dto';
import { SealedBundle } from './sealed-bundle.entity';
import { SealingService } from './sealing.service';

/** The department's board of what is reported up: bundle by bundle, item by item. */
@Injectable()
export class ReportUpsService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
    private readonly sealing: SealingService,
    private readonly temporal: TemporalClient,
  ) {}

  /** The newest first. */
  async list({ cursor, limit }: BundlesQuery): Promise<BundleList> {
    const where = cursor === undefined ? {} : { id: LessThan(cursor) };
    const rows = await this.database.manager.find(ReportBundle, { where, order: { id: 'DESC' }, take: limit + 1 });
    const shown = rows.slice(0, limit);
    const items = await Promise.all(shown.map((row) => this.lineOf(row)));
    return { items, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
  }

  /** @throws DomainError NOT_FOUND */
  async page(id: string): Promise<BundlePage> {
    const bundle = await this.known(id);
    const { manager } = this.database;
    const rows = await manager.find(ReportItem, { where: { bundleId: id }, order: { position: 'ASC' } });
    const sealed = await manager.findOneBy(SealedBundle, { bundleId: id });
    const reasons = await this.reasonsOf(rows);
    return {
      ...(await this.lineOf(bundle)),
      sha256: sealed?.sha256 ?? null,
      keyId: sealed?.keyId ?? null,
      lines: rows.map((row) => itemLineOf(row, reasons.get(row.id) ?? null)),
    };
  }

  /** The bundle as it is sent, people's data and all; that somebody took it is an entry of the ledger. @throws DomainError NOT_FOUND until it is sealed */
  async file(me: Caller, id: string): Promise<Downloadable> {
    const { manager } = this.database;
    if ((await manager.findOneBy(SealedBundle, { bundleId: id })) === null) {
      throw new DomainError('NOT_FOUND');
    }
    const { bytes, open } = await this.sealing.contentOf(id);
    await inTransaction(this.database, (writing) =>
      this.ledger.record(writing, `report-up-file/${id}`, {
        ...{ kind: 'readBundle', actId: uuidv7(), at: this.clock.now(), by: me.personId, organisationId: me.position.organisationId },
        ...{ detail: { bundleId: id }, relay: false },
      }),
    );
    return { mediaType: bundleMediaType, bytes, fileName: `${id}.tar`, open };
  }

  /** Has the bundle's workflow do at once what it would try again later. @throws DomainError NOT_FOUND, ACT_NOT_PERMITTED when nothing is being tried */
  async retry(me: Caller, key: string, id: string): Promise<BundleLine> {
    const bundle = await this.known(id);
    if (bundle.nextTryAt === null) {
      throw new DomainError('ACT_NOT_PERMITTED');
    }
    await this.temporal.call((client) =>
      client.workflow.getHandle(bundleSubject(id)).executeUpdate(messageNames.retryNow, { updateId: `${me.personId}:${key}` }),
    );
    return this.lineOf(await this.known(id));
  }

  private async known(id: string): Promise<ReportBundle> {
    const bundle = await this.database.manager.findOneBy(ReportBundle, { id });
    if (bundle === null) {
      throw new DomainError('NOT_FOUND');
    }
    return bundle;
  }

  private async lineOf({ id, state, openedAt, closesAt, attempts, triedAt, nextTryAt, lastFault }: ReportBundle): Promise<BundleLine> {
    const items = await countsOf(this.database.manager, id);
    return { id, state, openedAt, closesAt, items, attempts, triedAt, nextTryAt, lastFault };
  }

  /** The words of the ministry's desk, or of its registry, stand with the act that was its answer; none are told of what is sealed (P17). */
  private async reasonsOf(items: readonly ReportItem[]): Promise<Map<string, string>> {
    const sealed = await sealedAmong(
      this.database.manager,
      items.map(({ serial }) => serial),
    );
    const returned = items.filter(({ state, serial }) => state === 'returned' && !sealed.has(serial));
    const found = await Promise.all(
      returned.map(async ({ id, serial, answeredAt }): Promise<[string, string][]> => {
        const reason = (await this.ledger.timeline(subjectOf(serial)))
          .filter(({ kind, at }) => (kind === 'returnReport' || kind === 'returnChange') && at === answeredAt)
          .map(({ text }) => text?.['reason']);
        return reason.filter((word) => typeof word === 'string').map((word) => [id, word]);
      }),
    );
    return new Map(found.flat());
  }
}

const itemLineOf = (
  { id, kind, serial, registrationNumber, state, collectedAt, answeredAt, receipt }: ReportItem,
  reason: string | null,
): BundleItemLine => ({ id, kind, serial, registrationNumber, state, collectedAt, answeredAt, receipt, reason });
