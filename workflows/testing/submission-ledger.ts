import { actRules, dueBy, stageKinds, stageRules } from '@dengke/contract';
import type {
  CollectionWindow,
  ErrorCode,
  Instant,
  RouteLeg,
  StageKind,
  SubmissionAct,
  SubmissionFact,
  TimedAct,
  WindowOutcome,
} from '@dengke/contract';
import { ApplicationFailure } from '@temporalio/common';
import { addDays, daysBetween, later } from './instants';
import { Publicity } from './publicity';
import { isStill } from './still';
import { cutOffOf, interrupted, numberOf, settledOutcome } from './submission-case';
import type { Case, Entry, Limits, Standing } from './submission-case';

/**
 * The ledger of submissions as specs use it: in memory, judging by the same tables as achievements, answering and signalling the same
 * facts. Everything it records stands in `outbox` until it has been relayed.
 */
export class SubmissionLedger {
  readonly outbox: SubmissionFact[] = [];
  /** How often the ledger was asked for facts, for specs about gaps. */
  asked = 0;
  private readonly cases = new Map<string, Case>();

  constructor(private readonly limits: Limits) {}

  submit({ serial, at, legs, window, achievedOn = '2023-03-15' }: Entry): void {
    const inPeriod = window !== undefined && window.resultFrom <= achievedOn && achievedOn <= window.resultTo;
    const entered = inPeriod && window.opensAt <= at && at < cutOffOf(window, legs) ? window : null;
    const [first] = legs;
    if (first === undefined) {
      throw refusal('NO_ROUTE');
    }
    const publicity = new Publicity(this.limits.objection);
    this.cases.set(serial, { facts: [], legs, window: entered, outcome: null, limitAt: null, returnedFrom: null, left: 0, publicity });
    const standing: Standing = {
      state: 'in-review',
      stage: null,
      round: 1,
      deskId: null,
      dueAt: null,
      cutOffAt: entered && cutOffOf(entered, legs),
      mode: entered ? 'window' : 'rolling',
      registrationNumber: null,
    };
    this.record(serial, 'submit', at, 'person-submitter', this.atDesk(serial, standing, first.kind, at));
  }

  /** An act of a person. @throws a refusal with its code, and records nothing */
  act(serial: string, act: SubmissionAct, at: Instant): SubmissionFact {
    const last = this.last(serial);
    const mayDecide = last.stage === null || !decisions.has(act) || stageRules[last.stage].decides.includes(act);
    if (!actRules[act].from.includes(last.state) || !mayDecide) {
      throw refusal('ACT_NOT_PERMITTED');
    }
    this.settleIfCutOff(serial, at);
    return this.record(serial, act, at, 'person-acting', this.after(serial, act, at));
  }

  /** Another edition of the calendar counts the present wait otherwise. */
  move(serial: string, dueAt: Instant, at: Instant): void {
    this.case(serial).limitAt = dueAt;
    this.record(serial, 'recount', at, null, { ...this.standing(serial), dueAt });
  }

  /** Its window has other dates, and binds also what it had carried over at a cut-off that is no more. Answers how many it binds. */
  moveCutOff(window: CollectionWindow, at: Instant): number {
    const isBound = (serial: string, { outcome, legs }: Case): boolean =>
      this.last(serial).cutOffAt !== null || (outcome === 'carried-over' && at < cutOffOf(window, legs));
    const bound = [...this.cases].filter(([serial, found]) => found.window?.id === window.id && isBound(serial, found));
    for (const [serial, found] of bound) {
      const cutOffAt = cutOffOf(window, found.legs);
      Object.assign(found, { window, outcome: null });
      this.record(serial, 'moveCutOff', at, null, { ...this.standing(serial), mode: 'window', cutOffAt });
    }
    return bound.length;
  }

  /** To another route: passed stages stay, the present one is the lowest of the new route at or above it, and its deadline begins anew. */
  reroute(serial: string, route: readonly RouteLeg[], at: Instant): void {
    const now = this.standing(serial);
    const found = this.case(serial);
    const held = found.legs.findIndex(({ kind }) => kind === (now.stage ?? found.returnedFrom));
    const rank = ({ kind }: RouteLeg): number => stageKinds.indexOf(kind);
    const over = route.filter((leg) => rank(leg) >= rank(found.legs[held] ?? leg));
    found.legs = [...found.legs.slice(0, held), ...over];
    const [first] = over;
    const standing = now.stage === null || first === undefined ? now : this.atDesk(serial, now, first.kind, at);
    this.record(serial, 'reroute', at, 'person-administrator', standing);
  }

