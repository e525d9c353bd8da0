import type { AchievementsActivities, Instant, LostDay, TimedWindowAct, WindowFact } from '@dengke/contract';
import { Activities } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { ConductService } from './conduct.service';
import { LostDayService } from './lost-day.service';

type WindowActivities = Pick<
  AchievementsActivities,
  'windowFactsAfter' | 'openWindow' | 'settleCutOff' | 'tellCutOffs' | 'lostDay' | 'freezeWindow' | 'startPaperDays' | 'closeWindow'
>;

/** What the `batchWindow` workflow asks for. */
@Injectable()
@Activities()
export class WindowsActivities implements WindowActivities {
  constructor(
    private readonly conduct: ConductService,
    private readonly lostDays: LostDayService,
  ) {}

  windowFactsAfter({ windowId, after }: { windowId: string; after: number }): Promise<WindowFact[]> {
    return this.conduct.factsAfter(windowId, after);
  }

  openWindow(act: TimedWindowAct): Promise<WindowFact[]> {
    return this.conduct.lead('open', act);
  }

  settleCutOff({
    windowId,
    cutOffAt,
    cursor,
  }: {
    windowId: string;
    cutOffAt: Instant;
    cursor: string | null;
  }): Promise<{ next: string | null; settled: number }> {
    return this.conduct.settle(windowId, cutOffAt, cursor);
  }

  tellCutOffs({
    windowId,
    at,
    cursor,
  }: {
    windowId: string;
    at: Instant;
    cursor: string | null;
  }): Promise<{ next: string | null; told: number }> {
    return this.lostDays.isOurs(cursor) ? this.lostDays.page(windowId, at, cursor) : this.tellBound(windowId, at, cursor);
  }

  lostDay({ windowId, at }: { windowId: string; at: Instant }): Promise<LostDay | null> {
    return this.lostDays.of(windowId, at);
  }

  freezeWindow(act: TimedWindowAct): Promise<WindowFact[]> {
    return this.conduct.lead('freeze', act);
  }

  startPaperDays(act: TimedWindowAct): Promise<WindowFact[]> {
    return this.conduct.lead('startPaperDays', act);
  }

  closeWindow(act: TimedWindowAct): Promise<WindowFact[]> {
    return this.conduct.lead('close', act);
  }

  /** First what the window binds, then the limits that a lost day has ended. */
  private async tellBound(windowId: string, at: Instant, cursor: string | null): Promise<{ next: string | null; told: number }> {
    const { told, next } = await this.conduct.tell(windowId, at, cursor);
    return { told, next: next ?? this.lostDays.first };
  }
}
