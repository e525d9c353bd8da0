import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, BeforeApplicationShutdown } from '@nestjs/common';
import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { reminderRoundWorkflowId, taskQueues, workflowTypes } from '@dengke/contract';
import type { Divergence, ReminderRoundInput } from '@dengke/contract';
import { BackgroundLoop, Checks, Log, TemporalClient } from '@dengke/service-kit';
import type { OwnCheck } from '@dengke/service-kit';
import { NotificationsConfig } from '../config';

const LOOK_AGAIN_MS = 60_000;

/**
 * Sees to it that the reminder round runs: started as soon as Temporal can be reached, and again should Temporal have lost it. In a
 * season it is the season that starts it, with its end.
 */
@Injectable()
@Checks()
export class RoundService implements OnApplicationBootstrap, BeforeApplicationShutdown, OwnCheck {
  private readonly loop: BackgroundLoop;

  constructor(
    private readonly temporal: TemporalClient,
    private readonly config: NotificationsConfig,
    private readonly log: Log,
  ) {
    this.loop = new BackgroundLoop('starting the reminder round', () => this.ensure(), log);
  }

  onApplicationBootstrap(): void {
    if (this.config.profile !== 'season') {
      this.loop.start();
    }
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  async look(): Promise<Divergence[]> {
    const status = this.config.profile === 'season' ? 'RUNNING' : await this.status();
    return status === 'RUNNING'
      ? []
      : [{ subject: reminderRoundWorkflowId, kind: 'round-missing', because: status ?? 'Temporal knows none' }];
  }

  async mend({ kind }: Divergence): Promise<void> {
    if (kind === 'round-missing') {
      await this.ensure();
    }
  }

  private async status(): Promise<string | null> {
    try {
      return await this.temporal.call(async ({ workflow }) => (await workflow.getHandle(reminderRoundWorkflowId).describe()).status.name);
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) {
        return null;
      }
      throw error;
    }
  }

  private async ensure(): Promise<number> {
    try {
      await this.temporal.call(startRound);
      this.log.info('the reminder round was started', { workflowId: reminderRoundWorkflowId });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) {
        throw error;
      }
    }
    return LOOK_AGAIN_MS;
  }
}

function startRound({ workflow }: Client) {
  const input: ReminderRoundInput = {};
  return workflow.start(workflowTypes.reminderRound, {
    workflowId: reminderRoundWorkflowId,
    taskQueue: taskQueues.workflows,
    args: [input],
    staticSummary: 'Reminders of every working day, 09:00 Asia/Shanghai',
  });
}
