import { actRules } from '@dengke/contract';
import type { ActInput, Caller, Instant, Progress, SubmissionAct, SubmissionFact, TimedAct } from '@dengke/contract';
import { actIdOf, BusinessClock, changeOne, DomainError, inTransaction, Ledger, once } from '@dengke/service-kit';
import type { LedgerHead } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { ActContext, Actor, ActHandler, Change } from './act-context';
import { aboutOf, detailOf, factOf, progressOf, subjectOf } from './facts';
import { handlers } from './handlers';
import { PaperLeg } from './paper-leg.entity';
import { refusalOf } from './permission';
import { settlementOf } from './settlement';
import { SubmissionStage } from './submission-stage.entity';
import { Submission } from './submission.entity';
import { WaitsService } from './waits.service';

export interface Command {
  act: SubmissionAct;
  serial: string;
  actor: Actor;
  input: ActInput;
  at: Instant;
  actId: string;
}

export const personActor = ({ personId, position }: Caller): Actor => ({
  kind: 'person',
  personId,
  organisationId: position.organisationId,
  superAdmin: position.role === 'superAdmin',
});

/**
 * The judge: whatever changes a submission comes through here, a person's act and the workflow's alike, as one transaction that checks the
 * tables of `contract`, compares and sets, appends the numbered entry and rings the relay (design §2).
 */
