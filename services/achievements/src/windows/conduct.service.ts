import { actRules } from '@dengke/contract';
import type { Instant, TimedWindowAct, WindowAct, WindowFact, WindowState } from '@dengke/contract';
import { changeOne, DomainError, inTransaction, Ledger } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { ActsService } from '../acts/acts.service';
import { subjectOf } from '../acts/facts';
import { Submission } from '../acts/submission.entity';
import { AccountService } from './account.service';
import { CollectionWindowRow } from './collection-window.entity';
import { EarlierCutOffRow } from './earlier-cut-off.entity';
import { SummarySheetsService } from './summary-sheets.service';
import { windowDetail, windowFactOf, windowSubject } from './window-facts';

const PAGE = 200;

type Led = Exclude<WindowAct, 'announce' | 'reschedule' | 'closeNow' | 'extend'>;

/** From which state each act of time leads to which. */
const leads: Record<Led, { from: WindowState; to: WindowState }> = {
  open: { from: 'announced', to: 'open' },
  freeze: { from: 'open', to: 'cut-off' },
  startPaperDays: { from: 'cut-off', to: 'paper-days' },
  close: { from: 'paper-days', to: 'closed' },
};

/** What a window's workflow lets happen when its instants come. Each act once, whatever is repeated; one that comes second changes nothing. */
@Injectable()
export class ConductService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly acts: ActsService,
    private readonly account: AccountService,
    private readonly sheets: SummarySheetsService,
  ) {}

  async factsAfter(windowId: string, after: number): Promise<WindowFact[]> {
    return (await this.ledger.entriesAfter(windowSubject(windowId), after)).map(windowFactOf);
  }

  async lead(act: Led, { windowId, after, at }: TimedWindowAct): Promise<WindowFact[]> {
    if (act === 'freeze') {
      await this.settleAll(windowId, at);
    }
    await inTransaction(this.database, async (manager) => {
      const head = await this.ledger.lockHead(manager, windowSubject(windowId));
      const window = await manager.findOneByOrFail(CollectionWindowRow, { id: windowId });
      if (window.state !== leads[act].from) {
        return;
      }
      const extra = act === 'freeze' ? await this.freeze(manager, window, at) : {};
      const next = { ...window, state: leads[act].to };
      await changeOne(
        manager
          .createQueryBuilder()
          .update(CollectionWindowRow)
          .set({ state: next.state })
          .where({ id: windowId, version: window.version, state: window.state }),
      );
      const detail = windowDetail(next, await manager.findBy(EarlierCutOffRow, { windowId }), extra);
      await this.ledger.append(manager, head, {
        kind: act,
        actId: `${act}:${after}`,
        at,
        by: null,
        organisationId: null,
        detail,
        relay: true,
      });
    });
    return this.factsAfter(windowId, after);
  }

  /** One page of what a cut-off settles. The recorded instant is the cut-off's, also when the workflow comes late. */
  async settle(windowId: string, cutOffAt: Instant, cursor: string | null): Promise<{ next: string | null; settled: number }> {
    const rows = await this.database.manager.find(Submission, {
      select: { serial: true, cutOffAt: true },
      where: { windowId, windowOutcome: IsNull(), cutOffAt: LessThanOrEqual(cutOffAt), serial: MoreThan(cursor ?? '') },
      order: { serial: 'ASC' },
      take: PAGE,
    });
    for (const { serial, cutOffAt: own } of rows) {
      await this.acts.settle(serial, own ?? cutOffAt);
    }
    return { next: rows.length === PAGE ? (rows.at(-1)?.serial ?? null) : null, settled: rows.length };
  }

  /**
   * One page of what the window still binds, told of the cut-off that its row has since the dates were moved; by each change once, though a workflow that
   * begins anew tells of the earlier ones again.
   */
  async tell(windowId: string, at: Instant, cursor: string | null): Promise<{ next: string | null; told: number }> {
    const rows = await this.database.manager.find(Submission, {
      select: { serial: true },
      where: { windowId, windowOutcome: IsNull(), state: In([...actRules.moveCutOff.from]), serial: MoreThan(cursor ?? '') },
      order: { serial: 'ASC' },
      take: PAGE,
    });
    const actId = `moveCutOff:${at}`;
    for (const { serial } of rows) {
      if ((await this.ledger.entryOfAct(subjectOf(serial), actId)) === null) {
        await this.acts.byFeed('moveCutOff', serial, at, actId);
      }
    }
    return { next: rows.length === PAGE ? (rows.at(-1)?.serial ?? null) : null, told: rows.length };
  }

  /** What was submitted in the last moment may have been written after the sweep. */
  private async settleAll(windowId: string, until: Instant): Promise<void> {
    for (let cursor: string | null = ''; cursor !== null;) {
      cursor = (await this.settle(windowId, until, cursor)).next;
    }
  }

  /** Sheets and account as they stand at the cut-off (P14). @throws DomainError NOT_YET_DUE, BUSY while something is not settled: it is tried again */
  private async freeze(manager: EntityManager, window: CollectionWindowRow, at: Instant): Promise<{ residual: number }> {
    if (at < window.cutOffAt) {
      throw new DomainError('NOT_YET_DUE');
    }
    await this.sheets.freeze(manager, window, at);
    const { residual } = await this.account.of({ id: window.id, state: 'cut-off' });
    if (residual !== 0) {
      throw new DomainError('BUSY');
    }
    return { residual };
  }
}
