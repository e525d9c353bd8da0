import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addCalendarDays, endOfDay, workdaysBetween, workingCalendar } from '@dengke/calendar';
import { categories } from '@dengke/contract';
import type { Category, ErrorCode, RouteLeg, StageKind, SubmissionAct, SubmissionState } from '@dengke/contract';
import fc from 'fast-check';
import { placeOf } from '../registrations/number-series';
import { rungOn } from '../reminders/rungs';
import type { ActContext } from './act-context';
import { refusalOf } from './permission';
import { bindingCutOff, goesOn, lastDayBefore, outcomeOf, settlementOf } from './settlement';
import type { SubmissionStage } from './submission-stage.entity';
import type { Submission } from './submission.entity';

/** Rules that are functions, against models that say the same in another way: a hundred thousand steps each. */
const STEPS = 100_000;
const AT_ONCE = 50;
const long = { numRuns: STEPS / AT_ONCE };

/** `expect` takes longer than the rule. @throws Error with what it was about */
function same(came: unknown, wanted: unknown, about: unknown): void {
  if (JSON.stringify(came) !== JSON.stringify(wanted)) {
    throw new Error(`${JSON.stringify(about)}: ${JSON.stringify(came)}, and not ${JSON.stringify(wanted)}`);
  }
}

const kinds: readonly StageKind[] = ['unit', 'municipal', 'organiser', 'department', 'ministry'];
const aRoute = fc.boolean().map((isShort) => kinds.filter((kind) => kind !== 'municipal' || !isShort));
const legsOf = (route: readonly StageKind[]): RouteLeg[] => route.map((kind) => ({ kind, organisationId: `at-${kind}` }));

/** What each kind of stage decides (P24, P25, P37). */
const decides: Record<StageKind, readonly SubmissionAct[]> = {
  unit: ['release', 'return', 'reject'],
  municipal: ['recommend', 'return', 'reject'],
  organiser: ['recommend', 'return', 'reject'],
  department: ['approve', 'return', 'reject'],
  ministry: ['acknowledge', 'returnReport'],
};
const decisions = new Set(Object.values(decides).flat());
const acts = [...decisions, 'open', 'withdraw', 'resubmit', 'close', 'reportAgain'] as const;
const places = [...kinds, 'elsewhere'] as const;

const from = (act: SubmissionAct): SubmissionState[] => {
  if (act === 'withdraw') {
    return ['in-review', 'returned'];
  }
  if (act === 'resubmit' || act === 'close') {
    return ['returned'];
  }
  return act === 'acknowledge' || act === 'returnReport' || act === 'reportAgain' ? ['registered'] : ['in-review'];
};
const forwards: readonly SubmissionAct[] = ['release', 'recommend', 'approve', 'reportAgain'];
const leadsTo: Partial<Record<SubmissionAct, SubmissionState>> = {
  ...{ reject: 'rejected', withdraw: 'withdrawn', close: 'closed', acknowledge: 'reported', return: 'returned', approve: 'registered' },
  resubmit: 'in-review',
};

interface Step {
  person: number;
  place: (typeof places)[number];
  act: SubmissionAct;
  /** Whether it is the present desk that tries something of its own. */
  apt: boolean;
}
const steps = fc.array(
  fc.record({ person: fc.nat(4), place: fc.constantFrom(...places), act: fc.constantFrom(...acts), apt: fc.boolean() }),
  { minLength: AT_ONCE, maxLength: AT_ONCE },
);

/** A submission as the model has it; person 0 has submitted it. */
class Modelled {
  state: SubmissionState = 'in-review';
  position = 0;
  round = 1;
  readonly judged = new Map<string, { kind: StageKind; act: SubmissionAct; person: number }>();
  approvedBy: number | null = null;

  constructor(
    readonly route: readonly StageKind[],
    readonly ofOne: boolean,
  ) {}

  get kind(): StageKind | null {
    return this.state === 'in-review' || this.state === 'registered' ? (this.route[this.position] ?? null) : null;
  }

  /** Why not, by the rules alone. */
  refuses({ person, place, act }: Step): ErrorCode | null {
    const isDecision = decisions.has(act);
    if (place === 'elsewhere' || !this.route.includes(place)) {
      return 'NOT_FOUND';
    }
    if (!from(act).includes(this.state)) {
      return isDecision ? 'STAGE_ALREADY_DECIDED' : 'ACT_NOT_PERMITTED';
    }
    if (act === 'withdraw' || act === 'resubmit') {
      return place !== 'unit' ? 'NOT_ALLOWED' : act === 'resubmit' ? this.mayNotResubmit(person) : null;
    }
    if (act === 'close') {
      return place === this.route[this.position] ? null : 'ACT_NOT_PERMITTED';
    }
    if (place !== this.kind || (isDecision && !decides[place].includes(act))) {
      return 'STAGE_ALREADY_DECIDED';
    }
    return isDecision || act === 'reportAgain' ? this.mayNotJudge(person, place) : null;
  }

