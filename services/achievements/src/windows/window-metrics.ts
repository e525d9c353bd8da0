import { BusinessClock, Metrics, toDatabase } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** The newest windows, some years of them: the account of one that is older is `npm run ops -- account`. */
const TOLD = 8;

interface Row {
  id: string;
  entered: string;
  unsettled: string;
}

/**
 * Whether the account of each window comes out even. Until its cut-off everything that entered stands in a column; from that instant on,
 * whatever its state, what was not settled is the residual: for a moment while the sweep goes, and never again.
 */
@Injectable()
export class WindowMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
  ) {}

  onModuleInit(): void {
    const labels = ['window'];
    this.metrics.add({
      gauges: {
        dengke_window_entered: { help: 'Submissions that entered a window', labels },
        dengke_window_residual: { help: 'Those of them that were not settled at its cut-off: entered less settled', labels },
      },
      read: async () => {
        const rows = await this.rows();
        const told = (count: 'entered' | 'unsettled') => rows.map((row) => ({ labels: { window: row.id }, value: Number(row[count]) }));
        return { dengke_window_entered: told('entered'), dengke_window_residual: told('unsettled') };
      },
    });
  }

  private async rows(): Promise<Row[]> {
    return this.database.query<Row[]>(
      `SELECT w.id, COUNT(s.serial) AS entered, COUNT(CASE WHEN w.cutOffAt <= ? AND s.windowOutcome IS NULL THEN s.serial END) AS unsettled
       FROM (SELECT id, cutOffAt FROM collection_window ORDER BY cutOffAt DESC LIMIT ?) w
       LEFT JOIN submission s ON s.windowId = w.id GROUP BY w.id`,
      [toDatabase(await this.clock.read()), TOLD],
    );
  }
}
