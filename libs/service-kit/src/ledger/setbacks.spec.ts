import { SecurityClock } from '../clock/security-clock';
import { Setbacks } from './setbacks';

describe('what could not be told', () => {
  let now: number;
  let setbacks: Setbacks;
  beforeEach(() => {
    now = Date.parse('2026-12-01T01:00:00.000Z');
    const clock = new SecurityClock();
    jest.spyOn(clock, 'millis').mockImplementation(() => now);
    setbacks = new Setbacks(clock);
  });

  it('is tried again after a rest, which grows with each time it fails', () => {
    expect([setbacks.note('submission/1'), setbacks.nextMs()]).toEqual([1, 500]);
    expect([setbacks.note('submission/1'), setbacks.nextMs()]).toEqual([2, 1_000]);
    expect(setbacks.waiting()).toEqual(['submission/1']);

    now += 1_000;
    expect(setbacks.waiting()).toEqual([]);
    expect(setbacks.attempts('submission/1')).toBe(2);
  });

  it('and was told by the other replica meanwhile lets this one rest, and is forgotten', () => {
    setbacks.note('submission/1');
    now += 1_000;
    setbacks.waiting();
    expect(setbacks.nextMs()).toBeUndefined();

    now += 60_000;
    setbacks.waiting();
    expect(setbacks.attempts('submission/1')).toBe(0);
  });
});
