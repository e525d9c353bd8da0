import { currentLanguage } from '../messages/messages';

const zone = 'Asia/Shanghai';
const locale = (): string => (currentLanguage() === 'zh' ? 'zh-CN' : 'en-GB');

/** 2026年3月2日 */
export const dayOf = (instant: string): string =>
  new Intl.DateTimeFormat(locale(), { timeZone: zone, dateStyle: 'long' }).format(new Date(instant));

/** 2026年3月2日 09:00; the register’s time is that of Shanghai, wherever the reader is. */
export const instantOf = (instant: string): string =>
  new Intl.DateTimeFormat(locale(), { timeZone: zone, dateStyle: 'long', timeStyle: 'short' }).format(new Date(instant));
