import { explainDeadline, shanghaiDateOf, workingCalendar } from '@dengke/calendar';
import { isOver, stageKinds, stageRules, submissionActs } from '@dengke/contract';
import type { ActInput, Caller, Instant, ReviewRoute, SubmissionAct, SubmissionFact } from '@dengke/contract';
import { DomainError, managerOf } from '@dengke/service-kit';
import fc from 'fast-check';
import { allOk, at, cityLegs, DeskWorld, submitter, unitAdmin } from '../../testing/a-desk-world';
import { CalendarDayRow } from '../deadlines/calendar-day.entity';
import { Deadline } from '../deadlines/deadline.entity';
import { LimitRule } from '../deadlines/limit-rule.entity';
import { successorOf } from '../deadlines/successor';
import { WorkingDaysService } from '../deadlines/working-days.service';
import { ExtensionsService } from '../extensions/extensions.service';
import { movedToLimit } from '../limits/moved-limit';
import type { ActHandler } from './act-context';
import { rerouted } from './graph-change';
import { isDecision } from './separation';
import { SubmissionStage } from './submission-stage.entity';
import type { Submission } from './submission.entity';

const opens = Date.parse('2023-08-07T02:00:00.000Z');
const cutOffAt = '2023-08-25T16:00:00.000Z';
const hour = 3_600_000;
const people: Caller[] = [
  submitter,
  unitAdmin,
  at('unit-a', 'writer', 'unitAdmin'),
  ...(['org-city', 'org-province', 'org-department', 'org-ministry'] as const).flatMap((place) => [
    at(place),
    at(place, 'two', 'superAdmin'),
  ]),
  ...(['org-city', 'org-province', 'org-department'] as const).map((place) => ({ ...at(place, 'second'), personId: submitter.personId })),
  { ...at('org-province', 'second'), personId: unitAdmin.personId },
  { ...at('org-department', 'second'), personId: 'org-city-one' },
  { ...at('org-ministry', 'second'), personId: 'org-department-one' },
  at('org-elsewhere'),
];
const timed = ['escalate', 'carryOver', 'register', 'reportUp'] as const;
const byPeople = submissionActs.filter((act) => act !== 'submit' && !timed.some((other) => other === act));

interface Step {
  who: number;
  act: SubmissionAct;
  /** Whether somebody does what is his to do next; otherwise `who` tries `act`. */
  apt: boolean;
  hours: number;
  again: boolean;
}
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(997),
  act: fc.constantFrom<SubmissionAct>(...byPeople, ...timed),
  apt: fc.boolean(),
  hours: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(40) }, { weight: 1, arbitrary: fc.nat(300) }),
  again: fc.boolean(),
});

/** What somebody at the present desk, at the one before, or at the unit may well do next. */
function aptStep({ state, stage, deskId, position }: Submission, { who }: Step): Pick<Step, 'act'> & { me: Caller } {
  const of = (organisationId: string | null | undefined): Caller => {
    const there = people.filter((one) => one.position.organisationId === organisationId);
    return there[who % there.length] ?? submitter;
  };
  if (state === 'returned') {
    return { me: of('unit-a'), act: who % 4 === 0 ? 'escalate' : 'resubmit' };
  }
  if (state === 'suspected') {
    return { me: at('org-department', 'two', 'superAdmin'), act: who % 5 === 0 ? 'exclude' : 'clear' };
  }
  if (stage === null) {
    return { me: submitter, act: state === 'registered' ? 'reportUp' : 'register' };
  }
  const { passes } = stageRules[stage];
  const acts = [
    passes,
    passes,
    passes,
    stage === 'ministry' ? 'returnReport' : 'return',
    'open',
    'claim',
    'suspect',
    stage === 'department' ? 'reportAgain' : passes,
  ] as const;
  const act = acts[who % acts.length] ?? passes;
  return who % 11 === 0 ? { me: of(cityLegs[(position ?? 0) - 1]?.organisationId), act: 'recall' } : { me: of(deskId), act };
}