  does({ person, act, place }: Step): void {
    if (act === 'reportAgain' && this.kind !== 'department') {
      return;
    }
    if (decisions.has(act) || act === 'reportAgain') {
      this.judged.set(`${this.position} ${this.round}`, { kind: place as StageKind, act, person });
    }
    this.state = leadsTo[act] ?? this.state;
    this.position += forwards.includes(act) ? 1 : act === 'returnReport' ? -1 : 0;
    this.round += act === 'resubmit' ? 1 : 0;
    this.approvedBy = act === 'approve' ? person : this.approvedBy;
    if (forwards.includes(act) || act === 'returnReport') {
      // Opened once more, a stage forgets who decided it.
      this.judged.delete(`${this.position} ${this.round}`);
    }
  }

  /** As the judge reads it. */
  context({ person, place, act }: Step): ActContext {
    const isHeld = this.kind !== null;
    const stages = [...this.judged].map(([where, { kind, act: decision, person: by }]) => {
      const [position, round] = where.split(' ').map(Number);
      return { position, round, kind, deskId: `at-${kind}`, decision, decidedBy: `p${by}`, decidedFor: null, claimedBy: `p${by}` };
    });
    const stage = isHeld ? { position: this.position, round: this.round, kind: this.kind, claimedBy: null, decision: null } : null;
    const submission = {
      ...{ unitId: 'at-unit', legs: legsOf(this.route), state: this.state, unitOfOne: this.ofOne, submitterId: 'p0' },
      position: isHeld ? this.position : null,
      deskId: isHeld ? `at-${this.kind}` : null,
      stage: this.kind,
      returnedFrom: this.state === 'returned' ? this.position : null,
    } as Submission;
    const actor = { kind: 'person', personId: `p${person}`, organisationId: `at-${place}`, superAdmin: false, deputyFor: null } as const;
    const deeds = [
      { deed: 'submit', personId: 'p0', deputyFor: null },
      ...(this.approvedBy === null ? [] : [{ deed: 'approve', personId: `p${this.approvedBy}`, deputyFor: null } as const]),
    ] as ActContext['deeds'];
    return { submission, act, actor, input: {}, stage, stages: stages as SubmissionStage[], deeds, paper: [] } as unknown as ActContext;
  }

  /** P30: not one's own, and not two stages of it. */
  private mayNotJudge(person: number, place: StageKind): ErrorCode | null {
    if (place === 'unit' && person === 0 && !this.ofOne) {
      return 'SAME_PERSON_RELEASE';
    }
    if (place !== 'unit' && person === 0) {
      return 'OWN_SUBMISSION';
    }
    const elsewhere = [...this.judged.values()].some((one) => one.person === person && one.kind !== place);
    return elsewhere || (place !== 'department' && this.approvedBy === person) ? 'SECOND_STAGE' : null;
  }

  private mayNotResubmit(person: number): ErrorCode | null {
    const own = [...this.judged.values()].filter((one) => one.person === person);
    if (own.some(({ kind }) => kind !== 'unit')) {
      return 'OWN_SUBMISSION';
    }
    return own.some(({ act }) => act === 'release') && !this.ofOne ? 'SAME_PERSON_RELEASE' : null;
  }
}

/** The present desk tries what it may, and whoever has it back does. */
function aptly(model: Modelled, step: Step): Step {
  if (!step.apt) {
    return step;
  }
  if (model.state === 'returned') {
    return { ...step, act: 'resubmit', place: 'unit' };
  }
  const { kind } = model;
  if (kind === 'department' && model.state === 'registered') {
    return { ...step, act: 'reportAgain', place: kind };
  }
  return kind === null
    ? step
    : { ...step, place: kind, act: decides[kind][step.person % 2 === 0 ? 0 : step.person % decides[kind].length] ?? step.act };
}

describe('who may do what, in whatever order it is tried', () => {
  it('is what the rules say of stages, desks and persons [P25 P29 P30]', () => {
    const came = new Set<string>();
    fc.assert(
      fc.property(aRoute, fc.boolean(), steps, (route, ofOne, tried) => {
        let model = new Modelled(route, ofOne);
        for (const one of tried) {
          const step = aptly(model, one);
          const said = refusalOf(model.context(step));
          same(said, model.refuses(step), [step, model.state, model.kind]);
          came.add(said ?? `${step.act} done`);
          if (said === null) {
            model.does(step);
          }
          model = ['reported', 'rejected', 'withdrawn', 'closed'].includes(model.state) ? new Modelled(route, ofOne) : model;
        }
      }),
      long,
    );
    expect([...came].sort()).toEqual(
      expect.arrayContaining([
        'acknowledge done',
        'returnReport done',
        'SAME_PERSON_RELEASE',
        'OWN_SUBMISSION',
        'SECOND_STAGE',
        'NOT_FOUND',
      ]),
    );
  });
});

