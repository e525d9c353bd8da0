import type { Instant } from '@dengke/contract';
import { shanghaiDateOf } from '@dengke/calendar';
import type { Writes } from '@dengke/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DeadlinesService } from '../deadlines/deadlines.service';
import type { Waiting } from '../deadlines/deadlines.service';
import { IssuingService } from '../certificates/issuing.service';
import { nextRegistrationNumber } from '../registrations/number-series';
import { CollectingService } from '../report-ups/collecting.service';
import { REGISTRAR } from '../registrations/registrar';
import type { Registrar } from '../registrations/registrar';
import type { Change, Wait } from './act-context';
import { PublicationService } from '../publicity/publication.service';
import { positionOf } from './act-context';
import { SubmissionRows } from './submission-rows';
import type { Submission } from './submission.entity';

const undecided = { decision: null, decidedBy: null, decidedFor: null, decidedAt: null };
const nobody = {
  position: null,
  stage: null,
  deskId: null,
  dueAt: null,
  dueProvisional: false,
  escalatedAt: null,
  heldAt: null,
  daysLeft: null,
  withdrawalAsked: false,
} as const;

/** What is waited for after an act: opens the stage, starts its deadline, ends the one before. */
@Injectable()
export class WaitsService {
  constructor(
    private readonly deadlines: DeadlinesService,
    private readonly rows: SubmissionRows,
    private readonly issuing: IssuingService,
    private readonly publication: PublicationService,
    @Inject(REGISTRAR) private readonly registrar: Registrar,
    private readonly collecting: CollectingService,
  ) {}

  /**
   * @param decided whether it was the desk waited for that acted: that, and nothing else, meets a desk's deadline
   * @returns the submission's columns that the wait implies
   */
  async begin(writes: Writes, submission: Submission, wait: Wait, at: Instant, decided: boolean): Promise<Partial<Submission>> {
    if (wait.for === 'clearance') {
      return this.interrupted(writes, submission, at);
    }
    if (wait.for === 'publicity-again') {
      return this.inPublicityAgain(writes, submission, at);
    }
    if (wait.for === 'objection') {
      return this.held(writes, submission, at);
    }
    if (wait.for === 'publicity-end') {
      return this.goesOn(writes, submission, at);
    }
    if (wait.for === 'completer') {
      return this.atCompleter(writes, submission, wait.returnedFrom, at);
    }
    // A desk is left undecided too: recalled from, re-routed, withdrawn. What lies at none (with the completer, in publicity) goes on or is over.
    const met = submission.stage === null ? wait.for !== 'nothing' : decided;
    this.deadlines.end(writes, submission.serial, at, met ? 'met' : 'ended');
    if (submission.state === 'in-publicity') {
      this.publication.leave(writes, submission.serial, at);
    }
    switch (wait.for) {
      case 'desk':
      case 'desk-before':
        return this.atDesk(writes, submission, wait, at);
      case 'publicity':
        return this.inPublicity(writes, submission, at);
      case 'report-up':
        return this.registered(writes, submission, at);
      case 'desk-again':
        return this.atDeskAgain(writes, submission, at);
      case 'nothing':
        this.deadlines.drop(writes, submission.serial);
        return nobody;
    }
  }

  isSameWorkday(manager: EntityManager, one: Instant, other: Instant): Promise<boolean> {
    return this.deadlines.isSameWorkday(manager, one, other);
  }

  /** The route it travels from now on, and the present deadline: whom it reminds, or the row that takes its place. @returns the submission's columns that say so */
  layRoute(writes: Writes, { serial }: Submission, { legs, paperAnewFrom, deadline, recounted = [] }: Change): Partial<Submission> {
    recounted.forEach(({ from, to }) => this.deadlines.supersede(writes, from, to));
    const publicity = recounted.find(({ to }) => to.about === 'publicity')?.to;
    if (publicity) {
      this.publication.endOn(writes, serial, publicity.dueOn);
    }
    const ends = publicity && { publicityEndsAt: publicity.dueAt };
    if (deadline) {
      this.deadlines.remind(writes, serial, deadline);
    }
    if (paperAnewFrom !== undefined) {
      this.rows.takePaperBack(writes, serial, paperAnewFrom);
    }
    if (!legs) {
      return { ...ends };
    }
    this.rows.setLegs(writes, serial, legs);
    return { ...ends, legs };
  }

