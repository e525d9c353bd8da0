import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Metrics } from '../metrics/metrics';
import { Subjects } from './subjects';
import { ordersSubject } from './workflow-orders';

const PREFIX = ordersSubject('');

/** Workflows that operators hold back, as the ledger of their orders says; one that has come to its end is held back no more. */
@Injectable()
export class PauseMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: DataSource,
    private readonly subjects: Subjects,
  ) {}

  onModuleInit(): void {
    this.metrics.add({
      gauges: { dengke_workflows_paused: { help: 'Workflows for which time does nothing since an operator paused them' } },
      read: async () => ({ dengke_workflows_paused: [{ value: (await this.paused()).length }] }),
    });
  }

  /** Their ids. */
  async paused(): Promise<string[]> {
    const rows = await this.database.query<{ subject: string }[]>(
      `SELECT o.subject FROM ledger_entry o
       WHERE o.subject LIKE ? AND o.kind = 'pause' AND NOT EXISTS
         (SELECT 1 FROM ledger_entry r WHERE r.subject = o.subject AND r.number > o.number AND r.kind IN ('pause', 'resume'))`,
      [`${PREFIX}%`],
    );
    const ids = rows.map(({ subject }) => subject.slice(PREFIX.length));
    const sides = await Promise.all(ids.map((id) => this.subjects.sideOf(id)));
    return ids.filter((_, index) => sides[index]?.wanted.isOver === false);
  }
}
