import { actRules, isBlank } from '@dengke/contract';
import type { ActInput, Caller, Instant, Progress, SubmissionAct, SubmissionFact, TimedAct } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, Ledger, once, readTogether, Writes } from '@dengke/service-kit';
import type { LedgerHead, Rows, Statement } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { ActContext, Actor, ActHandler, Change } from './act-context';
import { aboutOf, detailOf, factOf, progressOf, subjectOf } from './facts';
import { handlers } from './handlers';
import { refusalOf } from './permission';
import { goesOn, settlementOf } from './settlement';
import type { Submission } from './submission.entity';
import { SubmissionRows } from './submission-rows';
import type { Standing } from './standing';
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
  deputyFor: position.deputyFor ?? null,
});

/** Once for each cut-off: an extended window has another. */
const carryOverOf = ({ cutOffAt }: Submission): string => `carryOver:${cutOffAt}`;

/** No request lives longer. An entry that is later by more was written under a clock that was wrong, and shall not put off all that follows. */
const LONGEST_WAIT_MS = 120_000;

/** An act that waited for another comes after it, though it was asked for before. */
function later(asked: Instant, last: Instant): Instant {
  const waited = Date.parse(last) - Date.parse(asked);
  return waited > 0 && waited <= LONGEST_WAIT_MS ? last : asked;
}

/**
 * The judge: whatever changes the state of a submission comes through here, a person's act and the workflow's alike, as one transaction that checks the
 * tables of `contract`, compares and sets, appends the numbered entry and rings the relay (decision 0002). Three others write columns that are no state: `moveCutOffs`
 * and `reopen`, cut-off and window of all that a window binds; `keptSubmissions`, what disposal empties.
 */
