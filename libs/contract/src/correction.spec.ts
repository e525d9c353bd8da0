import { correctionActs, correctionRules, correctionStates, isCorrectionOver } from './correction';
import type { CorrectionAct, CorrectionState } from './correction';

const states = Object.keys(correctionStates) as CorrectionState[];
const fromState = (state: CorrectionState): CorrectionAct[] => correctionActs.filter((act) => correctionRules[act].from.includes(state));

describe('the states of a correction', () => {
  it.each(states)('%s is reached by an act', (state) => {
    expect(correctionActs.some((act) => correctionRules[act].to === state)).toBe(true);
  });

  it('waits for the department alone, and is over otherwise [P36]', () => {
    expect(states.filter((state) => !isCorrectionOver(state))).toEqual(['asked']);
    states.filter(isCorrectionOver).forEach((state) => expect(fromState(state)).toEqual([]));
  });

  it('time never decides [P31]', () => {
    const byTime = correctionActs.filter((act) => correctionRules[act].by === 'workflow');

    expect(byTime).toEqual(['recount', 'extend', 'escalate']);
    byTime.forEach((act) => expect(correctionRules[act].to).toBe('same'));
  });
});
