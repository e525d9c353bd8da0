import fc from 'fast-check';
import { RowBits } from './row-bits';

describe('a set of rows', () => {
  it('has the rows that were added and no others', () => {
    const rows = fc.array(fc.nat(200_000), { maxLength: 50 });
    fc.assert(
      fc.property(rows, rows, (added, asked) => {
        const bits = new RowBits();
        added.forEach((row) => bits.add(row));
        const known = new Set(added);
        for (const row of [...added, ...asked, ...added.map((one) => one + 1)]) {
          expect(bits.has(row)).toBe(known.has(row));
        }
      }),
    );
  });
});
