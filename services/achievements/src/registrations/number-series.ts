import { categories } from '@dengke/contract';
import type { Category, Instant, PlainDate } from '@dengke/contract';
import { DomainError, toDatabase } from '@dengke/service-kit';
import type { Writes } from '@dengke/service-kit';
import type { EntityManager } from 'typeorm';
import type { Registrar } from './registrar';

/** No body gives more in one series (P34). */
const MOST = 9999;

/** The next value of a series, from 1; the row stays locked until the transaction ends, so no value is given twice. */
async function next(manager: EntityManager, series: string): Promise<number> {
  return (await take(manager, series)).value;
}

/** The same, with the value that was given last: less than the one before where values were skipped. */
async function take(manager: EntityManager, series: string): Promise<{ value: number; lastGiven: number }> {
  const [row] = await manager.query<{ lastValue: number; lastGiven: number | null }[]>(
    `INSERT INTO number_series (series, lastValue) VALUES (?, 1) ON DUPLICATE KEY UPDATE lastValue = lastValue + 1
     RETURNING lastValue, lastGiven`,
    [series],
  );
  return { value: Number(row?.lastValue), lastGiven: Number(row?.lastGiven ?? 0) };
}

/** The how-manieth window is being announced; with it one announcement follows another until the transaction ends. */
export const nextAnnouncement = (manager: EntityManager): Promise<number> => next(manager, 'windows');

/** Whoever puts something into a bundle, or closes one, waits for the others until their transaction ends. */
export async function oneAfterAnother(manager: EntityManager): Promise<void> {
  await manager.query(
    "INSERT INTO number_series (series, lastValue) VALUES ('report-ups', 0) ON DUPLICATE KEY UPDATE lastValue = lastValue",
  );
}

/** `R-000017`: names a bundle of what is reported up. */
export async function nextBundleId(manager: EntityManager): Promise<string> {
  return `R-${String(await next(manager, 'report-ups')).padStart(6, '0')}`;
}

/** `2023-000017`: names a submission in addresses, lists and the Temporal UI; says nothing of its content. */
export async function nextSerial(manager: EntityManager, registrationYear: number): Promise<string> {
  const value = await next(manager, `serial-${registrationYear}`);
  return `${registrationYear}-${String(value).padStart(6, '0')}`;
}

/** `O2023-000017`: the receipt of an objection, by the year in which it came. */
export async function nextReceipt(manager: EntityManager, receivedOn: PlainDate): Promise<string> {
  const year = receivedOn.slice(0, 4);
  const value = await next(manager, `objection-${year}`);
  return `O${year}-${String(value).padStart(6, '0')}`;
}

/**
 * 登记号 (P34): body code (3) + year of approval (4) + class (1) + serial (4), `9992023Y0001`. Serial per body and year over all classes, or per class
 * where the registrar says so. Values that were skipped since the last one, as after a restore, are recorded and never given.
 * @throws DomainError NUMBERS_EXHAUSTED past 9999
 */
export async function nextRegistrationNumber(
  writes: Writes,
  { bodyCode, serialPerClass }: Registrar,
  { approvedOn, category, at }: { approvedOn: PlainDate; category: Category; at: Instant },
): Promise<string> {
  const year = approvedOn.slice(0, 4);
  const letter = categories[category];
  const series = seriesOf(year, letter, { bodyCode, serialPerClass });
  const { value, lastGiven } = await take(writes.manager, series);
  if (value > MOST) {
    throw new DomainError('NUMBERS_EXHAUSTED', { year });
  }
  if (value > lastGiven + 1) {
    writes.add([
      'INSERT INTO number_gap (series, fromValue, toValue, recordedAt) VALUES (?)',
      [[series, lastGiven + 1, value - 1, toDatabase(at)]],
    ]);
  }
  writes.add(['UPDATE number_series SET lastGiven = ? WHERE series = ?', [value, series]]);
  return `${bodyCode}${year}${letter}${String(value).padStart(4, '0')}`;
}

const seriesOf = (year: string, letter: string, { bodyCode, serialPerClass }: Pick<Registrar, 'bodyCode' | 'serialPerClass'>): string =>
  serialPerClass ? `${bodyCode}-${year}-${letter}` : `${bodyCode}-${year}`;

/** The series and the value of a number of this body; null of another's. */
export const placeOf = (number: string, registrar: Registrar): { series: string; value: number } | null =>
  number.startsWith(registrar.bodyCode) && number.length === 12
    ? { series: seriesOf(number.slice(3, 7), number.charAt(7), registrar), value: Number(number.slice(8)) }
    : null;

/** Numbers of this body that an earlier register has given: what is given from now on comes after them, and no gap is recorded for them (P34). */
export async function holdBack(manager: EntityManager, registrar: Registrar, numbers: readonly string[]): Promise<void> {
  const highest = new Map<string, number>();
  for (const { series, value } of numbers.flatMap((number) => placeOf(number, registrar) ?? [])) {
    highest.set(series, Math.max(value, highest.get(series) ?? 0));
  }
  for (const [series, value] of [...highest].sort()) {
    await manager.query(
      `INSERT INTO number_series (series, lastValue, lastGiven) VALUES (?, ?, ?)
       ON DUPLICATE KEY UPDATE lastValue = GREATEST(lastValue, VALUES(lastValue)), lastGiven = GREATEST(COALESCE(lastGiven, 0), VALUES(lastGiven))`,
      [series, value, value],
    );
  }
}
