import type { TFunction } from 'i18next';
import type { Schemas } from '../api/client';
import { civilDay } from '../shared/dates';

type Limit = Schemas['LimitView'];

export const effectOf = ({ effectiveFrom, effectiveTo }: Limit, t: TFunction<'deadlines'>): string =>
  effectiveTo === null
    ? t('since', { from: civilDay(effectiveFrom) })
    : t('span', { from: civilDay(effectiveFrom), to: civilDay(effectiveTo) });

/** What is running is moved to a limit that has not ended; receipts are counted anew each day. */
export const isMovedTo = ({ about, effectiveTo }: Limit): boolean => effectiveTo === null && about !== 'receipt';