  /** The desk's organisation has closed: its successor holds the desk, by the same deadline. */
  takeOver(serial: string, fromId: string, toId: string, at: Instant): void {
    const now = this.standing(serial);
    const found = this.case(serial);
    found.legs = found.legs.map((leg) => (leg.organisationId === fromId ? { ...leg, organisationId: toId } : leg));
    this.record(serial, 'takeOver', at, null, { ...now, deskId: now.deskId === fromId ? toId : now.deskId });
  }

  /** Somebody objects in time. */
  object(serial: string): void {
    this.case(serial).publicity.object();
  }

  /** An act of time, through the same judge: what came first is answered, what is not due is refused. */
  time({ serial, after, at }: TimedAct, act: 'escalate' | 'carryOver' | 'register' | 'reportUp'): SubmissionFact[] {
    const last = this.last(serial);
    if (last.number > after) {
      return this.factsAfter(serial, after);
    }
    if (!actRules[act].from.includes(last.state)) {
      throw refusal('ACT_NOT_PERMITTED');
    }
    const isRight = act !== 'register' || last.held !== true;
    const dueAt = { escalate: last.dueAt, register: last.dueAt, carryOver: last.cutOffAt, reportUp: last.stage === null ? at : null }[act];
    if (dueAt === null || at < dueAt || !isRight) {
      throw refusal('NOT_YET_DUE');
    }
    const { publicity } = this.case(serial);
    if (act === 'register' && publicity.isUnanswered) {
      return [this.record(serial, 'hold', at, null, publicity.hold(this.standing(serial), at))];
    }
    return [this.record(serial, act, at, null, this.after(serial, act, at))];
  }

  factsAfter(serial: string, after: number): SubmissionFact[] {
    this.asked += 1;
    return this.case(serial).facts.slice(after);
  }

  last(serial: string): SubmissionFact {
    return this.case(serial).facts.at(-1) as SubmissionFact;
  }

  facts(serial: string): readonly SubmissionFact[] {
    return this.case(serial).facts;
  }

  /** The submissions that a cut-off of the window still binds. */
  boundBy(windowId: string, cutOffAt: Instant): string[] {
    return [...this.cases.keys()].filter((serial) => this.case(serial).window?.id === windowId && this.last(serial).cutOffAt === cutOffAt);
  }

  /** In which column of its window's account it stands; null while it is not settled, and in rolling intake. */
  outcomeOf(serial: string): WindowOutcome | null {
    const found = this.case(serial);
    return found.window === null ? null : (found.outcome ?? settledOutcome(found));
  }

  /** The outcomes of all that entered a window. */
  outcomes(windowId: string): Array<WindowOutcome | null> {
    return [...this.cases.keys()].filter((serial) => this.case(serial).window?.id === windowId).map((serial) => this.outcomeOf(serial));
  }

  /** The act's own instant decides about the cut-off, half-open (P12): nobody is late because a workflow was. */
  private settleIfCutOff(serial: string, at: Instant): void {
    const { cutOffAt } = this.last(serial);
    if (cutOffAt !== null && at >= cutOffAt) {
      this.time({ serial, after: this.last(serial).number, at: cutOffAt }, 'carryOver');
    }
  }

