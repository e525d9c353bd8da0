import { messageNames, taskQueues, workflowTypes } from '@dengke/contract';
import type { ReportUpFact, ReportUpFactsSignal, Workflows } from '@dengke/contract';
import { Relays, takenOverSoon, TemporalClient } from '@dengke/service-kit';
import type { LedgerEntry, RelayTarget, WantedWorkflow } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { bundleFactOf, bundleSubject } from './bundle-facts';

const PREFIX = bundleSubject('');

/** Tells a bundle's workflow what happened; its first item starts it. */
@Injectable()
@Relays(PREFIX)
export class ReportUpRelay implements RelayTarget {
  constructor(private readonly temporal: TemporalClient) {}

  async send(subject: string, entries: LedgerEntry[]): Promise<void> {
    const facts: ReportUpFactsSignal = { facts: entries.map(bundleFactOf) };
    await this.temporal.call((client) =>
      client.workflow.signalWithStart<Workflows['reportUp'], [ReportUpFactsSignal]>(workflowTypes.reportUp, {
        workflowId: subject,
        taskQueue: taskQueues.workflows,
        args: [{ bundleId: subject.slice(PREFIX.length) }],
        signal: messageNames.reportUpFacts,
        signalArgs: [facts],
        ...takenOverSoon,
        staticSummary: `上报 ${subject.slice(PREFIX.length)}`,
      }),
    );
  }

  wanted(entries: readonly LedgerEntry[]): WantedWorkflow {
    const { state, closesAt, number } = entries.map(bundleFactOf).at(-1) as ReportUpFact;
    const takesItems = state === 'collecting' || state === 'closed';
    const waits = takesItems ? { waitsUntil: [closesAt] } : {};
    return { type: workflowTypes.reportUp, isOver: state === 'settled', state, ...waits, attributes: { LastFact: number } };
  }
}
