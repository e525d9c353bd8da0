import type { StuckWorkflow, WorkflowRun } from '@dengke/contract';
import { TemporalClient } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StuckWorkflowsDto } from './operations.dto';
import { WorkflowLookService } from './workflow-look.service';

/** So many at most are looked at in one go, so many at once. */
const MOST = 5_000;
const AT_ONCE = 16;
const WITHIN_MS = 60_000;
/** A workflow task that failed more often than this fails by its code, not by a worker that died. */
const TASK_TRIES = 3;

const RUNNING = "ExecutionStatus = 'Running'";
const BROKEN = "ExecutionStatus IN ('Failed', 'TimedOut')";

/** Looks through Temporal for workflows of every kind that do not go on: read there, compared with the ledger of achievements, changed nowhere. */
@Injectable()
export class StuckWorkflowsService {
  constructor(
    private readonly database: DataSource,
    private readonly temporal: TemporalClient,
    private readonly workflows: WorkflowLookService,
  ) {}

  /** @throws DomainError UNAVAILABLE while Temporal is away */
  async all(): Promise<StuckWorkflowsDto> {
    const running = await this.listed(RUNNING, MOST + 1);
    const broken = await this.listed(BROKEN, MOST);
    const seen = running.slice(0, MOST);
    // Temporal lists each run that broke for as long as it keeps it; the id may have gone on since.
    const queue = [...new Set([...seen, ...broken])];
    const stuck: StuckWorkflow[] = [];
    const lane = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        stuck.push(...(await this.troubleOf(next)));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    stuck.sort((one, other) => one.workflowId.localeCompare(other.workflowId));
    return { looked: seen.length, more: running.length > MOST, stuck };
  }

  /** The ids of such runs. */
  private listed(query: string, most: number): Promise<string[]> {
    return this.temporal.call(async (client) => {
      const found: string[] = [];
      for await (const { workflowId } of client.workflow.list({ query })) {
        if (found.push(workflowId) >= most) {
          break;
        }
      }
      return found;
    }, WITHIN_MS);
  }

  /** Of the latest run alone. */
  private async troubleOf(workflowId: string): Promise<StuckWorkflow[]> {
    const run = await this.workflows.run(workflowId);
    if (run?.status === 'RUNNING') {
      return this.troubles(run);
    }
    const isBroken = run?.status === 'FAILED' || run?.status === 'TIMED_OUT';
    return isBroken ? [{ workflowId, status: run.status, because: 'ended without a result' }] : [];
  }

  private async troubles(run: WorkflowRun): Promise<StuckWorkflow[]> {
    const failing = run.activities
      .filter(({ failure }) => failure !== null)
      .map(({ activity, attempt, failure }) => `${activity} failed (${failure}), try ${attempt}`);
    const task = run.taskAttempts > TASK_TRIES ? [`its own code fails, try ${run.taskAttempts}`] : [];
    const because = [...failing, ...task, ...(await this.behind(run))];
    return because.map((one) => ({ workflowId: run.workflowId, status: run.status, because: one }));
  }

  /** Facts that were told and not followed. What waits to be told is counted elsewhere; one that seems behind is asked itself, and answers after all it was told. */
  private async behind({ workflowId, lastFact }: WorkflowRun): Promise<string[]> {
    if (lastFact === null) {
      return [];
    }
    const [head] = await this.database.query<{ lastNumber: number; untold: string }[]>(
      `SELECT h.lastNumber, (SELECT COUNT(*) FROM outbox o WHERE o.subject = h.subject AND o.relayed = 1) AS untold
       FROM ledger_head h WHERE h.subject = ?`,
      [workflowId],
    );
    if (head === undefined || Number(head.untold) > 0 || Number(head.lastNumber) <= lastFact) {
      return [];
    }
    const reached = (await this.workflows.progress(workflowId))?.lastFact ?? lastFact;
    return reached >= Number(head.lastNumber) ? [] : [`followed to ${reached} of ${head.lastNumber} facts`];
  }
}
