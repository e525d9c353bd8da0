import { stageKinds, stageRules } from '@dengke/contract';
import type { StageKind } from '@dengke/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { allOfQueue } from './queue';

export type DecidedLine = Schemas['DecidedLine'];
export type Outcome = DecidedLine['decision'];

/** Which decisions are shown; it stands in the page’s address. */
export interface DecidedSearch {
  outcome?: Outcome;
  mine?: true;
  from?: string;
  to?: string;
}

/** What a desk of this kind may have decided; the department also that it reports once more. */
export const outcomesOf = (kind: StageKind): readonly Outcome[] =>
  [...stageRules[kind].decides, ...(kind === 'department' ? ['reportAgain'] : [])] as Outcome[];

const everyOutcome = new Set(stageKinds.flatMap(outcomesOf));
const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** Takes from an address what can be asked for. */
export function decidedSearchOf({ outcome, mine, from, to }: Record<string, unknown>): DecidedSearch {
  return {
    ...(everyOutcome.has(outcome as Outcome) && { outcome: outcome as Outcome }),
    ...(mine === true && { mine }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
  };
}

const firstPage: { after?: string } = {};

/** What one’s desk has decided, the newest first. */
export const decidedQuery = (search: DecidedSearch) =>
  infiniteQueryOptions({
    queryKey: [...allOfQueue.queryKey, 'decided', search],
    queryFn: ({ pageParam }) => answerOf(api.GET('/submissions/decided', { params: { query: { ...search, ...pageParam, limit: 50 } } })),
    initialPageParam: firstPage,
    getNextPageParam: ({ next }) => (next === null ? undefined : { after: next }),
  });
