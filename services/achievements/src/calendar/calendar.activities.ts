import type { AchievementsActivities, Recounted, RecountPage } from '@dengke/contract';
import { Activities } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { RecountingService } from './recounting.service';

/** What `calendarChange` asks for. */
@Injectable()
@Activities()
export class CalendarActivities implements Pick<AchievementsActivities, 'recountDeadlines'> {
  constructor(private readonly recounting: RecountingService) {}

  recountDeadlines(page: RecountPage): Promise<Recounted> {
    return this.recounting.page(page);
  }
}
