import { messageNames } from '@dengke/contract';
import type { WorkflowOrder } from '@dengke/contract';
import { Injectable } from '@nestjs/common';
import { WorkflowNotFoundError } from '@temporalio/client';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { BusinessClock } from '../clock/business-clock';
import { inTransaction } from '../database/transaction';
import { DomainError } from '../http/domain-error';
import { Ledger } from '../ledger/ledger';
import { TemporalClient } from '../temporal/temporal-client';
import { Subjects } from './subjects';
import { WorkflowSights } from './workflow-sights';

/** Who orders, and why: an operator's words, which stand beside the entry and can be erased. */
export interface Operator {
  operator: string;
  reason: string;
}

/** Subject of what operators did to a workflow, or to what it follows: a ledger of its own, which no workflow follows. */
export const ordersSubject = (workflowId: string): string => `operations/${workflowId}`;

/** What operators do to workflows. Each is in the ledger before it is done. */
@Injectable()
export class WorkflowOrders {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
    private readonly temporal: TemporalClient,
    private readonly subjects: Subjects,
    private readonly sights: WorkflowSights,
  ) {}

  /** @throws DomainError NOT_FOUND for what no workflow of this service follows; ACT_NOT_PERMITTED; what Temporal says */
  async give(order: WorkflowOrder, workflowId: string, by: Operator): Promise<void> {
    const entries = await this.ledger.entriesAfter(workflowId, 0);
    if (this.subjects.followed(workflowId) === null || (entries.length === 0) !== (order === 'terminate')) {
      throw new DomainError('NOT_FOUND');
    }
    await this.record(order, workflowId, by);
    await this.follow(order, workflowId, by);
  }

  /** Does it once it is recorded. */
  async recorded<T>(kind: string, subject: string, by: Operator, work: () => Promise<T>): Promise<T> {
    await this.record(kind, subject, by);
    return work();
  }

  /** What is done is recorded first, so that nothing is done that nobody knows of; once for each id. */
  async record(kind: string, subject: string, { operator, reason }: Operator, id: string = uuidv7()): Promise<void> {
    const entry = { kind, actId: `operations:${id}`, at: this.clock.now(), by: null, organisationId: null };
    const said = { detail: { workflowId: subject }, text: { operator, reason }, relay: false };
    await inTransaction(this.database, async (manager) => {
      const head = await this.ledger.lockHead(manager, ordersSubject(subject));
      if ((await this.ledger.entryOfAct(head.subject, entry.actId, manager)) === null) {
        await this.ledger.append(manager, head, { ...entry, ...said });
      }
    });
  }

  private async follow(order: WorkflowOrder, workflowId: string, { reason }: Operator): Promise<void> {
    switch (order) {
      case 'tell':
        return this.tell(workflowId);
      case 'rebuild':
        return this.rebuild(workflowId, reason);
      case 'terminate':
        return this.terminate(workflowId, reason);
      case 'refresh':
        return this.temporal.call(({ workflow }) => workflow.getHandle(workflowId).signal(messageNames.refresh));
      case 'pause':
        return this.pause(workflowId, reason);
      case 'resume':
      case 'retryNow':
        return this.temporal.call(({ workflow }) => workflow.getHandle(workflowId).executeUpdate<void, []>(messageNames[order]));
    }
  }

  /** What it has not followed, or nothing; one that does not answer is told everything and drops what it knows. */
  private async tell(workflowId: string): Promise<void> {
    const seen = await this.sights.of(workflowId);
    const entries = await this.ledger.entriesAfter(workflowId, seen?.progress?.lastFact ?? 0);
    if (entries.length > 0) {
      await this.subjects.followed(workflowId)?.send(workflowId, entries);
    }
  }

  /** Thrown away and begun again with all its facts, also where no worker answers; an operator's pause goes over, and waits for one. */
  private async rebuild(workflowId: string, reason: string): Promise<void> {
    const pausedFor = await this.pausedFor(workflowId);
    if (pausedFor !== undefined && (await this.sights.of(workflowId))?.progress === null) {
      throw new DomainError('UNAVAILABLE');
    }
    await this.terminate(workflowId, reason);
    await this.subjects.followed(workflowId)?.send(workflowId, await this.ledger.entriesAfter(workflowId, 0));
    if (pausedFor !== undefined) {
      await this.pause(workflowId, pausedFor);
    }
  }

  /** Why an operator paused it, if that holds: orders are in the ledger before they are done. */
  private async pausedFor(workflowId: string): Promise<string | undefined> {
    const orders = await this.ledger.timeline(ordersSubject(workflowId));
    const last = orders.findLast(({ kind }) => kind === 'pause' || kind === 'resume');
    const reason = last?.text?.['reason'];
    return last?.kind === 'pause' ? (typeof reason === 'string' ? reason : 'paused') : undefined;
  }

  /** What has ended meanwhile has ended. */
  private async terminate(workflowId: string, reason: string): Promise<void> {
    try {
      await this.temporal.call(({ workflow }) => workflow.getHandle(workflowId).terminate(reason));
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) {
        throw error;
      }
    }
  }

  private async pause(workflowId: string, reason: string): Promise<void> {
    const args: [{ reason: string }] = [{ reason }];
    await this.temporal.call(({ workflow }) =>
      workflow.getHandle(workflowId).executeUpdate<void, typeof args>(messageNames.pause, { args }),
    );
  }
}
