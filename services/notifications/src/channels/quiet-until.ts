import { addCalendarDays, instantAt, shanghaiDateOf } from '@dengke/calendar';
import type { Instant } from '@dengke/contract';

/** The end of the quiet hours that an instant falls into; null outside of them. Their last minute is the one before the end. */
export function quietUntil({ beginAt, endAt }: { beginAt: string; endAt: string }, at: Instant): Instant | null {
  const today = shanghaiDateOf(at);
  for (const day of [addCalendarDays(today, -1), today]) {
    const end = instantAt(beginAt < endAt ? day : addCalendarDays(day, 1), endAt);
    if (instantAt(day, beginAt) <= at && at < end) {
      return end;
    }
  }
  return null;
}
