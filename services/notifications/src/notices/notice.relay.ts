import { Injectable } from '@nestjs/common';
import { messageNames, noticeWorkflowId, taskQueues, workflowTypes } from '@dengke/contract';
import type { NoticeFactsSignal, Workflows } from '@dengke/contract';
import { Relays, TemporalClient } from '@dengke/service-kit';
import type { LedgerEntry, RelayTarget } from '@dengke/service-kit';
import { factOf } from './notice-facts';

/** Tells a letter's workflow what happened to it; the first fact starts it, in one idempotent step. */
@Injectable()
@Relays(noticeWorkflowId(''))
export class NoticeRelay implements RelayTarget {
  constructor(private readonly temporal: TemporalClient) {}

  async send(subject: string, entries: LedgerEntry[]): Promise<void> {
    const id = subject.slice(noticeWorkflowId('').length);
    const facts: NoticeFactsSignal = { facts: entries.map(factOf) };
    await this.temporal.call((client) =>
      client.workflow.signalWithStart<Workflows['notice'], [NoticeFactsSignal]>(workflowTypes.notice, {
        workflowId: subject,
        taskQueue: taskQueues.workflows,
        args: [{ id }],
        signal: messageNames.noticeFacts,
        signalArgs: [facts],
        workflowTaskTimeout: '2s',
        staticSummary: `通知 ${id}`,
      }),
    );
  }
}