  /** What the ministry has answered, by people or by its registry: the item waits no more (P37). What is other since it was told follows (P36). */
  async answered({ manager }: Writes, submission: Submission, { answered, changed, ...change }: Change, at: Instant): Promise<void> {
    if (answered) {
      await this.collecting.answerOf(manager, submission.serial, { state: answered.state, receipt: answered.receipt ?? null, at });
    }
    if (changed || answered) {
      await this.collecting.collectChange(manager, { ...submission, ...change.submission }, at, changed === 'again');
    }
  }

  private async atDesk(
    writes: Writes,
    submission: Submission,
    wait: Extract<Wait, { for: 'desk' | 'desk-before' }>,
    at: Instant,
  ): Promise<Partial<Submission>> {
    const { serial, legs, registrationNumber } = submission;
    const { position, round, since } = wait;
    const leg = legs[position];
    if (leg === undefined) {
      throw new Error(`submission ${serial} has no leg ${position}`);
    }
    const { kind, organisationId } = leg;
    const waiting = { serial, about: kind, round, organisationId, since, of: limitedAs(submission) };
    const due = await this.dueAtDesk(writes, submission, wait, waiting);
    const fresh = { startedAt: since, openedAt: null, openedBy: null, claimedBy: null, ...undecided };
    this.rows.openStage(writes, { serial, position, round, kind, deskId: organisationId, ...fresh });
    if (kind === 'ministry') {
      await this.collecting.collect(writes.manager, submission, 'registration', since);
    }
    const state = registrationNumber === null ? 'in-review' : 'registered';
    const atNewDesk = { ...nobody, state, position, stage: kind, deskId: organisationId, round } as const;
    return { ...atNewDesk, dueAt: due.dueAt, dueProvisional: due.provisional, ...staysLate(wait, due.dueAt, at) };
  }

  private dueAtDesk(writes: Writes, submission: Submission, wait: Wait & { position: number }, waiting: Waiting) {
    if (wait.for === 'desk-before') {
      return this.deadlines.takeUp(writes, waiting);
    }
    const mended = submission.state === 'returned' && wait.position === submission.returnedFrom;
    return mended ? this.deadlines.resume(writes, waiting, submission.daysLeft) : this.deadlines.start(writes, waiting);
  }

  /** The suspicion is cleared: to whoever had it, claimed or not, by the limit that it had; where it is known to be late, nobody is told again. */
  private async atDeskAgain(writes: Writes, submission: Submission, since: Instant): Promise<Partial<Submission>> {
    const { serial, stage, round, deskId, daysLeft, escalatedAt } = submission;
    if (stage === null || deskId === null) {
      throw new Error(`submission ${serial} was at no desk`);
    }
    const due = await this.deadlines.goOn(writes, { serial, about: stage, round, organisationId: deskId, since }, daysLeft);
    await this.publication.withhold(writes.manager, submission.draftId, false);
    if (stage === 'ministry') {
      await this.collecting.collect(writes.manager, submission, 'registration', since);
    }
    return { dueAt: escalatedAt === null ? due.dueAt : null, dueProvisional: due.provisional, daysLeft: null };
  }

  /** Nobody reads what is published of it. In publicity two days may run, its end and the objection's; each keeps in its row what was left of it. */
  private async interrupted(writes: Writes, submission: Submission, at: Instant): Promise<Partial<Submission>> {
    const { serial, state, draftId, publicityEndsAt } = submission;
    const stands = { dueAt: null, dueProvisional: false };
    await this.publication.withhold(writes.manager, draftId, true);
    if (state === 'in-publicity') {
      this.publication.leave(writes, serial, at);
      this.deadlines.end(writes, serial, at, 'paused');
      return { ...stands, publicityEndsAt: publicityEndsAt !== null && publicityEndsAt <= at ? publicityEndsAt : null };
    }
    return { ...stands, daysLeft: await this.deadlines.pause(writes, submission, at) };
  }

