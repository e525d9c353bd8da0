import { credentialApplicationRules, isApplicationOver, organiserApplicationRules } from '@dengke/contract';
import type {
  ApplicationAct,
  ApplicationFact,
  ApplicationLimit,
  ApplicationRule,
  ApplicationState,
  CountedDay,
  DueDayAsked,
  LostDayPage,
  Recounted,
  Instant,
  TimedApplicationAct,
} from '@dengke/contract';
import { addDays, dayOf, later, startOfDay } from './instants';
import { workdaysAfter } from './spec-calendar';
import type { SpecCalendar } from './spec-calendar';
import { refusal } from './submission-ledger';

type Rules = Record<string, ApplicationRule<ApplicationState>>;
type Standing = Pick<ApplicationFact, 'state' | 'deskId' | 'countsFrom' | 'dueAt' | 'limitId' | 'extraDays'>;

const limits: Record<ApplicationLimit, number> = { 'new-credential': 5, 'new-organiser': 7 };
const rulesOf = (subject: string): Rules =>
  subject.startsWith('credentialApplication/') ? credentialApplicationRules : organiserApplicationRules;

/** The ledger of applications as specs use it: in memory, judging by the same tables as accounts, telling the same facts. */
export class ApplicationLedger {
  readonly outbox: ApplicationFact[] = [];
  private readonly facts = new Map<string, ApplicationFact[]>();

  constructor(public calendar: SpecCalendar) {}

  apply(subject: string, deskId: string, at: Instant): void {
    this.facts.set(subject, []);
    const { to } = rulesOf(subject)['apply'] as ApplicationRule<ApplicationState>;
    this.record(subject, 'apply', at, null, { state: to as ApplicationState, deskId, countsFrom: at, dueAt: null });
  }

  /** An act of a person. @throws a refusal with its code, and records nothing */
  act(subject: string, act: ApplicationAct, at: Instant): ApplicationFact {
    const now = this.last(subject);
    const rule = rulesOf(subject)[act];
    if (rule === undefined || !rule.from.includes(now.state)) {
      throw refusal('APPLICATION_DECIDED');
    }
    return this.record(subject, act, at, 'person-acting', this.after(now, act, rule, at));
  }

  /** Another edition of the calendar is in force: its due day is counted anew, from the day it was counted from. */
  recount(subject: string, from: Instant, at: Instant): void {
    this.record(subject, 'recount', at, null, { ...this.last(subject), countsFrom: from });
  }

  /** The department has it go by a limit of so many working days, from the day it was counted from. */
  moveLimit(subject: string, days: number, from: Instant, at: Instant): void {
    this.record(subject, 'moveLimit', at, 'registrar', { ...this.last(subject), countsFrom: from, limitId: String(days) });
  }

  /** What was due on a lost day has more days, counted anew from the day it was counted from: one a page. */
  extend({ lost, at, cursor }: LostDayPage): Recounted {
    const ended = [...this.facts.keys()].sort().filter((subject) => this.isDueOn(subject, lost.on) && subject > (cursor ?? ''));
    const [subject, ...more] = ended;
    if (subject === undefined) {
      return { moved: 0, next: null };
    }
    const now = this.last(subject);
    const countsFrom = this.factsAfter(subject, 0)[0]?.at ?? at;
    this.record(subject, 'extend', at, null, { ...now, countsFrom, extraDays: (now.extraDays ?? 0) + lost.workdays });
    return { moved: 1, next: more.length === 0 ? null : subject };
  }

  private isDueOn(subject: string, on: string): boolean {
    const counted = this.factsAfter(subject, 0).findLast(({ act }) => act === 'setDue');
    return counted?.dueAt === startOfDay(on, 1) && !isApplicationOver(this.last(subject).state);
  }

  /** An act of time, through the same judge: what came first is answered, what is not due is refused. */
  time({ subject, after, at }: TimedApplicationAct, act: 'setDue' | 'escalate' | 'expire', due?: CountedDay): ApplicationFact[] {
    const now = this.last(subject);
    if (now.number > after) {
      return this.factsAfter(subject, after);
    }
    const rule = rulesOf(subject)[act];
    if (rule === undefined || !rule.from.includes(now.state)) {
      throw refusal('ACT_NOT_PERMITTED');
    }
    const awaited = act === 'setDue' ? now.countsFrom : now.dueAt;
    if (awaited === null || at < awaited) {
      throw refusal('NOT_YET_DUE');
    }
    const standing = this.after(now, act, rule, at);
    return [this.record(subject, act, at, null, due === undefined ? standing : { ...standing, dueAt: due.dueAt })];
  }

  /** What achievements counts, by the specs' own calendar. */
  dueOn({ limit, since, limitId, extraDays = 0 }: DueDayAsked): CountedDay {
    const startOn = dayOf(since);
    const value = limitId === undefined ? limits[limit] : Number(limitId);
    const dueOn = workdaysAfter(this.calendar, startOn, value + extraDays);
    const rule = { value, unit: 'workdays' as const, source: 'S60' };
    return { startOn, dueOn, dueAt: startOfDay(dueOn, 1), provisional: false, rule, skipped: [], calendarVersion: 1 };
  }

  factsAfter(subject: string, after: number): ApplicationFact[] {
    const found = this.facts.get(subject);
    if (found === undefined) {
      throw refusal('NOT_FOUND');
    }
    return found.slice(after);
  }

  last(subject: string): ApplicationFact {
    return this.factsAfter(subject, 0).at(-1) as ApplicationFact;
  }

  private after(now: Standing, act: string, { to }: ApplicationRule<ApplicationState>, at: Instant): Standing {
    const state = to === 'same' ? now.state : to;
    const standing = { ...now, state };
    switch (act) {
      case 'issue':
        return { ...standing, countsFrom: null, dueAt: addDays(at, 3) };
      case 'expire':
        return { ...standing, countsFrom: at, dueAt: null };
      case 'redirect':
        return { ...standing, deskId: 'organiser-2' };
      case 'setDue':
      case 'escalate':
        return { ...standing, countsFrom: null, dueAt: null };
      case 'open':
      case 'unmask':
        return standing;
      default:
        return { ...standing, countsFrom: null, dueAt: null };
    }
  }

  private record(subject: string, act: ApplicationAct, at: Instant, by: string | null, standing: Standing): ApplicationFact {
    const facts = this.factsAfter(subject, 0);
    const { state, deskId, countsFrom, dueAt, limitId, extraDays } = standing;
    const goesBy = { ...(limitId !== undefined && { limitId }), ...(extraDays !== undefined && { extraDays }) };
    const number = facts.length + 1;
    const fact = { subject, number, act, at: later(at, facts.at(-1)?.at ?? at), by, state, deskId, countsFrom, dueAt, ...goesBy };
    this.facts.get(subject)?.push(fact);
    this.outbox.push(fact);
    return fact;
  }
}
