import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { endsWithDay } from '../shared/dates';

export type WindowView = Schemas['WindowView'];

/** Closed by hand, it is cut off from that instant on, also while its workflow has not said so. */
export const stateOf = ({ state, cutOffAt }: Pick<WindowView, 'state' | 'cutOffAt'>): WindowView['state'] =>
  state === 'open' && !endsWithDay(cutOffAt) ? 'cut-off' : state;

/** Everything that is shown of windows: asked anew after an act. */
export const allOfWindows = { queryKey: ['windows'] };

export const windowsQuery = queryOptions({ queryKey: ['windows', 'list'], queryFn: () => answerOf(api.GET('/windows')) });

const of = (id: string) => ({ params: { path: { id } } });

export const windowQuery = (id: string) =>
  queryOptions({
    queryKey: ['windows', id],
    queryFn: () => answerOf(api.GET('/windows/{id}', of(id))),
    refetchInterval: ({ state: { data } }) => data !== undefined && stateOf(data) !== data.state && 2_000,
  });

/** What stands on its public page; a window that is over has none any more. */
export const informationQuery = (id: string) =>
  queryOptions({
    queryKey: ['windows', id, 'information'],
    queryFn: async () => (await answerOf(api.GET('/windows/public'))).find((one) => one.id === id) ?? null,
  });

/** The department has the account at every level, the others their own. */
export const accountsQuery = (id: string, every: boolean) =>
  queryOptions({
    queryKey: ['windows', id, 'accounts', every],
    queryFn: async (): Promise<Schemas['WindowLevelDto'][]> =>
      every
        ? answerOf(api.GET('/windows/{id}/accounts', of(id)))
        : [{ ...(await answerOf(api.GET('/windows/{id}/account', of(id)))), name: null, kind: null }],
  });

export const sheetsQuery = (id: string) =>
  queryOptions({
    queryKey: ['windows', id, 'sheets'],
    queryFn: () => answerOf(api.GET('/windows/{id}/summary-sheets', of(id))),
  });

const firstPage: { cursor?: string } = {};

export const windowSubmissionsQuery = (window: string) =>
  infiniteQueryOptions({
    queryKey: ['windows', window, 'submissions'],
    queryFn: ({ pageParam }) => answerOf(api.GET('/submissions', { params: { query: { window, limit: 50, ...pageParam } } })),
    initialPageParam: firstPage,
    getNextPageParam: ({ next }) => (next === null ? undefined : { cursor: next }),
  });

/** Days that are not what their weekday says. */
export const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: ['calendar', year],
    queryFn: () => answerOf(api.GET('/calendar', { params: { query: { year } } })),
    staleTime: 600_000,
  });
