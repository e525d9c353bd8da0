import { usage, wantedFrom } from './wanted';

describe('what npm test is asked for', () => {
  it('is everything, more, or the specs of some words', () => {
    expect(wantedFrom([])).toEqual({ ci: false, record: false, words: [] });
    expect(wantedFrom(['--ci'])).toEqual({ ci: true, record: false, words: [] });
    expect(wantedFrom(['relay', 'inbox'])).toEqual({ ci: false, record: false, words: ['relay', 'inbox'] });
  });

  it.each([['--CI'], ['-t'], ['--watch'], ['relay', '--coverage']])(
    'is not everything where it is %j: that is refused with the usage',
    (...args) => {
      expect(() => wantedFrom(args)).toThrow(usage);
    },
  );
});