@Injectable()
export class ActsService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
    private readonly waits: WaitsService,
    private readonly rows: SubmissionRows,
  ) {}

  /** A person's act, at the instant of the request. Repeated with its key it gives the first answer. */
  async byPerson(me: Caller, key: string, serial: string, act: SubmissionAct, input: ActInput, handler?: ActHandler): Promise<Progress> {
    const at = this.clock.now();
    const command = { act, serial, actor: personActor(me), input, at, actId: actIdOf(me.personId, key) };
    return inTransaction(this.database, (manager) =>
      once(
        manager,
        { personId: me.personId, key, body: { act, serial, input }, at },
        async (writes, rows) => progressOf(await this.judge(writes, command, this.standing(serial, rows), handler)),
        this.reads(serial),
      ),
    );
  }

  /**
   * An act of time, at the workflow's instant. When another act came first, nothing is written and the answer is what came.
   * @returns the facts after the one that the workflow had followed
   */
  async byWorkflow(act: SubmissionAct, { serial, after, at }: TimedAct): Promise<SubmissionFact[]> {
    await inTransaction(this.database, async (manager) => {
      const standing = await this.stand(manager, serial);
      if (standing.head.number === after) {
        const writes = new Writes(manager);
        const actId = act === 'carryOver' ? carryOverOf(standing.submission) : `${act}:${after}`;
        await this.judge(writes, { act, serial, actor: { kind: 'workflow' }, input: {}, at, actId }, standing);
        await writes.flush();
      }
    });
    return this.factsAfter(serial, after);
  }

  /** What follows for one of many from a change that is recorded elsewhere; where it has taken effect already, the handler says that nothing is new. */
  async byFeed(act: SubmissionAct, serial: string, at: Instant, actId: string, handler?: ActHandler): Promise<void> {
    await this.followOn({ act, serial, actor: { kind: 'workflow' }, input: {}, at, actId }, handler);
  }

  /** The same for whoever the actor says. What came to an end after it was found among the many is passed over: it shall not stop the others. */
  async followOn(command: Command, handler?: ActHandler): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      const standing = await this.stand(manager, command.serial);
      if (actRules[command.act].from.includes(standing.submission.state)) {
        const writes = new Writes(manager);
        await this.judge(writes, command, standing, handler);
        await writes.flush();
      }
    });
  }

  /** What the ministry's registry says of a report; where people or an earlier answer came first, the handler says that nothing is new. */
  async byRegistry(command: Omit<Command, 'actor'>, handler: ActHandler): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      const writes = new Writes(manager);
      const standing = await this.stand(manager, command.serial);
      const ministry = standing.submission.legs.find(({ kind }) => kind === 'ministry');
      const actor: Actor = { kind: 'workflow', organisationId: ministry?.organisationId ?? null };
      await this.judge(writes, { ...command, actor }, standing, handler);
      await writes.flush();
    });
  }

  /** What another act brings about with a submission, in that one's transaction. */
  async within(writes: Writes, command: Command, handler: ActHandler): Promise<Submission> {
    return this.judge(writes, command, await this.stand(writes.manager, command.serial), handler);
  }

  /** A window's cut-off has passed: writes where the submission stood, and carries over what was not recommended in time (P13). */
  async settle(serial: string, at: Instant): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      const writes = new Writes(manager);
      await this.settleFirst(writes, await this.stand(manager, serial), at);
      await writes.flush();
    });
  }

  async factsAfter(serial: string, after: number): Promise<SubmissionFact[]> {
    return (await this.ledger.entriesAfter(subjectOf(serial), after)).map(factOf);
  }

  /** Writes the first fact of a submission that `submit` has just inserted. */
  async begin(writes: Writes, submission: Submission, command: Command, detail: Record<string, unknown> = {}): Promise<Submission> {
    const head = await this.ledger.lockHead(writes.manager, subjectOf(submission.serial));
    const change: Change = {
      wait: { for: 'desk', position: 0, round: 1, since: command.at },
      detail: { about: aboutOf(submission), ...detail },
    };
    return (
      await this.write(writes, command, { head, lastAt: command.at, submission, stage: null, stages: [], deeds: [], paper: [] }, change)
    ).submission;
  }

  /** Judges one act and says what to write. @throws DomainError with the current progress where it is a conflict */
  private async judge(writes: Writes, asked: Command, found: Standing, handler?: ActHandler): Promise<Submission> {
    const command = { ...asked, at: later(asked.at, found.lastAt) };
    const { act, input, at } = command;
    const standing = act === 'carryOver' ? found : await this.settleFirst(writes, found, at);
    const { submission } = standing;
    const context = this.contextOf(writes.manager, command, standing);
    const refusal = refusalOf(context);
    if (refusal !== null) {
      throw DomainError.passedOn(refusal, refusal === 'NOT_FOUND' ? undefined : { current: progressOf(submission) });
    }
    if (actRules[act].reason === 'required' && isBlank(input.reason)) {
      throw new DomainError('REASON_MISSING', { field: 'reason' });
    }
    const change = await (handler ?? handlers[act as keyof typeof handlers])(context);
    return change === null ? submission : (await this.write(writes, command, standing, change)).submission;
  }

  /** The cut-off decides by the instant of the act, not by whether its sweep has come (decision 0003): it is settled before anything else. */
  private async settleFirst(writes: Writes, standing: Standing, at: Instant): Promise<Standing> {
    const { submission } = standing;
    const outcome = settlementOf(submission, at);
    if (outcome === null) {
      return standing;
    }
    if (goesOn(outcome, submission)) {
      const workflow: Actor = { kind: 'workflow' };
      const actId = carryOverOf(submission);
      const command: Command = { act: 'carryOver', serial: submission.serial, actor: workflow, input: {}, at, actId };
      const change = await handlers.carryOver(this.contextOf(writes.manager, command, standing));
      return this.write(writes, command, standing, change ?? {});
    }
    return { ...standing, submission: this.rows.set(writes, submission, { windowOutcome: outcome }) };
  }

  private contextOf(manager: EntityManager, { act, actor, input, at }: Command, standing: Standing): ActContext {
    return { manager, act, actor, input, at, isSameWorkday: (one, other) => this.waits.isSameWorkday(manager, one, other), ...standing };
  }

  /** Locks a submission's ledger, and reads under the lock all that an act may look at. @throws DomainError NOT_FOUND */
  private async stand(manager: EntityManager, serial: string): Promise<Standing> {
    return this.standing(serial, await readTogether(manager, this.reads(serial)));
  }

  /** The lock, and under it what an act may look at. */
  private reads(serial: string): Statement[] {
    const subject = subjectOf(serial);
    return [this.ledger.lock(subject), ...this.rows.reads(serial, subject)];
  }

  /** @param rows what `reads` gave @throws DomainError NOT_FOUND */
  private standing(serial: string, [head, ...rows]: Rows[]): Standing {
    return this.rows.standing(this.ledger.headOf(subjectOf(serial), head), rows);
  }

  private async write(writes: Writes, { act, at, actId, actor }: Command, standing: Standing, change: Change): Promise<Standing> {
    const { submission, stage } = standing;
    if (change.stage && stage) {
      this.rows.setStage(writes, stage, change.stage);
    }
    if (change.paper) {
      this.rows.setPaper(writes, { serial: submission.serial, ...change.paper });
    }
    if (change.dispose) {
      this.rows.dispose(writes, submission, at);
    }
    await this.waits.answered(writes, submission, change, at);
    const routed = this.waits.layRoute(writes, submission, change);
    const decided = change.stage?.decision !== undefined;
    const waited = change.wait ? await this.waits.begin(writes, { ...submission, ...routed }, change.wait, at, decided) : {};
    const after = this.rows.set(writes, submission, { ...routed, ...waited, ...change.submission, lastFact: standing.head.number + 1 });
    const about = change.legs ? { about: aboutOf(after) } : {};
    const deputyFor = actor.kind === 'person' && actor.deputyFor !== null ? { deputyFor: actor.deputyFor } : {};
    const head: LedgerHead = this.ledger.appendTo(writes, standing.head, {
      kind: change.recordedAs ?? act,
      actId,
      at,
      by: actor.kind === 'person' ? actor.personId : null,
      organisationId: actor.organisationId ?? null,
      detail: detailOf(after, { ...about, ...deputyFor, ...change.detail }),
      text: change.text,
      relay: true,
    });
    return { ...standing, head, submission: after };
  }
}