  private after(serial: string, act: SubmissionAct, at: Instant): Standing {
    const { legs, returnedFrom, limitAt, left, publicity } = this.case(serial);
    const now = this.standing(serial);
    const none = { stage: null, deskId: null, dueAt: null };
    if (isStill(act)) {
      return now;
    }
    switch (act) {
      case 'release':
      case 'recommend':
        return this.atDesk(serial, now, legs[legs.findIndex(({ kind }) => kind === now.stage) + 1]?.kind ?? 'department', at);
      case 'approve':
        return this.approved(serial, { ...now, ...none }, at);
      case 'return':
        Object.assign(this.case(serial), { returnedFrom: now.stage, left: daysBetween(at, limitAt ?? addDays(at, 1)) });
        return this.waiting(serial, { ...now, ...none, state: 'returned' }, addDays(at, this.limits.returned));
      case 'resubmit':
        return this.atDesk(serial, { ...now, state: 'in-review', round: now.round + 1 }, returnedFrom ?? 'unit', at, Math.max(1, left));
      case 'withdraw':
      case 'consentWithdrawal':
        return this.over(serial, { ...now, ...none, state: 'withdrawn' }, 'withdrawn');
      case 'reject':
      case 'exclude':
        return this.over(serial, { ...now, ...none, state: 'rejected' }, 'rejected');
      case 'close':
        return this.over(serial, { ...now, ...none, state: 'closed' }, 'returned');
      case 'cancel':
        return this.over(serial, { ...now, ...none, state: 'cancelled' }, 'transmitted');
      case 'hold':
      case 'declineObjection':
      case 'overrule':
        return publicity.answered(act, now, at);
      case 'uphold':
        return this.over(serial, { ...publicity.answered(act, now, at), ...none, state: 'rejected' }, 'rejected');
      case 'register':
        return { ...now, ...none, state: 'registered', registrationNumber: numberOf(serial) };
      case 'acknowledge':
        return { ...now, ...none, state: 'reported' };
      case 'returnReport':
        return this.atDesk(serial, now, 'department', at);
      case 'reportUp':
      case 'reportAgain':
        return this.atDesk(serial, now, 'ministry', at);
      case 'escalate':
        this.case(serial).limitAt = null;
        return { ...now, dueAt: null };
      case 'carryOver':
        this.case(serial).outcome = now.state === 'returned' ? 'returned' : 'carried-over';
        return { ...now, mode: 'rolling', cutOffAt: null, dueAt: now.state === 'suspected' ? null : limitAt };
      case 'extend':
        return this.waiting(serial, now, addDays(limitAt ?? at, 5));
      case 'suspect':
        this.case(serial).left = daysBetween(at, limitAt ?? at);
        return { ...now, state: 'suspected', dueAt: null };
      case 'clear':
        return this.waiting(serial, { ...now, state: interrupted(now) }, addDays(at, left));
    }
  }

  private atDesk(serial: string, now: Standing, kind: StageKind, at: Instant, days = this.limits[kind]): Standing {
    const deskId = this.case(serial).legs.find((leg) => leg.kind === kind)?.organisationId ?? null;
    const bound = kind === 'department' || kind === 'ministry' ? null : now.cutOffAt;
    return this.waiting(serial, { ...now, stage: kind, deskId, cutOffAt: bound }, addDays(at, days));
  }

  private waiting(serial: string, now: Standing, limitAt: Instant): Standing {
    this.case(serial).limitAt = limitAt;
    const { cutOffAt } = now;
    return { ...now, dueAt: dueBy(limitAt, cutOffAt) };
  }

  private approved(serial: string, now: Standing, at: Instant): Standing {
    if (this.limits.publicity === 0) {
      return { ...now, state: 'registered', registrationNumber: numberOf(serial) };
    }
    return { ...now, state: 'in-publicity', dueAt: this.case(serial).publicity.begins(addDays(at, this.limits.publicity)) };
  }

  private over(serial: string, now: Standing, outcome: WindowOutcome): Standing {
    this.case(serial).outcome ??= outcome;
    return { ...now, cutOffAt: null };
  }

  private standing(serial: string): Standing {
    const { state, stage, round, deskId, dueAt, cutOffAt, mode, registrationNumber } = this.last(serial);
    return { state, stage, round, deskId, dueAt, cutOffAt, mode, registrationNumber };
  }

  private record(serial: string, act: SubmissionAct, at: Instant, by: string | null, standing: Standing): SubmissionFact {
    const { facts, legs, window, publicity } = this.case(serial);
    const about = {
      category: 'applied' as const,
      registrationYear: 2023,
      unitId: 'unit-1',
      organiserId: 'organiser-1',
      areaCode: '140400',
      windowId: window?.id ?? null,
      legs: [...legs],
    };
    const fact: SubmissionFact = {
      serial,
      number: facts.length + 1,
      act,
      at: later(at, facts.at(-1)?.at ?? at),
      by,
      ...standing,
      ...(publicity.held && { held: true }),
      ...(facts.length === 0 || act === 'reroute' || act === 'takeOver' ? { about } : {}),
    };
    facts.push(fact);
    this.outbox.push(fact);
    return fact;
  }

  private case(serial: string): Case {
    const found = this.cases.get(serial);
    if (found === undefined) {
      throw refusal('NOT_FOUND');
    }
    return found;
  }
}

const decisions = new Set(Object.values(stageRules).flatMap(({ decides }) => decides));

/** As the services refuse at the activity boundary. */
export const refusal = (code: ErrorCode): ApplicationFailure => ApplicationFailure.nonRetryable(code, code);
