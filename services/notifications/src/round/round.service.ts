import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, BeforeApplicationShutdown } from '@nestjs/common';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { reminderRoundWorkflowId, taskQueues, workflowTypes } from '@dengke/contract';
import type { ReminderRoundInput } from '@dengke/contract';
import { BackgroundLoop, Log, TemporalClient } from '@dengke/service-kit';
import { NotificationsConfig } from '../config';

const LOOK_AGAIN_MS = 60_000;

/**
 * Sees to it that the reminder round runs: started as soon as Temporal can be reached, and again should Temporal have lost it. In a
 * season it is the season that starts it, with its end.
 */
@Injectable()
export class RoundService implements OnApplicationBootstrap, BeforeApplicationShutdown {
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
    workflowTaskTimeout: '2s',
    staticSummary: 'Reminders of every working day, 09:00 Asia/Shanghai',
  });
}
