import { dueRow } from '@dengke/contract';
import type { AchievementsActivities, DueRow, Instant, PlainDate, RunningDeadline } from '@dengke/contract';
import { Activities } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { RemindersService } from './reminders.service';

type Due = Parameters<AchievementsActivities['remindersDue']>[0];

/** What the `reminderRound` workflow asks of achievements. */
@Injectable()
@Activities()
export class RemindersActivities implements Pick<AchievementsActivities, 'nextRound' | 'remindersDue' | 'rungsOn'> {
  constructor(private readonly reminders: RemindersService) {}

  nextRound({ after }: { after: Instant }): Promise<{ at: Instant; on: PlainDate }> {
    return this.reminders.nextRound(after);
  }

  async remindersDue({ on, cursor }: Due): Promise<{ due: DueRow[]; next: string | null }> {
    const { due, next } = await this.reminders.due(on, cursor);
    return { due: due.map(dueRow), next };
  }

  async rungsOn({ on, waiting }: { on: PlainDate; waiting: RunningDeadline[] }): Promise<{ due: DueRow[] }> {
    return { due: (await this.reminders.dueElsewhere(on, waiting)).map(dueRow) };
  }
}
