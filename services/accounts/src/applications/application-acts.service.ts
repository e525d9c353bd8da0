import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { isBlank } from '@dengke/contract';
import type { ApplicationFact, ApplicationRule, ApplicationState, Instant, TimedApplicationAct } from '@dengke/contract';
import { changeOne, DomainError, inTransaction, Ledger } from '@dengke/service-kit';
import type { LedgerHead } from '@dengke/service-kit';
import { detailOf, factOf, progressOf } from './application-facts';
import type { ApplicationStanding } from './application-standing';

/** What is particular to one kind of application: its table, its acts, its subjects in the ledger. */
export interface ApplicationKind<R extends ApplicationStanding> {
  entity: new () => R;
  rules: Record<string, ApplicationRule<ApplicationState>>;
  subjectOf(id: string): string;
}

/** Who acts, and for which organisation: a caller, or somebody who is known by a one-time link. */
export interface Acting {
  personId: string;
  position: { organisationId: string };
}

export interface ApplicationCommand {
  act: string;
  id: string;
  /** Null for the applicant and for the workflow. */
  by: Acting | null;
  at: Instant;
  actId: string;
  /** Of a refusal or a redirection; kept beside the ledger, erasable. */
  reason?: string | undefined;
}

/** What an act does. The judge writes it; the act only says it. */
export interface ApplicationChange<R extends ApplicationStanding> {
  /** Columns to set beside the state, which the table of acts says. */
  set?: Partial<R>;
  /** Ids for those who follow the ledger. */
  detail?: Record<string, unknown>;
}

/** The judgement of one act: who may, and what it then does. Both run under the lock of the application's ledger. */
export interface ApplicationHandler<R extends ApplicationStanding> {
  /** Refuses who has nothing to do with it, before anything else is told. @throws DomainError NOT_FOUND, NOT_ALLOWED */
  admit?(row: Readonly<R>): Promise<void>;
  /** `null`: nothing new to record. */
  change(row: Readonly<R>, manager: EntityManager): Promise<ApplicationChange<R> | null> | ApplicationChange<R> | null;
}

/**
 * The judge of applications: whatever changes one comes through here, a person's act and the workflow's alike, as one transaction that checks
 * the table of acts, compares and sets, appends the numbered entry and rings the relay (decision 0002).
 */
@Injectable()
export class ApplicationActsService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
  ) {}

  /** Writes the first fact of an application, with its row. */
  async begin<R extends ApplicationStanding>(manager: EntityManager, kind: ApplicationKind<R>, row: R, command: ApplicationCommand) {
    const head = await this.ledger.lockHead(manager, kind.subjectOf(row.id));
    await manager.insert(kind.entity, row as never);
    await this.append(manager, head, row, command, {});
  }

  /** Judges and writes one act within the caller's transaction. @throws DomainError with the current progress where it is a conflict */
  async perform<R extends ApplicationStanding>(
    manager: EntityManager,
    kind: ApplicationKind<R>,
    command: ApplicationCommand,
    handler: ApplicationHandler<R>,
  ): Promise<R> {
    const head = await this.ledger.lockHead(manager, kind.subjectOf(command.id));
    const row = await manager.findOneBy<ApplicationStanding>(kind.entity, { id: command.id });
    if (row === null) {
      throw new DomainError('NOT_FOUND');
    }
    await handler.admit?.(row as R);
    const rule = ruleFor(kind, command, row);
    const change = await handler.change(row as R, manager);
    if (change === null) {
      return row as R;
    }
    const { set = {}, detail } = change;
    const at = later(command.at, row.lastAt);
    const changed = { ...(rule.to === 'same' ? {} : { state: rule.to }), ...set, lastFact: head.number + 1, lastAt: at };
    await compareAndSet(manager, kind, row, changed);
    const after = { ...(row as R), ...changed, version: row.version + 1 };
    await this.append(manager, head, after, { ...command, at }, detail);
    return after;
  }

  /**
   * An act of time, at the workflow's instant. When another act came first, nothing is written and the answer is what came.
   * @returns the facts after the one that the workflow had followed
   */
  async byWorkflow<R extends ApplicationStanding>(
    kind: ApplicationKind<R>,
    id: string,
    act: string,
    { subject, after, at }: TimedApplicationAct,
    handler: ApplicationHandler<R>,
  ): Promise<ApplicationFact[]> {
    await inTransaction(this.database, async (manager) => {
      const head = await this.ledger.lockHead(manager, subject);
      if (head.number === after) {
        await this.perform(manager, kind, { act, id, by: null, at, actId: `${act}:${after}` }, handler);
      }
    });
    return this.factsAfter(subject, after);
  }

  async factsAfter(subject: string, after: number): Promise<ApplicationFact[]> {
    return (await this.ledger.entriesAfter(subject, after)).map(factOf);
  }

  private async append(
    manager: EntityManager,
    head: LedgerHead,
    row: ApplicationStanding,
    { act, by, at, actId, reason }: ApplicationCommand,
    detail: Record<string, unknown> | undefined,
  ): Promise<void> {
    await this.ledger.append(manager, head, {
      kind: act,
      actId,
      at,
      by: by?.personId ?? null,
      organisationId: by?.position.organisationId ?? null,
      detail: detailOf(row, detail),
      text: reason === undefined ? undefined : { reason },
      relay: true,
    });
  }
}

/** An act that waited for another comes after it, though it was asked for before: in one application time never goes back. */
const later = (asked: Instant, last: Instant): Instant => (asked > last ? asked : last);

async function compareAndSet<R extends ApplicationStanding>(
  manager: EntityManager,
  { entity }: ApplicationKind<R>,
  { id, version, state }: ApplicationStanding,
  set: Partial<ApplicationStanding>,
): Promise<void> {
  await changeOne(
    manager
      .createQueryBuilder()
      .update(entity)
      .set(set as never)
      .where('id = :id AND version = :version AND state = :state', { id, version, state }),
  );
}

function ruleFor<R extends ApplicationStanding>(
  { rules }: ApplicationKind<R>,
  { act, reason }: ApplicationCommand,
  row: ApplicationStanding,
): ApplicationRule<ApplicationState> {
  const rule = rules[act];
  if (rule === undefined || !rule.from.includes(row.state)) {
    throw new DomainError('APPLICATION_DECIDED', { current: progressOf(row) });
  }
  if (rule.reason === 'required' && isBlank(reason)) {
    throw new DomainError('REASON_MISSING', { field: 'reason' });
  }
  return rule;
}
