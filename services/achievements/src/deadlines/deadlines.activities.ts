import type { AchievementsActivities, CountedDay, DueDayAsked } from '@dengke/contract';
import { Activities } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DeadlinesService } from './deadlines.service';

/** What workflows ask of the calendar for deadlines that are not achievements' own. */
@Injectable()
@Activities()
export class DeadlinesActivities implements Pick<AchievementsActivities, 'dueOn'> {
  constructor(
    private readonly database: DataSource,
    private readonly deadlines: DeadlinesService,
  ) {}

  dueOn(asked: DueDayAsked): Promise<CountedDay> {
    return this.deadlines.dueDay(this.database.manager, asked);
  }
}
