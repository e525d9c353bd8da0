import type { AchievementsActivities, DueReminder, Instant, PlainDate, RunningDeadline } from '@dengke/contract';
import { Activities } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { RemindersService } from './reminders.service';

/** What the `reminderRound` workflow asks of achievements. */
@Injectable()
@Activities()
export class RemindersActivities implements Pick<AchievementsActivities, 'nextRound' | 'remindersDue' | 'rungsOn'> {
  constructor(private readonly reminders: RemindersService) {}

  nextRound({ after }: { after: Instant }): Promise<{ at: Instant; on: PlainDate }> {
    return this.reminders.nextRound(after);
  }

  remindersDue({
    on,
    cursor,
  }: {
    on: PlainDate;
    at: Instant;
    cursor: string | null;
  }): Promise<{ due: DueReminder[]; next: string | null }> {
    return this.reminders.due(on, cursor);
  }

  async rungsOn({ on, waiting }: { on: PlainDate; waiting: RunningDeadline[] }): Promise<{ due: DueReminder[] }> {
    return { due: await this.reminders.dueElsewhere(on, waiting) };
  }
}
