import type { Rung } from '@dengke/contract';
import { Metrics } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { UntoldService } from './untold.service';

/** The ladder in three parts: its rungs go on for as long as somebody is late. */
const partOf = (rung: Rung): string => rung.replace(/-\d+$/, '');

/** Reminders that are due and in no digest yet, as the ledger of reminders says; and those that this process sent, counted once they are committed. */
@Injectable()
export class ReminderMetrics implements OnModuleInit {
  private readonly count: ReturnType<Metrics['counter']>;

  constructor(
    private readonly metrics: Metrics,
    private readonly untold: UntoldService,
  ) {
    const help = 'Reminders that a digest told: before the last day, on it, overdue';
    this.count = metrics.counter({ name: 'dengke_reminders_sent_total', help, labels: ['rung'] });
  }

  onModuleInit(): void {
    this.metrics.add({
      gauges: { dengke_reminders_due: { help: 'Reminders that are due and that no digest has told yet' } },
      read: async () => ({ dengke_reminders_due: [{ value: await this.untold.count() }] }),
    });
  }

  sent(reminders: readonly { rung: Rung }[]): void {
    reminders.forEach(({ rung }) => this.count({ rung: partOf(rung) }));
  }
}
