import { Metrics } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Mail } from './mail.entity';

/** Mails that have not reached a mail server: those that wait for their turn, and those that were given up. */
@Injectable()
export class MailMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: DataSource,
  ) {}

  onModuleInit(): void {
    this.metrics.add({
      gauges: {
        dengke_mails_waiting: { help: 'Mails that wait to be handed to the mail server' },
        dengke_mails_dead: { help: 'Mails that were given up' },
      },
      read: async () => ({
        dengke_mails_waiting: [{ value: await this.count('waiting') }],
        dengke_mails_dead: [{ value: await this.count('dead') }],
      }),
    });
  }

  /** By its index: most mails were sent, and are not looked at. */
  private async count(state: Mail['state']): Promise<number> {
    const [row] = await this.database.query<{ mails: number }[]>('SELECT COUNT(*) AS mails FROM mail_outbox WHERE state = ?', [state]);
    return Number(row?.mails);
  }
}
