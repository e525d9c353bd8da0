import type { AchievementsActivities, Recounted, RecountPage } from '@dengke/contract';
import { Activities } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { CorrectionTimeService } from '../corrections/correction-time.service';
import { RecountingService } from './recounting.service';

/** What `calendarChange` asks for. */
@Injectable()
@Activities()
export class CalendarActivities implements Pick<AchievementsActivities, 'recountDeadlines'> {
  constructor(
    private readonly recounting: RecountingService,
    private readonly corrections: CorrectionTimeService,
  ) {}

  /** With the last page the limits of corrections, which are few. */
  async recountDeadlines(page: RecountPage): Promise<Recounted> {
    const { moved, next } = await this.recounting.page(page);
    return { moved: next === null ? moved + (await this.corrections.recount(page)) : moved, next };
  }
}
