import type { Instant, RegistryItemAnswer, ReportTry, ReportUpFact, TimedReportAct } from '@dengke/contract';
import { changeOne, DomainError, inTransaction, Ledger } from '@dengke/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { AnsweringService } from './answering.service';
import { bundleDetail, bundleFactOf, bundleSubject, countsOf } from './bundle-facts';
import { CollectingService } from './collecting.service';
import { Registry, RegistryFault } from './registry';
import { ReportBundle } from './report-bundle.entity';
import { REPORT_SETTINGS } from './report-settings';
import type { ReportSettings } from './report-settings';
import { SealedBundle } from './sealed-bundle.entity';
import { SealingService } from './sealing.service';

/** What only makes it wait: the registry, or a suspicion of secrecy of something that was sealed before (P17). */
const faultOf = (error: unknown): string | null =>
  error instanceof RegistryFault || (error instanceof DomainError && error.code === 'SECRECY_SUSPECTED') ? error.code : null;

const LONGEST_PAUSE_SECONDS = 3_600;

/**
 * What a bundle's workflow lets happen: close, seal, send, ask. Each once, whatever is repeated, and whatever the registry does: that is a line in
 * the bundle's row and another try, never a fault of ours, and nothing of the submissions is undone by it (P37).
 */
@Injectable()
export class BundlesService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly collecting: CollectingService,
    private readonly sealing: SealingService,
    private readonly answering: AnsweringService,
    private readonly registry: Registry,
    @Inject(REPORT_SETTINGS) private readonly settings: ReportSettings,
  ) {}

  async factsAfter(bundleId: string, after: number): Promise<ReportUpFact[]> {
    return (await this.ledger.entriesAfter(bundleSubject(bundleId), after)).map(bundleFactOf);
  }

  async close({ bundleId, after, at }: TimedReportAct): Promise<ReportUpFact[]> {
    await inTransaction(this.database, (manager) => this.collecting.close(manager, bundleId, at));
    return this.factsAfter(bundleId, after);
  }

  async seal({ bundleId, after, at }: TimedReportAct): Promise<ReportUpFact[]> {
    await this.sealing.seal(bundleId, at);
    return this.factsAfter(bundleId, after);
  }

  /** Lost replies and all: the registry is handed the same content under the same ids until it says that it has it. */
  send(act: TimedReportAct): Promise<ReportTry> {
    return this.trying(act, 'sealed', async () => {
      const answers = await this.handedOver(act);
      if (answers !== null) {
        await inTransaction(this.database, (manager) => this.noteSent(manager, act.bundleId, act.at));
      }
      return answers ?? [];
    });
  }

  /** A registry that has lost the bundle is handed it again. */
  ask(act: TimedReportAct): Promise<ReportTry> {
    return this.trying(act, 'sent', async () => (await this.registry.answersTo(act.bundleId)) ?? (await this.handedOver(act)) ?? []);
  }

  /**
   * With something classified in it, it is not handed over (P17), unless the registry has it already, by a try whose reply was lost: then it answers.
   * @returns null where it never went
   */
  private async handedOver({ bundleId, at }: TimedReportAct): Promise<RegistryItemAnswer[] | null> {
    if (!(await this.sealing.isClassified(bundleId))) {
      return this.registry.deliver(await this.sealing.contentOf(bundleId));
    }
    const answers = await this.registry.answersTo(bundleId);
    if (answers === null) {
      await this.sealing.breakUp(bundleId, at);
    }
    return answers;
  }

  private async trying(
    { bundleId, after, at }: TimedReportAct,
    state: 'sealed' | 'sent',
    what: () => Promise<RegistryItemAnswer[]>,
  ): Promise<ReportTry> {
    const bundle = await this.database.manager.findOneByOrFail(ReportBundle, { id: bundleId });
    if (bundle.state !== state) {
      return { facts: await this.factsAfter(bundleId, after), nextAt: null, fault: null };
    }
    try {
      const taken = await this.answering.take(bundleId, await what(), at);
      const attempts = taken > 0 || state === 'sealed' ? 0 : bundle.attempts + 1;
      return await this.noted(bundleId, after, at, attempts, null);
    } catch (error) {
      const fault = faultOf(error);
      if (fault === null) {
        throw error;
      }
      return this.noted(bundleId, after, at, bundle.attempts + 1, fault);
    }
  }

  private async noted(bundleId: string, after: number, at: Instant, attempts: number, fault: string | null): Promise<ReportTry> {
    const { state } = await this.database.manager.findOneByOrFail(ReportBundle, { id: bundleId });
    const nextAt = state === 'settled' ? null : this.next(at, attempts);
    await this.database.manager.update(ReportBundle, { id: bundleId }, { attempts, triedAt: at, nextTryAt: nextAt, lastFault: fault });
    return { facts: await this.factsAfter(bundleId, after), nextAt, fault };
  }

  /** Doubled with each try that brought nothing. */
  private next(at: Instant, attempts: number): Instant {
    const seconds = Math.min(this.settings.pauseSeconds * 2 ** Math.min(Math.max(attempts - 1, 0), 12), LONGEST_PAUSE_SECONDS);
    return new Date(Date.parse(at) + seconds * 1_000).toISOString();
  }

  private async noteSent(manager: EntityManager, bundleId: string, at: Instant): Promise<void> {
    const head = await this.ledger.lockHead(manager, bundleSubject(bundleId));
    const bundle = await manager.findOneByOrFail(ReportBundle, { id: bundleId });
    if (bundle.state !== 'sealed') {
      return;
    }
    await changeOne(manager.createQueryBuilder().update(ReportBundle).set({ state: 'sent' }).where({ id: bundleId, state: 'sealed' }));
    const { sha256 } = await manager.findOneByOrFail(SealedBundle, { bundleId });
    const detail = bundleDetail({ ...bundle, state: 'sent' }, await countsOf(manager, bundleId), { sha256 });
    await this.ledger.append(manager, head, { kind: 'send', actId: 'send', at, by: null, organisationId: null, detail, relay: true });
  }
}
