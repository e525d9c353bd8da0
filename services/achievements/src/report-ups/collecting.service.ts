import type { Instant, ReportBundleAct, ReportCounts, ReportItemState, ReportKind } from '@dengke/contract';
import { changeOne, Ledger } from '@dengke/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Certificate } from '../certificates/certificate.entity';
import { Submission } from '../acts/submission.entity';
import { nextBundleId, oneAfterAnother } from '../registrations/number-series';
import { bundleDetail, bundleSubject, countsOf } from './bundle-facts';
import { ReportBundle } from './report-bundle.entity';
import { ReportItem } from './report-item.entity';
import { knownOf, lastReported, owed } from './report-items';
import type { SuspectedItem } from './report-items';
import { REPORT_SETTINGS } from './report-settings';
import type { ReportSettings } from './report-settings';

export interface ItemAnswer {
  state: Exclude<ReportItemState, 'waiting'>;
  receipt: string | null;
  at: Instant;
}

type Reported = Pick<Submission, 'serial' | 'round' | 'registrationNumber' | 'approvedOn' | 'lastFact'>;

const newestVersion = async (manager: EntityManager, serial: string): Promise<number> =>
  (await manager.maximum(Certificate, 'version', { serial })) ?? 1;

const later = (at: Instant, seconds: number): Instant => new Date(Date.parse(at) + seconds * 1_000).toISOString();

/**
 * Puts what is reported up into the open bundle, and closes its item when the ministry has answered; each in the transaction of the submission's act.
 * Whoever holds a submission's lock may wait for a bundle's, never the other way round.
 */
@Injectable()
export class CollectingService {
  constructor(
    private readonly ledger: Ledger,
    @Inject(REPORT_SETTINGS) private readonly settings: ReportSettings,
  ) {}

  /**
   * Nothing where the ministry's people are told at their desk, or while an earlier item of the same submission waits for its answer.
   * @param submission before the act that reports it
   */
  async collect(manager: EntityManager, submission: Reported, kind: ReportKind, at: Instant): Promise<void> {
    const { serial, round, registrationNumber, approvedOn, lastFact } = submission;
    if (this.settings.mode === 'desk') {
      return;
    }
    await oneAfterAnother(manager);
    if (await manager.existsBy(ReportItem, { serial, state: 'waiting' })) {
      return;
    }
    if (registrationNumber === null || approvedOn === null) {
      throw new Error(`submission ${serial} is reported up without a number`);
    }
    const certificateVersion = await newestVersion(manager, serial);
    await this.put(manager, at, async (place) => {
      await manager.insert(ReportItem, {
        ...{ id: `${serial}-${lastFact + 1}`, ...place, kind, serial, round, registrationNumber, approvedOn, certificateVersion },
        ...{ collectedAt: at, state: 'waiting', answeredAt: null, receipt: null },
      });
    });
  }

  /** What waits in a bundle that is not handed over goes with those to come, as the items they are. */
  async moveWaiting(manager: EntityManager, bundleId: string, at: Instant): Promise<void> {
    const waiting = await manager.find(ReportItem, { where: { bundleId, state: 'waiting' }, order: { position: 'ASC' } });
    for (const { id } of waiting) {
      await this.put(manager, at, async (place) => void (await manager.update(ReportItem, { id }, place)));
    }
  }

  /** What takes the place of items that were found to be classified: that it is cancelled, where the ministry knows of it. */
  async collectInstead(manager: EntityManager, items: readonly SuspectedItem[], at: Instant): Promise<void> {
    for (const { serial } of items.filter(({ isClassified }) => isClassified)) {
      const submission = await manager.findOneByOrFail(Submission, { serial });
      // Told by the act that cancelled it, the last one.
      await this.collectChange(manager, { ...submission, lastFact: submission.lastFact - 1 }, at, false);
    }
  }

  /** One more in the open bundle. */
  private async put(
    manager: EntityManager,
    at: Instant,
    item: (place: Pick<ReportItem, 'bundleId' | 'position'>) => Promise<void>,
  ): Promise<void> {
    const bundle = await this.openBundle(manager, at);
    const position = bundle.itemCount + 1;
    await changeOne(
      manager
        .createQueryBuilder()
        .update(ReportBundle)
        .set({ itemCount: position })
        .where({ id: bundle.id, state: 'collecting', itemCount: bundle.itemCount }),
    );
    await item({ bundleId: bundle.id, position });
    if (position === 1) {
      await this.record(manager, bundle, 'open', at);
    }
    if (position >= this.settings.mostItems) {
      await this.close(manager, bundle.id, at);
    }
  }

