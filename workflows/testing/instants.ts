import type { Instant, PlainDate } from '@dengke/contract';

const dayMs = 86_400_000;

export const instantOf = (ms: number): Instant => new Date(ms).toISOString();
export const addDays = (at: Instant, days: number): Instant => instantOf(Date.parse(at) + days * dayMs);
export const daysBetween = (one: Instant, other: Instant): number => (Date.parse(other) - Date.parse(one)) / dayMs;
export const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);
/** To the minute, as timelines are compared: `2023-08-25 16:00`. */
export const minute = (at: Instant): string => `${at.slice(0, 10)} ${at.slice(11, 16)}`;
/** When a civil day of Asia/Shanghai begins, or the one `days` later: the half-open end of a period (P12). */
export const startOfDay = (day: PlainDate, days = 0): Instant => addDays(`${day}T00:00:00.000+08:00`, days);
/** The civil day of an instant in Asia/Shanghai. */
export const dayOf = (at: Instant): PlainDate => instantOf(Date.parse(at) + dayMs / 3).slice(0, 10);