  /** The suspicion is cleared: published again until the day on which it ends now, and an objection goes on to hold it, where one did. */
  private async inPublicityAgain(writes: Writes, submission: Submission, since: Instant): Promise<Partial<Submission>> {
    const { serial, draftId, heldAt, escalatedAt } = submission;
    await this.publication.withhold(writes.manager, draftId, false);
    const { publicity, objection } = await this.deadlines.goOnInPublicity(writes, serial, since);
    if (publicity === undefined) {
      throw new Error(`submission ${serial} was in no publicity`);
    }
    this.publication.publishAgain(writes, serial, publicity.dueOn);
    const present = (heldAt === null ? null : objection) ?? publicity;
    const dueAt = escalatedAt === null ? present.dueAt : null;
    return { dueAt, dueProvisional: present.provisional, publicityEndsAt: publicity.dueAt };
  }

  private async atCompleter(writes: Writes, submission: Submission, returnedFrom: number, since: Instant): Promise<Partial<Submission>> {
    const { serial, round, submitterId, unitId } = submission;
    // Late already, it has a day left when it goes on: what lay with the completer is nobody’s delay.
    const daysLeft = (await this.deadlines.pause(writes, submission, since)) ?? 1;
    const due = await this.deadlines.start(writes, {
      serial,
      about: 'returned',
      round,
      organisationId: unitId,
      personId: submitterId,
      since,
      of: limitedAs(submission),
    });
    return { ...nobody, returnedFrom, daysLeft, dueAt: due.dueAt, dueProvisional: due.provisional };
  }

  /** No days of publicity: registered at once, in the transaction of the approval (P33, P34). */
  private async inPublicity(writes: Writes, submission: Submission, at: Instant): Promise<Partial<Submission>> {
    const { serial, round } = submission;
    const limit = await this.deadlines.limitOn(writes.manager, 'publicity', at, limitedAs(submission));
    if (limit.value === 0) {
      return this.registered(writes, submission, at);
    }
    const due = await this.deadlines.start(writes, { serial, about: 'publicity', round, since: at, of: limitedAs(submission) });
    await this.publication.announce(writes, submission, { fromOn: due.startOn, toOn: due.dueOn });
    const { dueAt, provisional: dueProvisional } = due;
    return { ...nobody, state: 'in-publicity', dueAt, dueProvisional, publicityEndsAt: dueAt };
  }

  /** The registrar has to decide by a day of its own; publicity's end stays what it was, for objections to come. */
  private async held(writes: Writes, submission: Submission, at: Instant): Promise<Partial<Submission>> {
    const { serial, round, legs } = submission;
    const organisationId = legs[positionOf({ legs }, 'department')]?.organisationId ?? '';
    const due = await this.deadlines.start(writes, {
      serial,
      about: 'objection',
      round,
      organisationId,
      since: at,
      of: limitedAs(submission),
    });
    return { dueAt: due.dueAt, dueProvisional: due.provisional, heldAt: at };
  }

  private goesOn(writes: Writes, { serial, publicityEndsAt }: Submission, at: Instant): Partial<Submission> {
    this.deadlines.end(writes, serial, at, 'met', 'objection');
    return { dueAt: publicityEndsAt, dueProvisional: false, escalatedAt: null, heldAt: null };
  }

  /** Number, day, certificate, public entry and state in one: 批准登记日期 is the day the number is given (P34, P35, P38). */
  private async registered(writes: Writes, submission: Submission, at: Instant): Promise<Partial<Submission>> {
    const { serial, category } = submission;
    const approvedOn = shanghaiDateOf(at);
    const registrationNumber = await nextRegistrationNumber(writes, this.registrar, { approvedOn, category, at });
    await this.issuing.issue(writes, { serial, category, registrationNumber, approvedOn }, at);
    await this.publication.enter(writes, submission, { number: registrationNumber, approvedOn });
    return { ...nobody, state: 'registered', registrationNumber, approvedOn };
  }
}

/** Whoever was told that it is late, before the decision that is taken back, does not hear of the same day again (P31). */
const staysLate = (wait: Wait, dueAt: Instant | null, at: Instant): Pick<Submission, 'dueAt' | 'escalatedAt'> | null =>
  wait.for === 'desk-before' && wait.escalatedAt !== null && dueAt !== null && dueAt <= at
    ? { dueAt: null, escalatedAt: wait.escalatedAt }
    : null;

/** What of it limits are made for: its category, and its window as long as it is in that. */
const limitedAs = ({ category, mode, windowId }: Submission): NonNullable<Waiting['of']> => ({
  category,
  windowId: mode === 'window' ? windowId : null,
});
