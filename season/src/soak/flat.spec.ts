import { grown, growthOf } from './flat';

const samples = (of: (nth: number) => number, handles = 40) => Array.from({ length: 40 }, (_, nth) => ({ residentMiB: of(nth), handles }));

describe('memory and handles of a soak', () => {
  it('are flat where they rise at first and waver then', () => {
    const growth = growthOf(samples((nth) => (nth < 10 ? 100 + 10 * nth : 200 + (nth % 3))));
    expect(growth.residentMiB.ratio).toBeLessThan(1.01);
    expect(grown('gateway', growth)).toEqual([]);
  });

  it('are not where they rise all the time', () => {
    expect(grown('gateway', growthOf(samples((nth) => 100 + 2 * nth)))).toEqual(['gateway grew from 130 to 170 MiB']);
    const handles = samples(() => 100).map((sample, nth) => ({ ...sample, handles: 40 + nth }));
    expect(grown('gateway', growthOf(handles))).toEqual(['gateway grew from 55 to 75 handles']);
  });
});
