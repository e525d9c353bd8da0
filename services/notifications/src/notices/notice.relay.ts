import { Injectable } from '@nestjs/common';
import { messageNames, noticeStates, noticeWorkflowId, taskQueues, workflowTypes } from '@dengke/contract';
import type { NoticeFact, NoticeFactsSignal, Workflows } from '@dengke/contract';
import { Relays, takenOverSoon, TemporalClient } from '@dengke/service-kit';
import type { LedgerEntry, RelayTarget, WantedWorkflow } from '@dengke/service-kit';
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
        ...takenOverSoon,
        staticSummary: `通知 ${id}`,
      }),
    );
  }

  wanted(entries: readonly LedgerEntry[]): WantedWorkflow {
    const { state, issuerId, dueAt, number, at } = entries.map(factOf).at(-1) as NoticeFact;
    const waitsForAnswers = noticeStates[state].open && dueAt !== null;
    const attributes = { Organiser: issuerId, LastFact: number, DueAt: dueAt };
    return { type: workflowTypes.notice, isOver: !waitsForAnswers, state, tellsOf: at, waitsUntil: [dueAt], attributes };
  }
}
