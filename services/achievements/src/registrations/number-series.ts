import { categories } from '@dengke/contract';
import type { Category } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import type { EntityManager } from 'typeorm';

/** The next value of a series, from 1; the row stays locked until the transaction ends, so no value is given twice. */
async function next(manager: EntityManager, series: string): Promise<number> {
  const [row] = await manager.query<{ lastValue: number }[]>(
    'INSERT INTO number_series (series, lastValue) VALUES (?, 1) ON DUPLICATE KEY UPDATE lastValue = lastValue + 1 RETURNING lastValue',
    [series],
  );
  return Number(row?.lastValue);
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

/**
 * 登记号 (P34): body code (3) + year of approval (4) + class (1) + serial (4), `9992023Y0001`. Serial per body and year, over all classes.
 * @throws DomainError NUMBERS_EXHAUSTED past 9999
 */
export async function nextRegistrationNumber(
  manager: EntityManager,
  bodyCode: string,
  approvalYear: string,
  category: Category,
): Promise<string> {
  const value = await next(manager, `${bodyCode}-${approvalYear}`);
  if (value > 9999) {
    throw new DomainError('NUMBERS_EXHAUSTED', { year: approvalYear });
  }
  return `${bodyCode}${approvalYear}${categories[category]}${String(value).padStart(4, '0')}`;
}