/** Its unit's route now: by the other municipal bureau, or by the first again. */
const routeBy = (bureau: string): ReviewRoute => ({
  ...{ routeId: `by-${bureau}`, version: 1, name: '', paperRequired: false },
  legs: cityLegs.map((leg) => (leg.kind === 'municipal' ? { ...leg, organisationId: bureau } : leg)),
  unit: { id: 'unit-a', name: '', uscc: '', areaCode: '140400', organiserId: 'org-province', ofOne: false },
});

const words: ActInput = {
  reason: '说明',
  items: [{ field: 'name', remark: '改' }],
  findings: allOk,
  toPersonId: 'org-city-two',
  suspicion: 'other',
};

describe('whatever is done by whomever in whatever order', () => {
  let world: DeskWorld;
  let workingDays: WorkingDaysService;
  let extensions: ExtensionsService;
  let keys = 0;
  beforeAll(async () => {
    world = await DeskWorld.begin();
    workingDays = new WorkingDaysService(world.database);
    extensions = new ExtensionsService(world.acts, workingDays);
  });
  afterAll(() => world.end());

  const asked = (me: Caller, key: string, serial: string, act: SubmissionAct, instant: Instant) =>
    world.clock.at(instant, () => {
      if (act === 'extend') {
        return extensions.extend(me, key, serial, { days: 2, reason: '说明' });
      }
      return world.acts.byPerson(me, key, serial, act, act === 'resubmit' ? {} : words, broughtAlong(act, key));
    });

  /** What these acts know beside the judge, as their own slices give it. */
  const broughtAlong = (act: SubmissionAct, key: string): ActHandler | undefined =>
    ({ resubmit: resubmitted, reroute: rerouted(routeBy(bureauOf(key))), moveLimit: moved, correct: corrected, cancel: cancelled })[
      act as 'resubmit'
    ];
  const moved = movedToLimit('limit', async (open) => {
    const manager = managerOf(world.database);
    const limit = await manager.findOneByOrFail(LimitRule, { id: open.limitId });
    return successorOf(open, limit, await workingDays.current(manager), { days: 3, extraDays: open.extraDays });
  });
  const resubmitted: ActHandler = ({ submission, at: since }) => ({
    submission: { returnedFrom: null },
    wait: { for: 'desk', position: submission.returnedFrom ?? 0, round: submission.round + 1, since },
  });
  const corrected: ActHandler = async ({ manager, submission, at: instant }) => {
    await world.issuing.reissue(manager, await world.issuing.valid(manager, submission.registrationNumber ?? ''), {}, instant);
    return {};
  };
  const cancelled: ActHandler = async ({ manager, submission, at: instant }) => {
    await world.issuing.cancel(manager, await world.issuing.valid(manager, submission.registrationNumber ?? ''), instant);
    return { submission: { state: 'cancelled' }, wait: { for: 'nothing' } };
  };

  const bureauOf = (key: string): string => (Number(key.replace('step-', '')) % 2 === 0 ? 'org-city' : 'org-elsewhere');

  /** One step; a refusal must leave everything as it was, a repetition too. */
  async function take(one: Step, serial: string, instant: Instant): Promise<void> {
    const before = await world.row(serial);
    const { me, act } = one.apt ? aptStep(before, one) : { me: people[one.who % people.length] ?? submitter, act: one.act };
    const key = `step-${(keys += 1)}`;
    try {
      if (timed.some((other) => other === act)) {
        await world.acts.byWorkflow(act, { serial, after: before.lastFact, at: instant });
        return;
      }
      const answer = await asked(me, key, serial, act, instant);
      if (one.again) {
        expect(await asked(me, key, serial, act, instant)).toEqual(answer);
      }
      const carried = (await world.acts.factsAfter(serial, before.lastFact)).filter((fact) => fact.act === 'carryOver').length;
      expect(answer.lastFact - before.lastFact - carried).toBeLessThanOrEqual(1);
    } catch (error) {
      expect(error instanceof DomainError ? null : error).toBeNull();
      expect(await world.row(serial)).toEqual(before);
    }
  }

  async function expectOrder(serial: string, facts: readonly SubmissionFact[]): Promise<void> {
    expect(facts.map(({ number }) => number)).toEqual(facts.map((_, index) => index + 1));
    expect(facts.map((fact) => fact.at)).toEqual(facts.map((fact) => fact.at).sort());
    expect(await world.ledger.verify(`submission/${serial}`)).toBeNull();
    const over = facts.findIndex(({ state }) => isOver(state));
    expect(over < 0 ? [] : facts.slice(over + 1).filter(({ act }) => act !== 'correct' && act !== 'cancel')).toEqual([]);
    expect(isOver(facts.at(-1)?.state ?? 'in-review')).toBe(over >= 0);
    expect(facts.filter(({ act }) => act === 'carryOver').length).toBeLessThanOrEqual(1);
    const numbers = new Set(facts.map(({ registrationNumber }) => registrationNumber).filter((number) => number !== null));
    expect(numbers.size).toBeLessThanOrEqual(1);
  }

  /** Each decision is of the desk that held it then, by nobody twice and by nobody upon his own; no stage is skipped. */
  async function expectSeparation(serial: string, facts: readonly SubmissionFact[]): Promise<void> {
    const entries = await world.ledger.entriesAfter(`submission/${serial}`, 0);
    const ownHands = new Set(entries.filter(({ kind }) => kind === 'submit' || kind === 'resubmit').map(({ by }) => by));
    facts.forEach((fact, index) => {
      const held = facts[index - 1];
      if (held === undefined || held.stage === null || !isDecision(fact.act)) {
        return;
      }
      expect(entries[index]?.organisationId).toBe(held.deskId);
      expect(held.stage !== 'unit' && ownHands.has(fact.by)).toBe(false);
      if (fact.act === 'release' || fact.act === 'recommend') {
        expect(fact.stage).toBe(stageKinds[stageKinds.indexOf(held.stage) + 1]);
      }
    });
    const stages = await world.database.manager.findBy(SubmissionStage, { serial });
    const standing = stages.filter(({ decidedBy }) => decidedBy !== null);
    for (const { decidedBy, position } of standing) {
      expect(standing.filter((row) => row.decidedBy === decidedBy && row.position !== position)).toEqual([]);
    }
  }

  /** At most one open deadline, none of what is over, and each as the calendar says when worked out from scratch. */
  async function expectDeadlines(row: Submission): Promise<void> {
    const { manager } = world.database;
    const deadlines = await manager.findBy(Deadline, { serial: row.serial });
    const open = deadlines.filter(({ state }) => state === 'open');
    expect(open.length).toBeLessThanOrEqual(isOver(row.state) ? 0 : 1);
    const days = await manager.find(CalendarDayRow);
    const calendar = workingCalendar({
      version: 1,
      coveredFrom: '2004-01-01',
      coveredTo: '2026-12-31',
      days: days.map(({ day, ...rest }) => ({ date: day, ...rest })),
    });
    const limits = await manager.find(LimitRule);
    for (const { limitId, startOn, dueAt, days: left } of deadlines) {
      const limit = limits.find(({ id }) => id === limitId)!;
      expect(explainDeadline(calendar, { ...limit, value: left ?? limit.value }, startOn).dueAt).toBe(dueAt);
    }
    if (row.dueAt !== null) {
      expect(open.map(({ dueAt }) => dueAt)).toEqual([row.dueAt]);
    }
  }

  it('what must hold holds: order, chain, one decision a person, one number, one carry-over, deadlines by the calendar [P29 P30 P34]', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(step, { minLength: 10, maxLength: 40 }), async (inWindow, steps) => {
        let now = opens;
        const serial = await world.submitted(new Date(now).toISOString(), inWindow ? { mode: 'window', windowId: 'w', cutOffAt } : {});
        for (const one of steps) {
          now += one.hours * hour;
          await take(one, serial, new Date(now).toISOString());
        }
        const facts = await world.acts.factsAfter(serial, 0);
        await expectOrder(serial, facts);
        await expectSeparation(serial, facts);
        const row = await world.row(serial);
        await expectDeadlines(row);
        expect(row.lastFact).toBe(facts.length);
        expect(
          row.approvedOn === null ? null : shanghaiDateOf(facts.find(({ registrationNumber }) => registrationNumber !== null)!.at),
        ).toBe(row.approvedOn);
      }),
      { numRuns: 40, endOnFailure: true, seed: 20230807 },
    );
  });
});
