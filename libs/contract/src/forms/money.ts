/** decimal(14,2) without sign, in 万元. */
const AMOUNT = /^(0|[1-9]\d{0,11})(\.\d{1,2})?$/;

/** @returns the amount as it is stored, without idle zeros; undefined for what is no amount */
export function amountOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !AMOUNT.test(text)) {
    return undefined;
  }
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** 万元 in 元, exact: two digits after the point are hundreds of 元. */
export function yuanOf(amount: string): string {
  const [whole = '0', rest = ''] = amount.split('.');
  return BigInt(whole + rest.padEnd(4, '0')).toString();
}

/** The exact sum of amounts in 万元. */
export function sumOf(amounts: readonly string[]): string {
  const cents = amounts.reduce((total, amount) => total + BigInt(yuanOf(amount)) / 100n, 0n);
  const [whole, rest] = [cents / 100n, cents % 100n];
  return rest === 0n ? whole.toString() : `${whole}.${rest.toString().padStart(2, '0')}`.replace(/0$/, '');
}
