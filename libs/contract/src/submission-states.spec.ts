import { leadsTo } from './leads-to';
import { stageRules } from './review-route';
import { actRules, submissionActs } from './submission-acts';
import type { SubmissionAct } from './submission-acts';
import { isOver, occupyingStates, submissionStates } from './submission-states';
import type { SubmissionState } from './submission-states';

const states = Object.keys(submissionStates) as SubmissionState[];
const unfinished = states.filter((state) => !isOver(state));

/** Everything that can come of a state, by whatever acts. */
function reachableFrom(start: SubmissionState): Set<SubmissionState> {
  const reached = new Set([start]);
  for (const state of reached) {
    submissionActs
      .filter((act) => actRules[act].from.includes(state))
      .forEach((act) => leadsTo(act, state).forEach((to) => reached.add(to)));
  }
  return reached;
}

describe('the states of a submission', () => {
  it.each(states)('%s is reached from submit', (state) => {
    expect(actRules.submit.to).toBe('in-review');
    expect([...reachableFrom('in-review')]).toContain(state);
  });

  it.each(unfinished)('%s has a way out', (state) => {
    expect([...reachableFrom(state)].some(isOver)).toBe(true);
  });

  it.each(unfinished.filter((state) => state !== 'suspected'))(
    '%s is watched by time: what happens when nobody moves is permitted there',
    (state) => {
      const { whenLate } = submissionStates[state];

      expect(whenLate).not.toBeNull();
      expect(actRules[whenLate as SubmissionAct]).toMatchObject({ by: 'workflow' });
      expect(actRules[whenLate as SubmissionAct].from).toContain(state);
    },
  );

  it('a suspicion of secrecy waits for the department without a deadline: nothing happens by silence [P17]', () => {
    expect(submissionStates.suspected.whenLate).toBeNull();
    expect(submissionActs.filter((act) => actRules[act].from.includes('suspected') && actRules[act].to !== 'same')).toEqual([
      'clear',
      'exclude',
      'cancel',
    ]);
  });

  it.each(states.filter(isOver))('%s is left by no act, but for what comes after the registration', (state) => {
    const toTell = ['reportChange', 'acknowledgeChange', 'returnChange'];
    const afterRegistration = state === 'reported' ? ['correct', 'cancel', ...toTell] : state === 'cancelled' ? toTell : [];

    expect(submissionActs.filter((act) => actRules[act].from.includes(state))).toEqual(afterRegistration);
  });

  it('what is registered can be corrected and cancelled, also while it is being reported up, and nothing else can; cancelled also while it is suspected [P17 P36]', () => {
    expect(actRules.correct).toMatchObject({ by: 'registrar', from: ['registered', 'reported'] });
    expect(actRules.cancel).toMatchObject({ by: 'registrar', from: ['registered', 'reported', 'suspected'] });
  });

  it('time never decides: late changes no state, and only publicity’s end registers [P31]', () => {
    const byTime = submissionActs.filter((act) => actRules[act].by === 'workflow');

    expect(byTime.filter((act) => actRules[act].to !== 'same')).toEqual(['register']);
    expect(actRules.register.from).toEqual(['in-publicity']);
  });

  it('a return and a refusal need their reason [P25]', () => {
    const needReason = submissionActs.filter((act) => actRules[act].reason === 'required');

    expect(needReason).toEqual(expect.arrayContaining(['return', 'reject', 'returnReport']));
  });

  it('live and registered achievements are occupied, refused and withdrawn ones are free again [P19]', () => {
    expect([...occupyingStates].sort()).toEqual(
      states.filter((state) => !['rejected', 'withdrawn', 'closed', 'cancelled'].includes(state)).sort(),
    );
  });
});

describe('the kinds of stage', () => {
  it.each(Object.entries(stageRules))('%s passes by an act that it may decide', (_kind, { passes, decides }) => {
    expect(decides).toContain(passes);
    expect(decides.every((act) => ['desk', 'ministry'].includes(actRules[act].by))).toBe(true);
  });
});
