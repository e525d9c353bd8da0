import type { WindowView } from './reading';
import { drafted, workdayFrom } from './templates';

const special = new Map([
  ['2026-01-02', 'off'],
  ['2026-01-04', 'makeup'],
] as const);
const h1: WindowView = {
  ...{ id: 'h1-2023', name: '2023年上半年', registrationYear: 2023, resultFrom: '2023-01-01', resultTo: '2023-06-30' },
  ...{ announcedOn: '2023-08-07', opensAt: '2023-08-06T16:00:00.000Z', cutOffOn: '2023-08-25', cutOffAt: '2023-08-25T16:00:00.000Z' },
  ...{ paperFrom: '2023-08-28', paperTo: '2023-08-30', earlierCutOffs: [], state: 'closed', version: 3 },
};

describe('a window from a template', () => {
  it('is that of the letter for the first half of 2023, to the day', () => {
    expect(drafted('firstHalf', 2023, special, undefined)).toEqual({
      ...{ id: 'h1-2023', name: '2023年上半年', registrationYear: 2023, resultFrom: '2023-01-01', resultTo: '2023-06-30' },
      ...{ opensOn: '2023-08-07', cutOffOn: '2023-08-25', paperFrom: '2023-08-28', paperTo: '2023-08-30' },
    });
  });

  it('collects the second half early in the next year, and ends on working days', () => {
    expect(drafted('secondHalf', 2024, special, undefined)).toMatchObject({
      ...{ id: 'h2-2024', resultTo: '2024-12-31', opensOn: '2025-01-08', cutOffOn: '2025-01-27', paperFrom: '2025-01-28' },
    });
  });

  it('has the dates of an earlier one a year later, moved to working days', () => {
    expect(drafted('again', 2026, special, h1)).toEqual({
      ...{ id: 'h1-2024', name: '2024年上半年', registrationYear: 2024, resultFrom: '2024-01-01', resultTo: '2024-06-30' },
      ...{ opensOn: '2024-08-07', cutOffOn: '2024-08-26', paperFrom: '2024-08-28', paperTo: '2024-08-30' },
    });
  });

  it('passes over weekends and days off, and works on make-up days', () => {
    expect(workdayFrom('2026-01-02', special)).toBe('2026-01-04');
    expect(workdayFrom('2026-01-10', special)).toBe('2026-01-12');
  });
});
