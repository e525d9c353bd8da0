import { correctionRules, isCorrectionOver } from '@dengke/contract';
import type { CorrectionAct, CorrectionFact, Instant, TimedCorrectionAct } from '@dengke/contract';
import { dayOf, later, startOfDay } from './instants';
import { workdaysAfter } from './spec-calendar';
import type { SpecCalendar } from './spec-calendar';
import { refusal } from './submission-ledger';

type Standing = Pick<CorrectionFact, 'state' | 'dueAt'>;

const LIMIT = 10;

/** The ledger of corrections as specs use it: in memory, judging by the same table as achievements, telling the same facts. */
export class CorrectionLedger {
  readonly outbox: CorrectionFact[] = [];
  private readonly corrections = new Map<string, CorrectionFact[]>();

  constructor(private readonly calendar: SpecCalendar) {}

  ask(id: string, at: Instant): void {
    this.corrections.set(id, []);
    const dueAt = startOfDay(workdaysAfter(this.calendar, dayOf(at), LIMIT), 1);
    this.record(id, 'ask', at, 'person-of-unit', { state: 'asked', dueAt });
  }

  /** An act of a person. @throws a refusal with its code, and records nothing */
  act(id: string, act: Exclude<CorrectionAct, 'ask' | 'escalate'>, at: Instant): void {
    const { state } = this.last(id);
    const { from, to } = correctionRules[act];
    if (!from.includes(state)) {
      throw refusal('CORRECTION_DECIDED');
    }
    const after = to === 'same' ? state : to;
    this.record(id, act, at, 'person-acting', { state: after, dueAt: isCorrectionOver(after) ? null : this.last(id).dueAt });
  }

  /** An act of time, through the same judge: what came first is answered, what is not due is refused. */
  escalate({ id, after, at }: TimedCorrectionAct): CorrectionFact[] {
    const { number, state, dueAt } = this.last(id);
    if (number > after) {
      return this.factsAfter(id, after);
    }
    if (dueAt === null || at < dueAt) {
      throw refusal('NOT_YET_DUE');
    }
    return [this.record(id, 'escalate', at, null, { state, dueAt: null })];
  }

  factsAfter(id: string, after: number): CorrectionFact[] {
    const found = this.corrections.get(id);
    if (found === undefined) {
      throw refusal('NOT_FOUND');
    }
    return found.slice(after);
  }

  last(id: string): CorrectionFact {
    return this.factsAfter(id, 0).at(-1) as CorrectionFact;
  }

  private record(id: string, act: CorrectionAct, at: Instant, by: string | null, { state, dueAt }: Standing): CorrectionFact {
    const facts = this.factsAfter(id, 0);
    const about = { serial: '2023-000017', deskId: 'department' };
    const fact = { id, number: facts.length + 1, act, at: later(at, facts.at(-1)?.at ?? at), by, state, dueAt, ...about };
    this.corrections.get(id)?.push(fact);
    this.outbox.push(fact);
    return fact;
  }
}
