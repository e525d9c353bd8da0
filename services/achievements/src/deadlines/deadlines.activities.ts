import type { AchievementsActivities, ApplicationLimit, CountedDay, Instant } from '@dengke/contract';
import { Activities } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DeadlinesService } from './deadlines.service';

/** What workflows ask of the calendar for deadlines that are not achievements' own (design §6). */
@Injectable()
@Activities()
export class DeadlinesActivities implements Pick<AchievementsActivities, 'dueOn'> {
  constructor(
    private readonly database: DataSource,
    private readonly deadlines: DeadlinesService,
  ) {}

  dueOn({ limit, since }: { limit: ApplicationLimit; since: Instant }): Promise<CountedDay> {
    return this.deadlines.count(this.database.manager, limit, since);
  }
}
