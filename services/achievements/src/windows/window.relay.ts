import { messageNames, taskQueues, workflowTypes } from '@dengke/contract';
import type { Instant, WindowFact, WindowFactsSignal, Workflows } from '@dengke/contract';
import { Relays, TemporalClient } from '@dengke/service-kit';
import type { LedgerEntry, RelayTarget, WantedWorkflow } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { windowFactOf, windowSubject } from './window-facts';

const PREFIX = windowSubject('');

/** Tells a window's workflow what happened; the announcement starts it. */
@Injectable()
@Relays(PREFIX)
export class WindowRelay implements RelayTarget {
  constructor(private readonly temporal: TemporalClient) {}

  async send(subject: string, entries: LedgerEntry[]): Promise<void> {
    const facts: WindowFactsSignal = { facts: entries.map(windowFactOf) };
    await this.temporal.call((client) =>
      client.workflow.signalWithStart<Workflows['batchWindow'], [WindowFactsSignal]>(workflowTypes.batchWindow, {
        workflowId: subject,
        taskQueue: taskQueues.workflows,
        args: [{ windowId: subject.slice(PREFIX.length) }],
        signal: messageNames.windowFacts,
        signalArgs: [facts],
        staticSummary: `集中受理 ${subject.slice(PREFIX.length)}`,
      }),
    );
  }

  wanted(entries: readonly LedgerEntry[]): WantedWorkflow {
    const last = entries.map(windowFactOf).at(-1) as WindowFact;
    const { state, windowId, number } = last;
    const attributes = { Window: windowId, LastFact: number };
    return { type: workflowTypes.batchWindow, isOver: state === 'closed', state, waitsUntil: awaited(last), attributes };
  }
}

/** While it is open it alone knows which of its cut-offs are settled. */
function awaited({ state, opensAt, cutOffs, paperFromAt, paperToAt }: WindowFact): Instant[] {
  switch (state) {
    case 'announced':
      return [opensAt];
    case 'open':
      return cutOffs;
    case 'cut-off':
      return [paperFromAt];
    case 'paper-days':
      return [paperToAt];
    case 'closed':
      return [];
  }
}
