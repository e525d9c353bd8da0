import { currentLanguage } from '../messages/messages';

const zone = 'Asia/Shanghai';
const locale = (): string => (currentLanguage() === 'zh' ? 'zh-CN' : 'en-GB');

/** Making one takes longer than everything else of a row, so each is made once. */
const formats = new Map<string, Intl.DateTimeFormat>();
function formatted(instant: string, style: Pick<Intl.DateTimeFormatOptions, 'timeStyle'>): string {
  const key = `${locale()} ${style.timeStyle ?? ''}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale(), { timeZone: zone, dateStyle: 'long', ...style });
  formats.set(key, format);
  return format.format(new Date(instant));
}

/** 2026年3月2日 */
export const dayOf = (instant: string): string => formatted(instant, {});

/** The last day on which something due at an instant may be done: due at midnight is due on the day before. */
export const lastDayOf = (due: string): string => dayOf(new Date(Date.parse(due) - 1).toISOString());

/** Whether what ends at an instant lasts to the end of a day in Shanghai: 24:00 of one day is the beginning of the next. */
export const endsWithDay = (end: string): boolean => (Date.parse(end) + 28_800_000) % 86_400_000 === 0;

/** When something ends: its last day, or, where it was ended by hand on a day, also the time. */
export const endOf = (end: string): string => (endsWithDay(end) ? lastDayOf(end) : instantOf(end));

/** The civil day of an instant in Shanghai, eight hours before UTC, as YYYY-MM-DD. */
export const shanghaiDay = (instant: string): string => new Date(Date.parse(instant) + 28_800_000).toISOString().slice(0, 10);

/** 2026年3月2日 09:00; the register’s time is that of Shanghai, wherever the reader is. */
export const instantOf = (instant: string): string => formatted(instant, { timeStyle: 'short' });

/** A civil day of the register, whatever the zone of the reader. */
export const civilDay = (day: string): string => dayOf(`${day}T04:00:00.000Z`);
