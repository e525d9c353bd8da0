import { messageNames, submissionWorkflowId, taskQueues, workflowTypes } from '@dengke/contract';
import type { SubmissionFactsSignal, Workflows } from '@dengke/contract';
import { HouseConfig, Relays, takenOverSoon, TemporalClient } from '@dengke/service-kit';
import type { LedgerEntry, RelayTarget, WantedWorkflow } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { factOf, subjectOf } from './facts';
import { followed } from './followed';

const PREFIX = subjectOf('');

/** Tells a submission's workflow what happened; the first fact starts it, in one idempotent step. */
@Injectable()
@Relays(PREFIX)
export class SubmissionRelay implements RelayTarget {
  constructor(
    private readonly temporal: TemporalClient,
    private readonly config: HouseConfig,
  ) {}

  async send(subject: string, entries: LedgerEntry[]): Promise<void> {
    const serial = subject.slice(PREFIX.length);
    const facts: SubmissionFactsSignal = { facts: entries.map(factOf) };
    await this.temporal.call((client) =>
      client.workflow.signalWithStart<Workflows['submission'], [SubmissionFactsSignal]>(workflowTypes.submission, {
        workflowId: submissionWorkflowId(serial),
        taskQueue: taskQueues.workflows,
        args: [{ serial }],
        signal: messageNames.submissionFacts,
        signalArgs: [facts],
        memo: { portal: `${this.config.publicUrl.replace(/\/+$/, '')}/submissions/${serial}` },
        ...takenOverSoon,
        staticSummary: `科技成果登记 ${serial}`,
      }),
    );
  }

  wanted(entries: readonly LedgerEntry[]): WantedWorkflow {
    return followed(entries);
  }
}
