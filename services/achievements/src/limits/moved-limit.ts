import type { ActHandler } from '../acts/act-context';
import { recounted } from '../acts/time';
import { scopesOf } from '../deadlines/limit-rule.entity';
import type { LimitRule, Whose } from '../deadlines/limit-rule.entity';

/** Whether a wait is one that the limit is about. */
export const concerns = ({ about, scope }: Pick<LimitRule, 'about' | 'scope'>, wait: Whose & Pick<LimitRule, 'about'>): boolean =>
  wait.about === about && scopesOf(wait).includes(scope);

/** What was counted beside the old limit, days it was given and days that had passed before an interruption, stays so beside the new one. */
export const daysBy = (limit: Pick<LimitRule, 'value'>, present: Pick<LimitRule, 'value'>, days: number | null): number | null =>
  days === null ? null : Math.max(1, days + limit.value - present.value);

/** 按新期限: the registrar has a running wait go by another limit, from the day it began on (P32). Nothing new where its day is the same. */
export const movedToLimit =
  (limitId: string, countAnew: Parameters<typeof recounted>[0]): ActHandler =>
  async (context) => {
    const change = await recounted(countAnew)(context);
    return change && { ...change, detail: { ...change.detail, limitId }, text: { reason: context.input.reason } };
  };