const day = fc.integer({ min: 0, max: 600 }).map((number) => addCalendarDays('2024-01-01', number));
const states = [
  'in-review',
  'returned',
  'suspected',
  'in-publicity',
  'registered',
  'reported',
  'rejected',
  'withdrawn',
  'closed',
  'cancelled',
] as const;

describe('a cut-off', () => {
  it('finds each submission in one column, half-open, and binds what is before the department alone [P12 P13]', () => {
    const where = fc.record({
      state: fc.constantFrom(...states),
      route: aRoute,
      step: fc.nat(4),
      cutOffOn: day,
      off: fc.integer({ min: -2, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(where, { minLength: AT_ONCE, maxLength: AT_ONCE }), (all) => {
        for (const { state, route, step, cutOffOn, off } of all) {
          const position = Math.min(step, route.length - 1);
          const cutOffAt = endOfDay(cutOffOn);
          const one = { state, position, legs: legsOf(route), windowId: 'w', cutOffAt, windowOutcome: null };
          const at = new Date(Date.parse(cutOffAt) + off).toISOString();
          const isBefore = (state === 'in-review' || state === 'suspected') && route.indexOf('department') > position;
          const column = isBefore
            ? 'carried-over'
            : state === 'returned' || state === 'closed'
              ? 'returned'
              : state === 'withdrawn' || state === 'rejected'
                ? state
                : 'transmitted';
          const binds = isBefore || state === 'returned';
          same(
            [
              outcomeOf(one),
              settlementOf(one, at),
              settlementOf({ ...one, windowOutcome: column }, at),
              goesOn(column, one),
              bindingCutOff(one),
            ],
            [column, off < 0 ? null : column, null, binds, binds ? cutOffAt : null],
            [one, at],
          );
          same(lastDayBefore(cutOffAt), cutOffOn, cutOffAt);
        }
      }),
      long,
    );
  });
});

describe('the ladder of reminders', () => {
  it('has on each working day the rung that counting gives, and none on others [P31]', () => {
    const seed = readFileSync(join(__dirname, '../../seed/calendar.json'), 'utf8');
    const calendar = workingCalendar(JSON.parse(seed) as Parameters<typeof workingCalendar>[0]);
    const deadline = fc.record({ on: day, before: fc.nat(15), after: fc.nat(15) });
    fc.assert(
      fc.property(fc.array(deadline, { minLength: AT_ONCE, maxLength: AT_ONCE }), (all) => {
        for (const { on, before, after } of all) {
          const startOn = addCalendarDays(on, -before);
          const dueOn = addCalendarDays(startOn, after);
          const isWorked = workdaysBetween(calendar, addCalendarDays(on, -1), on).workdays === 1;
          const left = workdaysBetween(calendar, on, dueOn).workdays;
          const wanted = on > dueOn ? `overdue-${-left}` : left === 0 ? 'due-day' : [5, 3, 1].includes(left) ? `before-${left}` : null;
          same(rungOn(calendar, on, { startOn, dueOn }), isWorked && startOn < on ? wanted : null, [on, startOn, dueOn]);
        }
      }),
      long,
    );
  });
});

describe('a registration number', () => {
  it('is of its body, year and class, and one after the other in its series [P34]', () => {
    const number = fc.record({
      ...{
        body: fc.constantFrom('014', '999', '140'),
        year: fc.integer({ min: 1900, max: 2099 }),
        value: fc.integer({ min: 1, max: 9999 }),
      },
      ...{ category: fc.constantFrom(...(Object.keys(categories) as Category[])), serialPerClass: fc.boolean() },
    });
    fc.assert(
      fc.property(fc.array(number, { minLength: AT_ONCE, maxLength: AT_ONCE }), (all) => {
        for (const { body, year, value, category, serialPerClass } of all) {
          const text = `${body}${year}${categories[category]}${String(value).padStart(4, '0')}`;
          same(/^[0-9]{3}(19|20)[0-9]{2}[YJR][0-9]{4}$/.test(text), true, text);
          const series = `${body}-${year}${serialPerClass ? `-${categories[category]}` : ''}`;
          const registrar = { registrarName: '', demonstration: true, serialPerClass };
          same(placeOf(text, { ...registrar, bodyCode: body }), { series, value }, text);
          same(placeOf(text, { ...registrar, bodyCode: '001' }), null, text);
        }
      }),
      long,
    );
  });
});
