import { messageNames } from '@dengke/contract';
import type { WorkflowProgress } from '@dengke/contract';
import { Injectable } from '@nestjs/common';
import { isGrpcServiceError, ServiceError, WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { TemporalClient } from '../temporal/temporal-client';

const LISTING_MS = 60_000;
/** Of gRPC. */
const UNIMPLEMENTED = 12;

/** What Temporal and the workflow itself say of it. */
export interface WorkflowSight {
  type: string;
  taskQueue: string;
  isRunning: boolean;
  /** RUNNING, TERMINATED … */
  status: string;
  /** What the Temporal UI shows it by; one taken away is not among them (the time-skipping server keeps it as a null without a type). */
  attributes: Readonly<Record<string, unknown>>;
  /** Its own account; null when it runs and no worker answers, or it does not run. */
  progress: WorkflowProgress | null;
}

/** Looks at workflows; changes nothing. */
@Injectable()
export class WorkflowSights {
  constructor(private readonly temporal: TemporalClient) {}

  /** Null for one that Temporal does not know. @throws what the SDK throws while Temporal is away */
  async of(workflowId: string): Promise<WorkflowSight | null> {
    try {
      const [described, progress] = await Promise.all([
        this.temporal.call((client) => client.workflow.getHandle(workflowId).describe()),
        this.progress(workflowId),
      ]);
      const { type, taskQueue, status, typedSearchAttributes } = described;
      const attributes = Object.fromEntries(typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]));
      const isRunning = status.name === 'RUNNING';
      return { type, taskQueue, isRunning, status: status.name, attributes, progress: isRunning ? progress : null };
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) {
        return null;
      }
      throw error;
    }
  }

  /**
   * Ids of all that run, of every kind. Temporal's list lags a moment: whoever uses it looks at each again. The time-skipping server of a season
   * has no list: there only what the ledger knows is looked at.
   */
  async running(): Promise<string[]> {
    try {
      return await this.temporal.call(runningOf, LISTING_MS);
    } catch (error) {
      if (hasNoList(error)) {
        return [];
      }
      throw error;
    }
  }

  private async progress(workflowId: string): Promise<WorkflowProgress | null> {
    try {
      return await this.temporal.call((client) => client.workflow.getHandle(workflowId).query<WorkflowProgress>(messageNames.progress));
    } catch {
      return null;
    }
  }
}

/** The SDK tells of it in a fault of its own, with what the server said as its cause. */
function hasNoList(error: unknown): boolean {
  const said = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(said) && Number(said.code) === UNIMPLEMENTED;
}

async function runningOf({ workflow }: Client): Promise<string[]> {
  const found: string[] = [];
  for await (const { workflowId } of workflow.list({ query: "ExecutionStatus = 'Running'" })) {
    found.push(workflowId);
  }
  return found;
}
