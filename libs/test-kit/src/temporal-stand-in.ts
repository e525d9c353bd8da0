import { WorkflowNotFoundError } from '@temporalio/client';
import type { WorkflowProgress } from '@dengke/contract';

/** One workflow as Temporal has it, with what its own code would answer. */
export interface StandInWorkflow {
  workflowId: string;
  type: string;
  taskQueue: string;
  status: string;
  searchAttributes: Record<string, unknown[]>;
  /** Null: no worker answers. */
  progress: WorkflowProgress | null;
  pendingActivities: { name: string; attempt: number; failure: string | null }[];
  taskAttempts: number;
}

/** What comes to a workflow, for the spec to do what its code would. */
export interface Arrival {
  workflow: StandInWorkflow;
  name: string;
  args: readonly unknown[];
}

/**
 * Stands where a service's way to Temporal does (`provide: TemporalClient`): keeps workflows by id and tells the spec what comes to them. For what
 * only a real Temporal shows there are drills and walkthroughs.
 */
export class TemporalStandIn {
  readonly workflows = new Map<string, StandInWorkflow>();
  /** Earlier runs of the same ids, as they ended: Temporal goes on listing them. */
  private readonly earlier: StandInWorkflow[] = [];
  /** Ids whose look gives nothing yet: the list of a real one lags behind. */
  readonly unlisted = new Set<string>();

  constructor(private readonly onArrival: (arrival: Arrival) => void | Promise<void> = () => undefined) {}

  add(workflowId: string, type: string, own: Partial<StandInWorkflow> = {}): StandInWorkflow {
    const workflow: StandInWorkflow = {
      ...{ workflowId, type, taskQueue: 'registration', status: 'RUNNING', searchAttributes: {}, progress: null },
      ...{ pendingActivities: [], taskAttempts: 0, ...own },
    };
    const before = this.workflows.get(workflowId);
    if (before !== undefined) {
      this.earlier.push(before);
    }
    this.workflows.set(workflowId, workflow);
    return workflow;
  }

  call = async <T>(fn: (client: unknown) => Promise<T>): Promise<T> => fn({ workflow: this.client });

  private readonly client = {
    list: ({ query }: { query: string }) => this.listed(query.includes("'Running'")),
    getHandle: (workflowId: string) => ({
      describe: async () => described(this.known(workflowId)),
      /** It keeps none. */
      fetchHistory: async () => ({ workflowId: this.known(workflowId).workflowId, events: [] }),
      query: async () => this.answered(workflowId),
      signal: (name: string, ...args: unknown[]) => this.arrives(workflowId, name, args),
      executeUpdate: (name: string, { args = [] }: { args?: unknown[] } = {}) => this.arrives(workflowId, name, args),
      terminate: async () => void (this.running(workflowId).status = 'TERMINATED'),
    }),
    signalWithStart: async (type: string, options: StartOptions) => {
      const { workflowId, taskQueue, signal, signalArgs } = options;
      if (this.workflows.get(workflowId)?.status !== 'RUNNING') {
        this.add(workflowId, type, { taskQueue });
      }
      await this.arrives(workflowId, signal, signalArgs);
    },
  };

  private async *listed(isRunning: boolean) {
    for (const { workflowId, status, searchAttributes } of [...this.earlier, ...this.workflows.values()]) {
      const isListed = isRunning ? status === 'RUNNING' : ['FAILED', 'TIMED_OUT'].includes(status);
      if (isListed && !this.unlisted.has(workflowId)) {
        yield await Promise.resolve({ workflowId, status: { name: status }, searchAttributes });
      }
    }
  }

  private async arrives(workflowId: string, name: string, args: readonly unknown[]): Promise<void> {
    await this.onArrival({ workflow: this.running(workflowId), name, args });
  }

  private answered(workflowId: string): WorkflowProgress {
    const { progress } = this.known(workflowId);
    if (progress === null) {
      throw new Error('no worker answers');
    }
    return progress;
  }

  private running(workflowId: string): StandInWorkflow {
    const workflow = this.known(workflowId);
    if (workflow.status !== 'RUNNING') {
      throw new WorkflowNotFoundError('workflow execution already completed', workflowId, undefined);
    }
    return workflow;
  }

  private known(workflowId: string): StandInWorkflow {
    const workflow = this.workflows.get(workflowId);
    if (workflow === undefined) {
      throw new WorkflowNotFoundError('not found', workflowId, undefined);
    }
    return workflow;
  }
}

interface StartOptions {
  workflowId: string;
  taskQueue: string;
  signal: string;
  signalArgs: unknown[];
}

function described({ workflowId, type, taskQueue, status, searchAttributes, pendingActivities, taskAttempts }: StandInWorkflow) {
  const activities = pendingActivities.map(({ name, attempt, failure }) => ({
    activityType: { name },
    attempt,
    lastFailure: failure === null ? null : { applicationFailureInfo: { type: failure } },
  }));
  const raw = { pendingActivities: activities, pendingWorkflowTask: taskAttempts === 0 ? null : { attempt: taskAttempts } };
  const run = { workflowId, runId: `run of ${workflowId}`, type, taskQueue, status: { name: status }, searchAttributes };
  const typedSearchAttributes = { getAll: () => Object.entries(searchAttributes).map(([name, [value]]) => ({ key: { name }, value })) };
  return { ...run, typedSearchAttributes, startTime: new Date(0), historyLength: 3, raw };
}