  /**
   * What was corrected or cancelled since the ministry took it in (P36). One thing of a submission waits at a time, so what comes meanwhile follows
   * when that is answered; the state that stands then is told, once.
   * @param submission as the act leaves it
   * @param again also where the ministry has returned just that
   */
  async collectChange(
    manager: EntityManager,
    submission: Reported & Pick<Submission, 'state'>,
    at: Instant,
    again: boolean,
  ): Promise<void> {
    if (this.settings.mode === 'desk') {
      return;
    }
    const { serial, state } = submission;
    const [known, last] = [await knownOf(manager, serial), await lastReported(manager, serial)];
    const now = { cancelled: state === 'cancelled', certificateVersion: await newestVersion(manager, serial) };
    const kind = owed(known, last, now, again);
    if (kind !== null) {
      await this.collect(manager, submission, kind, at);
    }
  }

  /** It takes no more items: its time has come, or it is full. Twice changes nothing. */
  async close(manager: EntityManager, bundleId: string, at: Instant): Promise<void> {
    await oneAfterAnother(manager);
    const bundle = await manager.findOneByOrFail(ReportBundle, { id: bundleId });
    if (bundle.state === 'collecting') {
      const closesAt = at < bundle.closesAt ? at : bundle.closesAt;
      await manager.update(ReportBundle, { id: bundleId }, { state: 'closed', closesAt });
      await this.record(manager, { ...bundle, state: 'closed', closesAt }, 'close', at);
    }
  }

  /** The ministry has answered what it was told of a submission, whoever brought the answer; its item waits no more, if there is one. */
  async answerOf(manager: EntityManager, serial: string, answer: ItemAnswer): Promise<void> {
    const item = await manager.findOneBy(ReportItem, { serial, state: 'waiting' });
    if (item !== null) {
      await this.answer(manager, item.id, answer);
    }
  }

  /** Answered twice, the first answer stays. The last answer of a bundle that was sealed settles it. */
  private async answer(manager: EntityManager, itemId: string, { state, receipt, at }: ItemAnswer): Promise<void> {
    const { bundleId } = await manager.findOneByOrFail(ReportItem, { id: itemId });
    const head = await this.ledger.lockHead(manager, bundleSubject(bundleId));
    const { affected } = await manager.update(ReportItem, { id: itemId, state: 'waiting' }, { state, receipt, answeredAt: at });
    if (affected !== 1) {
      return;
    }
    const bundle = await manager.findOneByOrFail(ReportBundle, { id: bundleId });
    const counts = await countsOf(manager, bundleId);
    const isSettled = counts.waiting === 0 && (bundle.state === 'sealed' || bundle.state === 'sent');
    if (isSettled) {
      await manager.update(ReportBundle, { id: bundleId }, { state: 'settled', nextTryAt: null, lastFault: null });
    }
    const detail = bundleDetail({ ...bundle, state: isSettled ? 'settled' : bundle.state }, counts, { itemId, answer: state });
    const entry = { kind: 'answer', actId: `answer:${itemId}`, at, by: null, organisationId: null, detail, relay: true };
    await this.ledger.append(manager, head, entry);
  }

  /** Those who come at the same time wait for one another until the transaction ends, so one bundle is opened. */
  private async openBundle(manager: EntityManager, at: Instant): Promise<ReportBundle> {
    await oneAfterAnother(manager);
    const open = await manager.findOneBy(ReportBundle, { state: 'collecting' });
    if (open !== null) {
      return open;
    }
    const bundle: ReportBundle = {
      ...{ id: await nextBundleId(manager), state: 'collecting', openedAt: at, closesAt: later(at, this.settings.collectSeconds) },
      ...{ itemCount: 0, attempts: 0, triedAt: null, nextTryAt: null, lastFault: null },
    };
    await manager.insert(ReportBundle, bundle);
    return bundle;
  }

  private async record(manager: EntityManager, bundle: ReportBundle, kind: ReportBundleAct, at: Instant): Promise<void> {
    const counts: ReportCounts = await countsOf(manager, bundle.id);
    const detail = bundleDetail(bundle, counts);
    await this.ledger.record(manager, bundleSubject(bundle.id), {
      ...{ kind, actId: kind, at, by: null, organisationId: null, detail, relay: true },
    });
  }
}
