import { messageNames, taskQueues, workflowTypes } from '@dengke/contract';
import type { WindowFactsSignal, Workflows } from '@dengke/contract';
import { Relays, TemporalClient } from '@dengke/service-kit';
import type { LedgerEntry, RelayTarget } from '@dengke/service-kit';
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
        workflowTaskTimeout: '2s',
        staticSummary: `集中受理 ${subject.slice(PREFIX.length)}`,
      }),
    );
  }
}
