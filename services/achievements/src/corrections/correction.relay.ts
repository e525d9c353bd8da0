import { isCorrectionOver, messageNames, taskQueues, workflowTypes } from '@dengke/contract';
import type { CorrectionFact, CorrectionFactsSignal, Workflows } from '@dengke/contract';
import { Relays, takenOverSoon, TemporalClient } from '@dengke/service-kit';
import type { LedgerEntry, RelayTarget, WantedWorkflow } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { correctionSubject, factOf } from './correction-facts';

const PREFIX = correctionSubject('');

/** Tells a correction's workflow what happened; the first fact starts it, in one idempotent step. */
@Injectable()
@Relays(PREFIX)
export class CorrectionRelay implements RelayTarget {
  constructor(private readonly temporal: TemporalClient) {}

  async send(subject: string, entries: LedgerEntry[]): Promise<void> {
    const id = subject.slice(PREFIX.length);
    const facts: CorrectionFactsSignal = { facts: entries.map(factOf) };
    await this.temporal.call((client) =>
      client.workflow.signalWithStart<Workflows['correction'], [CorrectionFactsSignal]>(workflowTypes.correction, {
        workflowId: subject,
        taskQueue: taskQueues.workflows,
        args: [{ id }],
        signal: messageNames.correctionFacts,
        signalArgs: [facts],
        ...takenOverSoon,
        staticSummary: `更正 ${facts.facts[0]?.serial ?? id}`,
      }),
    );
  }

  wanted(entries: readonly LedgerEntry[]): WantedWorkflow {
    const { state, deskId, dueAt, number } = entries.map(factOf).at(-1) as CorrectionFact;
    const attributes = { Organiser: deskId, LastFact: number, DueAt: dueAt };
    return { type: workflowTypes.correction, isOver: isCorrectionOver(state), state, waitsUntil: [dueAt], attributes };
  }
}
