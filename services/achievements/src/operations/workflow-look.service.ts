import type { PendingActivity, PendingTimer, WorkflowLook, WorkflowProgress, WorkflowRun } from '@dengke/contract';
import { messageNames, searchAttributes } from '@dengke/contract';
import { TemporalClient } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client, WorkflowExecutionDescription, WorkflowHandle } from '@temporalio/client';
import { decodeOptionalSinglePayload } from '@temporalio/common/lib/internal-non-workflow';
import { tsToMs } from '@temporalio/common/lib/time';
import type { temporal } from '@temporalio/proto';

type History = temporal.api.history.v1.IHistory;

interface TimerStarted {
  at: string;
  summary: temporal.api.common.v1.IPayload | null | undefined;
}

/** What Temporal knows of a workflow: the run, what it is doing, what it waits for. */
@Injectable()
export class WorkflowLookService {
  constructor(private readonly client: TemporalClient) {}

  /** The run, without asking the workflow itself: cheap, also where no worker lives. Null for one that Temporal does not know. */
  run(workflowId: string): Promise<WorkflowRun | null> {
    return this.known(workflowId, async (handle) => runOf(await handle.describe()));
  }

  look(workflowId: string): Promise<WorkflowLook | null> {
    return this.known(workflowId, async (handle) => {
      const [run, history, progress] = await Promise.all([handle.describe(), handle.fetchHistory(), this.progress(workflowId)]);
      const timers = run.status.name === 'RUNNING' ? await this.meant(timersIn(history)) : [];
      return { ...runOf(run), progress, timers };
    });
  }

  /** Its own account; null when no worker answers or the workflow is too broken to. */
  async progress(workflowId: string): Promise<WorkflowProgress | null> {
    try {
      return await this.client.call((client) => client.workflow.getHandle(workflowId).query<WorkflowProgress>(messageNames.progress));
    } catch {
      return null;
    }
  }

  /** With what each says it waits for, as far as it says so. */
  private meant(timers: TimerStarted[]): Promise<PendingTimer[]> {
    return this.client.call((client) =>
      Promise.all(timers.map(async ({ at, summary }) => ({ at, meaning: await openedBy(client, summary) }))),
    );
  }

  private async known<T>(workflowId: string, look: (handle: WorkflowHandle) => Promise<T>): Promise<T | null> {
    try {
      return await this.client.call((client: Client) => look(client.workflow.getHandle(workflowId)));
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) {
        return null;
      }
      throw error;
    }
  }
}

const LAST_FACT = 'LastFact' satisfies keyof typeof searchAttributes;

function runOf({
  workflowId,
  runId,
  status,
  startTime,
  historyLength,
  searchAttributes: shown,
  raw,
}: WorkflowExecutionDescription): WorkflowRun {
  const [lastFact] = shown[LAST_FACT] ?? [];
  return {
    workflowId,
    runId,
    status: status.name,
    startedAt: startTime.toISOString(),
    historyLength,
    lastFact: typeof lastFact === 'number' ? lastFact : null,
    activities: (raw.pendingActivities ?? []).map(activityOf),
    taskAttempts: Number(raw.pendingWorkflowTask?.attempt ?? 0),
  };
}

/** The failure by its kind alone: a message may quote what it failed on. */
const activityOf = ({ activityType, attempt, lastFailure }: temporal.api.workflow.v1.IPendingActivityInfo): PendingActivity => ({
  activity: activityType?.name ?? '',
  attempt: attempt ?? 1,
  failure: lastFailure ? (lastFailure.applicationFailureInfo?.type ?? 'timeout') : null,
});

/** Started, and neither fired nor cancelled. */
function timersIn({ events }: History): TimerStarted[] {
  const running = new Map<string, TimerStarted>();
  for (const event of events ?? []) {
    const { timerStartedEventAttributes: started, timerFiredEventAttributes: fired, timerCanceledEventAttributes: cancelled } = event;
    const ended = fired?.timerId ?? cancelled?.timerId;
    if (started) {
      const at = new Date(tsToMs(event.eventTime) + tsToMs(started.startToFireTimeout)).toISOString();
      running.set(started.timerId ?? '', { at, summary: event.userMetadata?.summary });
    } else if (typeof ended === 'string') {
      running.delete(ended);
    }
  }
  return [...running.values()];
}

/** A history is as Temporal keeps it, sealed. */
const openedBy = async ({ options }: Client, summary: TimerStarted['summary']): Promise<string | null> =>
  (await decodeOptionalSinglePayload<string>(options.loadedDataConverter, summary)) ?? null;
