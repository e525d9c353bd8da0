import { Injectable } from '@nestjs/common';
import {
  credentialApplicationWorkflowId,
  isApplicationOver,
  messageNames,
  organiserApplicationWorkflowId,
  taskQueues,
  workflowTypes,
} from '@dengke/contract';
import type { ApplicationFact, ApplicationFactsSignal, Workflows } from '@dengke/contract';
import { Relays, takenOverSoon, TemporalClient } from '@dengke/service-kit';
import type { LedgerEntry, RelayTarget, WantedWorkflow } from '@dengke/service-kit';
import { factOf } from './application-facts';

type ApplicationWorkflow = Workflows['credentialApplication'] | Workflows['organiserApplication'];

/** Tells an application's workflow what happened; the first fact starts it, in one idempotent step. The subject is the workflow's id. */
async function tell(temporal: TemporalClient, type: string, prefix: string, label: string, entries: LedgerEntry[]): Promise<void> {
  const [first] = entries;
  const workflowId = first?.subject ?? '';
  const id = workflowId.slice(prefix.length);
  const facts: ApplicationFactsSignal = { facts: entries.map(factOf) };
  await temporal.call((client) =>
    client.workflow.signalWithStart<ApplicationWorkflow, [ApplicationFactsSignal]>(type, {
      workflowId,
      taskQueue: taskQueues.workflows,
      args: [{ id }],
      signal: messageNames.applicationFacts,
      signalArgs: [facts],
      ...takenOverSoon,
      staticSummary: `${label} ${id}`,
    }),
  );
}

function wantedOf(type: string, entries: readonly LedgerEntry[]): WantedWorkflow {
  const { state, deskId, countsFrom, dueAt, number } = entries.map(factOf).at(-1) as ApplicationFact;
  const waitsUntil = [state === 'issued' ? dueAt : (countsFrom ?? dueAt)];
  return { type, isOver: isApplicationOver(state), state, waitsUntil, attributes: { Organiser: deskId, LastFact: number, DueAt: dueAt } };
}

@Injectable()
@Relays(credentialApplicationWorkflowId(''))
export class CredentialApplicationRelay implements RelayTarget {
  constructor(private readonly temporal: TemporalClient) {}

  send(_subject: string, entries: LedgerEntry[]): Promise<void> {
    return tell(this.temporal, workflowTypes.credentialApplication, credentialApplicationWorkflowId(''), '账号申请', entries);
  }

  wanted(entries: readonly LedgerEntry[]): WantedWorkflow {
    return wantedOf(workflowTypes.credentialApplication, entries);
  }
}

@Injectable()
@Relays(organiserApplicationWorkflowId(''))
export class OrganiserApplicationRelay implements RelayTarget {
  constructor(private readonly temporal: TemporalClient) {}

  send(_subject: string, entries: LedgerEntry[]): Promise<void> {
    return tell(this.temporal, workflowTypes.organiserApplication, organiserApplicationWorkflowId(''), '组织管理部门申请', entries);
  }

  wanted(entries: readonly LedgerEntry[]): WantedWorkflow {
    return wantedOf(workflowTypes.organiserApplication, entries);
  }
}
