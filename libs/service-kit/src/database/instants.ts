import type { ColumnOptions, ValueTransformer } from 'typeorm';
import type { Instant } from '@dengke/contract';

/** For parameters of plain SQL: `datetime(3)` in UTC. */
export const toDatabase = (instant: Instant): Date => new Date(instant);

/** For rows of plain SQL; the connection reads `datetime` as UTC. */
export const toInstant = (value: Date): Instant => value.toISOString();

const transformer: ValueTransformer = {
  to: (value: unknown) => (typeof value === 'string' ? toDatabase(value) : value),
  from: (value: unknown) => (value instanceof Date ? toInstant(value) : value),
};

/** `@Column(instantColumn())`: datetime(3) in UTC, an ISO string in the entity. */
export function instantColumn(options: Omit<ColumnOptions, 'type' | 'transformer' | 'precision'> = {}): ColumnOptions {
  return { ...options, type: 'datetime', precision: 3, transformer };
}