@Injectable()
export class ActsService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
    private readonly waits: WaitsService,
  ) {}

  /** A person's act, at the instant of the request. Repeated with its key it gives the first answer. */
  async byPerson(me: Caller, key: string, serial: string, act: SubmissionAct, input: ActInput, handler?: ActHandler): Promise<Progress> {
    const at = this.clock.now();
    return inTransaction(this.database, (manager) =>
      once(manager, { personId: me.personId, key, body: { act, serial, input }, at }, async () => {
        const command = { act, serial, actor: personActor(me), input, at, actId: actIdOf(me.personId, key) };
        return progressOf(await this.perform(manager, command, handler));
      }),
    );
  }

  /**
   * An act of time, at the workflow's instant. When another act came first, nothing is written and the answer is what came.
   * @returns the facts after the one that the workflow had followed
   */
  async byWorkflow(act: SubmissionAct, { serial, after, at }: TimedAct): Promise<SubmissionFact[]> {
    const actId = act === 'carryOver' ? act : `${act}:${after}`;
    await inTransaction(this.database, async (manager) => {
      const head = await this.ledger.lockHead(manager, subjectOf(serial));
      if (head.number === after) {
        await this.perform(manager, { act, serial, actor: { kind: 'workflow' }, input: {}, at, actId });
      }
    });
    return this.factsAfter(serial, after);
  }

  /** A window's cut-off has passed: writes where the submission stood, and carries over what was not recommended in time (P13). */
  async settle(serial: string, at: Instant): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      const head = await this.ledger.lockHead(manager, subjectOf(serial));
      const submission = await this.load(manager, serial);
      await this.settleFirst(manager, head, submission, at);
    });
  }

  async factsAfter(serial: string, after: number): Promise<SubmissionFact[]> {
    return (await this.ledger.entriesAfter(subjectOf(serial), after)).map(factOf);
  }

  /** Judges and writes one act within the caller's transaction. @throws DomainError with the current progress where it is a conflict */
  async perform(manager: EntityManager, command: Command, handler?: ActHandler): Promise<Submission> {
    const { serial, act, at } = command;
    const start = await this.ledger.lockHead(manager, subjectOf(serial));
    const found = await this.load(manager, serial);
    const { head, submission } =
      act === 'carryOver' ? { head: start, submission: found } : await this.settleFirst(manager, start, found, at);
    const context = await this.contextOf(manager, command, submission);
    const refusal = refusalOf(context);
    if (refusal !== null) {
      throw new DomainError(refusal, refusal === 'NOT_FOUND' ? undefined : { current: progressOf(submission) });
    }
    if (actRules[act].reason === 'required' && !command.input.reason) {
      throw new DomainError('REASON_MISSING', { field: 'reason' });
    }
    const change = await (handler ?? handlers[act as keyof typeof handlers])(context);
    return change === null ? submission : (await this.write(manager, head, context, change, command)).submission;
  }

  /** Writes the first fact of a submission that `submit` has just inserted. */
  async begin(manager: EntityManager, submission: Submission, command: Command): Promise<Submission> {
    const head = await this.ledger.lockHead(manager, subjectOf(submission.serial));
    const context: ActContext = { manager, ...command, submission, stage: null, stages: [], paper: [] };
    const change: Change = { wait: { for: 'desk', position: 0, round: 1, since: command.at }, detail: { about: aboutOf(submission) } };
    return (await this.write(manager, head, context, change, command)).submission;
  }

  /** The cut-off decides by the instant of the act, not by whether its sweep has come (design §6, Time): it is settled before anything else. */
  private async settleFirst(
    manager: EntityManager,
    head: LedgerHead,
    submission: Submission,
    at: Instant,
  ): Promise<{ head: LedgerHead; submission: Submission }> {
    const outcome = settlementOf(submission, at);
    if (outcome === null) {
      return { head, submission };
    }
    if (outcome === 'carried-over' || outcome === 'returned') {
      const command: Command = {
        act: 'carryOver',
        serial: submission.serial,
        actor: { kind: 'workflow' },
        input: {},
        at,
        actId: 'carryOver',
      };
      const context = await this.contextOf(manager, command, submission);
      const change = await handlers.carryOver(context);
      return this.write(manager, head, context, change ?? {}, command);
    }
    return { head, submission: await this.compareAndSet(manager, submission, { windowOutcome: outcome }) };
  }

  private async load(manager: EntityManager, serial: string): Promise<Submission> {
    const submission = await manager.findOneBy(Submission, { serial });
    if (submission === null) {
      throw new DomainError('NOT_FOUND');
    }
    return submission;
  }

  private async contextOf(manager: EntityManager, { act, actor, input, at }: Command, submission: Submission): Promise<ActContext> {
    const { serial, position, round } = submission;
    const stages = await manager.findBy(SubmissionStage, { serial });
    const paper = await manager.findBy(PaperLeg, { serial });
    const stage = stages.find((row) => row.position === position && row.round === round) ?? null;
    return { manager, act, actor, input, at, submission, stage, stages, paper };
  }

  private async write(
    manager: EntityManager,
    head: LedgerHead,
    { submission, stage, actor }: ActContext,
    change: Change,
    { act, at, actId }: Command,
  ): Promise<{ head: LedgerHead; submission: Submission }> {
    const { serial } = submission;
    if (change.stage && stage) {
      await manager.update(SubmissionStage, { serial, position: stage.position, round: stage.round }, change.stage);
    }
    if (change.paper) {
      await manager.upsert(PaperLeg, { serial, ...change.paper }, ['serial', 'position']);
    }
    const waited = change.wait ? await this.waits.begin(manager, submission, change.wait, at) : {};
    const after = await this.compareAndSet(manager, submission, {
      ...waited,
      ...change.submission,
      lastFact: head.number + 1,
    });
    const next = await this.ledger.append(manager, head, {
      kind: act,
      actId,
      at,
      by: actor.kind === 'person' ? actor.personId : null,
      organisationId: actor.kind === 'person' ? actor.organisationId : null,
      detail: detailOf(after, change.detail),
      text: change.text,
      relay: true,
    });
    return { head: next, submission: after };
  }

  private async compareAndSet(manager: EntityManager, submission: Submission, set: Partial<Submission>): Promise<Submission> {
    const { serial, version, state } = submission;
    await changeOne(
      manager
        .createQueryBuilder()
        .update(Submission)
        .set(set)
        .where('serial = :serial AND version = :version AND state = :state', { serial, version, state }),
    );
    return { ...submission, ...set, version: version + 1 };
  }
}
