import { dueBy } from './due';

const [before, limit, after] = ['2023-08-25T16:00:00.000Z', '2023-08-30T16:00:00.000Z', '2023-09-30T16:00:00.000Z'];

describe('what something is due by', () => {
  it.each([
    ['its limit, where nothing cuts it off', limit, null, limit],
    ['the cut-off, where that comes first', limit, before, before],
    ['its limit, where that comes first', limit, after, limit],
    ['the cut-off, where its limit has passed and was escalated', null, before, before],
    ['nothing, where neither is', null, null, null],
  ])('is %s [P12]', (_, own, cutOff, due) => {
    expect(dueBy(own, cutOff)).toBe(due);
  });
});
