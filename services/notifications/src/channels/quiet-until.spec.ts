import { quietUntil } from './quiet-until';

const night = { beginAt: '22:00', endAt: '07:00' };
const noon = { beginAt: '12:00', endAt: '14:30' };

describe('quiet hours by the clock of Shanghai', () => {
  it.each([
    ['21:59:59.999', night, '2023-08-10T13:59:59.999Z', null],
    ['22:00', night, '2023-08-10T14:00:00.000Z', '2023-08-10T23:00:00.000Z'],
    ['midnight', night, '2023-08-10T16:00:00.000Z', '2023-08-10T23:00:00.000Z'],
    ['06:59:59.999', night, '2023-08-10T22:59:59.999Z', '2023-08-10T23:00:00.000Z'],
    ['07:00', night, '2023-08-10T23:00:00.000Z', null],
    ['the last night of the year', night, '2023-12-31T15:00:00.000Z', '2023-12-31T23:00:00.000Z'],
    ['noon', noon, '2023-08-10T04:00:00.000Z', '2023-08-10T06:30:00.000Z'],
    ['after noon', noon, '2023-08-10T06:30:00.000Z', null],
  ])('at %s', (_, hours, at, until) => {
    expect(quietUntil(hours, at)).toBe(until);
  });
});
