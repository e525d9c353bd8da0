import { progress, pause, refresh, resume } from '@dengke/contract/messages';
import type { Instant, WorkflowProgress } from '@dengke/contract';
import {
  ActivityFailure,
  ApplicationFailure,
  allHandlersFinished,
  condition,
  log,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { SignalDefinition } from '@temporalio/workflow';
import { Alarm } from './alarm';
import { Facts } from './facts';
import type { NumberedFact } from './facts';

/** What is particular to one ledger: how its facts come, and how operators see them. */
export interface Course<F extends NumberedFact> {
  factsSignal: SignalDefinition<[{ facts: F[] }]>;
  factsAfter(after: number): Promise<F[]>;
  /** Called once per step. */
  show(journey: Journey<F>): void;
}

/** An act of time: after which fact, at which instant. */
export type ActOfTime<F> = (due: { after: number; at: Instant }) => Promise<F[]>;

/** What is waited for, and what it means when it comes. */
export interface Deadline {
  at: Instant;
  meaning: string;
}

/**
 * Follows one ledger in the order of its numbers, and waits. People's acts arrive as facts; what time does goes through the ledger's
 * judge and comes back as facts too. Handlers only note; the main line follows.
 */
export class Journey<F extends NumberedFact> {
  readonly facts = new Facts<F>();
  deadline: Deadline | null = null;
  /** A refused act of time is not tried again before something happens or an operator says so. */
  refused: { after: number; code: string } | null = null;
  private readonly alarm = new Alarm();
  private refreshAsked = false;
  private hurried = false;
  private answeredAt = 0;

  constructor(
    private readonly course: Course<F>,
    public pausedFor?: string,
  ) {}

  /** Handlers first. Then the facts: from the ledger, unless they came with the start. */
  async begin(): Promise<this> {
    this.listen();
    await this.follow();
    if (this.facts.last === undefined) {
      throw ApplicationFailure.nonRetryable('The ledger knows nothing of it', 'NOT_FOUND');
    }
    return this;
  }

  /** The last fact: where it stands. */
  get last(): F {
    return this.facts.last as F;
  }

  /** Time does nothing: an operator paused it, or the judge refused what was due. */
  get isHeld(): boolean {
    return this.pausedFor !== undefined || this.refused?.after === this.facts.lastNumber;
  }

  /** To be continued as new, reading all facts again: asked by `refresh`, or because the history has grown long. */
  get startsAfresh(): boolean {
    return this.refreshAsked || workflowInfo().continueAsNewSuggested;
  }

  /** Goes over into the next run; the facts are read again. */
  get pause(): { pausedFor?: string } {
    return this.pausedFor === undefined ? {} : { pausedFor: this.pausedFor };
  }

  /** Waits until something happened, and follows it (true), or until the deadline has come (false). Without one it waits on. */
  async movedBefore(at: Instant | null, meaning: string): Promise<boolean> {
    this.deadline = at === null ? null : { at, meaning };
    this.course.show(this);
    while (!this.facts.hasNews && !this.refreshAsked) {
      if (at !== null && !this.isHeld) {
        if (hasCome(at) || this.hurried) {
          this.hurried = false;
          return false;
        }
        this.alarm.ringBy(Date.parse(at), meaning);
      }
      const { isHeld } = this;
      const { rings } = this.alarm;
      const { hurried } = this;
      const changed = (): boolean => this.isHeld !== isHeld || this.alarm.rings !== rings || this.hurried !== hurried;
      await condition(() => this.facts.hasNews || this.refreshAsked || changed());
    }
    await this.follow();
    return true;
  }

  /** Lets time act, and follows the answer: its own fact, or another's that came first. */
  async timeActs(act: ActOfTime<F>): Promise<void> {
    const after = this.last.number;
    const now = new Date(Date.now()).toISOString();
    const at = this.deadline !== null && this.deadline.at > now ? this.deadline.at : now;
    const acted = await this.does(async () => this.facts.note(await act({ after, at })));
    if (!acted) {
      return;
    }
    await this.follow();
    if (this.last.number === after) {
      this.refused = { after, code: 'UNEXPECTED' };
    }
  }

  /** Lets the ledger do what it may refuse. Answers whether it did: a refusal holds until something happens or an operator says so. */
  async does(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (failure) {
      this.refused = { after: this.last.number, code: refusalCode(failure) };
      return false;
    }
  }

  /** Takes up what is noted, in order; a gap is fetched. */
  async follow(): Promise<void> {
    this.facts.takeUp();
    while (this.facts.lastNumber === 0 || this.facts.hasNews) {
      this.facts.note(await this.course.factsAfter(this.facts.lastNumber));
      if (!this.facts.takeUp()) {
        this.facts.forgetNoted();
        return;
      }
    }
  }

  /** An operator does not wait for the deadline: what it is waited for is done now, unless time is held back. */
  hurry(): void {
    this.hurried = true;
    this.answeredAt = workflowInfo().historyLength;
  }

  /** Shows the end, and lets every handler finish. */
  async conclude(): Promise<void> {
    this.deadline = null;
    this.course.show(this);
    await condition(allHandlersFinished);
    if (this.answeredAt === workflowInfo().historyLength) {
      // An update's answer in the same task as continue-as-new may be lost (temporal#6375).
      await sleep(1, { summary: 'the operator is answered first' });
    }
  }

  private listen(): void {
    setHandler(this.course.factsSignal, (signal) => this.note(signal), { description: 'Numbered facts from the ledger' });
    setHandler(progress, () => this.progress(), { description: 'How far it has come' });
    setHandler(refresh, () => void (this.refreshAsked = true), { description: 'Continue as new and read all facts again' });
    setHandler(pause, ({ reason }) => this.answer(reason), {
      description: 'Hold back what time would do',
      validator: (input: { reason: string }) => this.mayPause(input),
    });
    setHandler(resume, () => this.answer(undefined), { description: 'Let time act again', validator: () => this.mayResume() });
  }

  /** What is no list of facts is dropped: an error here would stop the workflow until new code came. */
  private note(signal: { facts: F[] } | undefined): void {
    if (Array.isArray(signal?.facts)) {
      this.facts.note(signal.facts);
    } else {
      log.warn('A signal without facts was dropped');
    }
  }

  private progress(): WorkflowProgress {
    return {
      lastFact: this.facts.lastNumber,
      state: this.facts.last?.state ?? 'unknown',
      waitsUntil: this.deadline?.at ?? null,
      paused: this.isHeld,
      ...this.pause,
    };
  }

  private answer(pausedFor: string | undefined): void {
    this.pausedFor = pausedFor;
    this.refused = null;
    this.answeredAt = workflowInfo().historyLength;
    if (this.facts.last !== undefined) {
      this.course.show(this);
    }
  }

  private mayPause(input: { reason?: string }): void {
    if (this.pausedFor !== undefined) {
      throw ApplicationFailure.nonRetryable('It is paused already', 'ACT_NOT_PERMITTED');
    }
    if ((input.reason ?? '').trim() === '') {
      throw ApplicationFailure.nonRetryable('Say why it is paused', 'REASON_MISSING');
    }
  }

  private mayResume(): void {
    if (!this.isHeld) {
      throw ApplicationFailure.nonRetryable('It is not paused', 'ACT_NOT_PERMITTED');
    }
  }
}

export const hasCome = (at: Instant): boolean => Date.parse(at) <= Date.now();

/** The code with which the judge refused. @throws what is no refusal, such as a cancellation */
function refusalCode(failure: unknown): string {
  if (failure instanceof ActivityFailure && failure.cause instanceof ApplicationFailure) {
    return failure.cause.type ?? 'UNEXPECTED';
  }
  throw failure;
}
