import { searchAttributes, workflowTypes } from '@dengke/contract';
import { Metrics, TemporalClient } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** So many submissions at most are compared, the youngest first; `npm run ops -- reconcile --dry-run` compares all. */
const MOST = 20_000;
const PAGE = 1_000;
/** Temporal is asked no oftener, however often somebody reads the metrics. */
const LOOK_AGAIN_MS = 240_000;
const WITHIN_MS = 30_000;

const LAST_FACT = 'LastFact' satisfies keyof typeof searchAttributes;
const RUNNING = `WorkflowType = '${workflowTypes.submission}' AND ExecutionStatus = 'Running'`;

/**
 * Submissions whose workflow was told more facts than it shows to have followed, at two looks the same (docs/operations.md, row 5). What it shows is read
 * in Temporal's list, a thousand at a time, and no workflow is asked.
 */
@Injectable()
export class BehindMetrics implements OnModuleInit {
  private lookedAt = -Infinity;
  /** Of the look before; null where there was none, or Temporal could not be read. */
  private suspects: ReadonlySet<string> | null = null;
  private value: number | null = null;

  constructor(
    private readonly metrics: Metrics,
    private readonly database: DataSource,
    private readonly temporal: TemporalClient,
  ) {}

  onModuleInit(): void {
    // With a label, since a gauge without one is 0 where nothing is told.
    const about = { help: 'Workflows that have not followed what they were told, at two looks', labels: ['type'] };
    this.metrics.add({
      gauges: { dengke_workflows_behind: about },
      read: async () => {
        this.lookIfDue();
        return { dengke_workflows_behind: this.value === null ? [] : [{ labels: { type: workflowTypes.submission }, value: this.value }] };
      },
    });
  }

  /** Afterwards nothing is told where Temporal could not be read, now or at the look before: that is no 0. */
  async look(): Promise<void> {
    this.lookedAt = performance.now();
    const { suspects } = this;
    const found = await this.behind().then(
      (behind) => new Set(behind),
      () => null,
    );
    this.suspects = found;
    this.value = found === null || suspects === null ? null : [...found].filter((one) => suspects.has(one)).length;
  }

  /** Whoever reads the metrics waits for no Temporal, least of all while it is away. */
  private lookIfDue(): void {
    if (performance.now() - this.lookedAt >= LOOK_AGAIN_MS) {
      void this.look();
    }
  }

  /** Each with the fact that it shows: one that moves on is not the same at the next look. */
  private async behind(): Promise<string[]> {
    const shown = await this.shown();
    const behind: string[] = [];
    for (let from = 0; from < shown.length; from += PAGE) {
      behind.push(...(await this.behindOf(new Map(shown.slice(from, from + PAGE)))));
    }
    return behind;
  }

  private shown(): Promise<[workflowId: string, lastFact: number][]> {
    return this.temporal.call(async (client) => {
      const shown: [string, number][] = [];
      for await (const { workflowId, searchAttributes: own } of client.workflow.list({ query: RUNNING, pageSize: PAGE })) {
        const [lastFact] = own[LAST_FACT] ?? [];
        if (typeof lastFact === 'number' && shown.push([workflowId, lastFact]) >= MOST) {
          break;
        }
      }
      return shown;
    }, WITHIN_MS);
  }

  private async behindOf(shown: ReadonlyMap<string, number>): Promise<string[]> {
    const heads = await this.database.query<{ subject: string; lastNumber: number }[]>(
      `SELECT h.subject, h.lastNumber FROM ledger_head h
       WHERE h.subject IN (?) AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.subject = h.subject AND o.relayed = 1)`,
      [[...shown.keys()]],
    );
    return heads
      .filter(({ subject, lastNumber }) => Number(lastNumber) > (shown.get(subject) ?? 0))
      .map(({ subject }) => `${subject} ${shown.get(subject)}`);
  }
}
