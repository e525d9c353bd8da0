import { pausesOf } from './pauses';

const entry = (kind: string, at: string, held?: true) => ({ kind, at, detail: held === undefined ? {} : { held } });

describe('the pauses of a submission', () => {
  it('are the times in which the completer has it, a suspicion is examined, or an objection holds it [P17 P26 P33]', () => {
    const entries = [
      ...[entry('submit', '01'), entry('return', '02'), entry('escalate', '03'), entry('resubmit', '04')],
      ...[entry('suspect', '05'), entry('clear', '06'), entry('approve', '07')],
      ...[entry('hold', '08', true), entry('hold', '09', true), entry('overrule', '10', true), entry('overrule', '11')],
    ];
    expect(pausesOf(entries)).toEqual([
      { because: 'returned', from: '02', until: '04' },
      { because: 'suspicion', from: '05', until: '06' },
      { because: 'objection', from: '08', until: '11' },
    ]);
  });

  it('are told apart where a suspicion comes and goes while an objection holds it [P17 P33]', () => {
    const entries = [entry('hold', '01', true), entry('suspect', '02', true), entry('clear', '03', true), entry('overrule', '04')];
    expect(pausesOf(entries)).toEqual([
      { because: 'objection', from: '01', until: '04' },
      { because: 'suspicion', from: '02', until: '03' },
    ]);
  });

  it('last while nothing ends them', () => {
    expect(pausesOf([entry('return', '02'), entry('reroute', '03')])).toEqual([{ because: 'returned', from: '02', until: null }]);
  });
});
