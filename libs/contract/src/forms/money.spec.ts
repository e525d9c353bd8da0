import fc from 'fast-check';
import { amountOf, sumOf, yuanOf } from './money';

describe('an amount in 万元', () => {
  it.each([
    ['12.50', '12.5'],
    ['0', '0'],
    ['100.00', '100'],
    [12.05, '12.05'],
    ['999999999999.99', '999999999999.99'],
  ])('%j is stored as %s', (given, stored) => {
    expect(amountOf(given)).toBe(stored);
  });

  it.each(['1.234', '1000000000000', '-1', '1e3', '01', '.5', '5.', ' 5', '１２', '', null, true, 1e21, NaN, 0.001])(
    'is not %j',
    (given) => {
      expect(amountOf(given)).toBeUndefined();
    },
  );

  it.each([
    ['0.01', '100'],
    ['12.5', '125000'],
    ['999999999999.99', '9999999999999900'],
  ])('%s is %s in 元, to the last digit', (wan, yuan) => {
    expect(yuanOf(wan)).toBe(yuan);
  });

  it('adds up without losing a hundredth', () => {
    const amounts = fc.array(fc.bigInt({ min: 0n, max: 99_999_999_999_999n }), { maxLength: 20 });
    const written = (cents: bigint): string => amountOf(`${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`) ?? '';
    fc.assert(
      fc.property(
        amounts,
        (cents) =>
          sumOf(cents.map(written)) === written(cents.reduce((total, one) => total + one, 0n)) ||
          cents.reduce((total, one) => total + one, 0n) > 99_999_999_999_999n,
      ),
    );
  });
});
