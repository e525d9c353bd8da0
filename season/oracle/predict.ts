import { acts } from './acts';
import { dateOf, dayAfter, midnight, WorkingDays } from './calendar';
import type { Day, Planned, Prediction, Scenario, Step, Time, Unit } from './plain';
import { remindersOf } from './reminders';
import { Submission } from './submission';
import type { Leg } from './submission';
import { cameOf, eventsAt, opensAt, takesAt } from './windows';
import type { Announced } from './windows';

/** What counts as evidence of the achievement itself: its earliest date is the day it was achieved (S68–S70). */
const provesAchievement: Record<string, readonly string[]> = {
  applied: ['acceptance-report', 'evaluation-certificate', 'drug-approval', 'standard', 'intellectual-property'],
  basic: ['paper', 'monograph'],
  soft: ['closing-report'],
};

/** Goes through a scenario day by day and says what must come of it, by the rules alone. */
export function predict(scenario: Scenario): Prediction {
  return new Year(scenario).played();
}

class Year {
  private readonly days: WorkingDays;
  private readonly submissions = new Map<string, Submission>();
  private readonly units: Map<string, Unit>;
  private readonly announced: Announced[] = [];
  private readonly refused: string[] = [];
  private readonly byTime: Prediction['byTime'] = [];
  private readonly reminders: Prediction['reminders'] = [];

  constructor(private readonly scenario: Scenario) {
    this.days = new WorkingDays(scenario.world.calendar);
    this.units = new Map(Object.entries(scenario.world.units));
  }

  played(): Prediction {
    const { from, until, steps } = this.scenario;
    for (let day = dateOf(from); day <= dateOf(until); day = dayAfter(day)) {
      const today = steps.filter(([time]) => dateOf(time) === day);
      this.upTo(until, midnight(day), () => this.midnight(midnight(day)));
      today.filter(([time]) => time.slice(11) < '09:00').forEach((step) => this.step(step));
      this.upTo(until, `${day}T09:00`, () => this.round(day));
      today.filter(([time]) => time.slice(11) >= '09:00').forEach((step) => this.step(step));
    }
    const all = [...this.submissions.values()];
    return {
      windows: Object.fromEntries(this.announced.map((one) => [one.window.id, cameOf(one, all)])),
      refused: this.refused,
      ends: all.map(({ ref, state, mode, outcome, registrationYear, approvedOn }) => ({
        ...{ refs: [ref], state, mode, windowOutcome: outcome, registrationYear, approvedOn },
      })),
      byTime: this.byTime,
      deadlines: all.map(({ ref, waits }) => ({ refs: [ref], due: waits.map(({ about, dueOn }) => `${about} ${dueOn}`) })),
      reminders: this.reminders,
    };
  }

  private upTo(until: Time, at: Time, then: () => void): void {
    if (at >= this.scenario.from && at <= until) {
      then();
    }
  }

  /** First the cut-off is settled, then comes who is late: never both for the same reason. */
  private midnight(at: Time): void {
    for (const one of this.submissions.values()) {
      if (one.outcome === null && one.cutOffAt === at && one.settles()) {
        this.byTime.push(['carryOver', at, [one.ref]]);
      }
    }
    for (const one of this.announced) {
      eventsAt(one.window, at).forEach((act) => one.events.push([act, at]));
    }
    for (const one of this.submissions.values()) {
      this.escalate(one, at);
    }
  }

  private escalate(one: Submission, at: Time): void {
    if (one.becomesLate(at)) {
      this.byTime.push(['escalate', at, [one.ref]]);
    }
  }

  private round(on: Day): void {
    if (this.days.isWorked(on)) {
      this.submissions.forEach((one) => this.reminders.push(...remindersOf(one, on, this.days, this.scenario.world)));
    }
  }

  private step([at, who, what, refs]: Step): void {
    if (what === 'announce') {
      refs.forEach((id) => this.announce(id, at));
      return;
    }
    if (what === 'transfer') {
      this.transfer(refs);
      return;
    }
    for (const ref of refs) {
      for (const login of who.split(' ')) {
        const code = what === 'submit' ? this.submit(ref, login, at) : this.act(what, ref, login, at);
        if (code !== null) {
          this.refused.push(`${ref} ${code}`);
        }
      }
    }
  }

  private announce(id: string, at: Time): void {
    const window = this.scenario.windows.find((one) => one.id === id)!;
    const events: Announced['events'] = [['announce', at]];
    if (opensAt(window) <= at) {
      events.push(['open', at]);
    }
    this.announced.push({ window, events, refused: [] });
  }

  /** Another city's from now on; what is under way stays on its route (P1). */
  private transfer([unit = '', municipal = '']: readonly string[]): void {
    this.units.set(unit, { ...this.units.get(unit)!, municipal });
  }

  private act(what: string, ref: string, login: string, at: Time): string | null {
    const submission = this.submissions.get(ref);
    const act = acts[what];
    if (act === undefined) {
      throw new Error(`${ref}: ${what} is nothing the oracle knows`);
    }
    // What was refused when it was submitted is nothing that anybody could do something with.
    const refusal = submission === undefined ? null : act(submission, login, at, this.scenario.world);
    if (submission !== undefined) {
      // What is taken back may have been due meanwhile.
      this.escalate(submission, at);
    }
    return refusal;
  }

  private submit(ref: string, login: string, at: Time): string | null {
    const planned = this.scenario.submissions[ref]!;
    const achievedOn = achieved(planned);
    const takes = this.announced.find(
      ({ window }) => takesAt(window, at) && window.resultFrom <= achievedOn && achievedOn <= window.resultTo,
    );
    const registrationYear = takes?.window.registrationYear ?? Number(at.slice(0, 4));
    const refusal = this.refusal(planned, achievedOn, registrationYear);
    if (refusal !== null) {
      this.announced.find(({ window }) => takesAt(window, at))?.refused.push(refusal);
      return refusal;
    }
    const legs = this.routeOf(planned);
    const { world } = this.scenario;
    this.submissions.set(ref, new Submission(ref, planned, login, legs, takes?.window ?? null, registrationYear, world, this.days, at));
    return null;
  }

  /** Another year's (P15), or the same achievement once more (P19). */
  private refusal({ unit, name }: Planned, achievedOn: Day, registrationYear: number): string | null {
    if (Number(achievedOn.slice(0, 4)) !== registrationYear) {
      return 'OUTSIDE_REGISTRATION_YEAR';
    }
    const isSame = (one: Submission): boolean =>
      one.planned.unit === unit && folded(one.planned.name) === folded(name) && !['rejected', 'withdrawn', 'closed'].includes(one.state);
    return [...this.submissions.values()].some(isSame) ? 'ALREADY_REGISTERED' : null;
  }

  /** Through the bureau of the city, or straight to the organiser (P1). */
  private routeOf({ unit, door }: Planned): Leg[] {
    const { department, ministry } = this.scenario.world;
    const { municipal, organiser } = this.units.get(unit)!;
    return [
      { kind: 'unit', desk: unit },
      ...(door === 'municipal' && municipal !== null ? [{ kind: 'municipal', desk: municipal } as const] : []),
      { kind: 'organiser', desk: organiser },
      { kind: 'department', desk: department },
      { kind: 'ministry', desk: ministry },
    ];
  }
}

const folded = (name: string): string => name.replace(/[\s，。、（）()-]/g, '');

function achieved({ category, evidence }: Planned): Day {
  const proofs = evidence.filter(([kind]) => provesAchievement[category]?.includes(kind)).map(([, issuedOn]) => issuedOn);
  return proofs.sort()[0]!;
}
