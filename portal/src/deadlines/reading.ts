import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';

/** Everything of limits, calendar and what is late: asked anew after an act. */
export const allOfDeadlines = { queryKey: ['time'] };

export const limitsQuery = queryOptions({ queryKey: ['time', 'limits'], queryFn: () => answerOf(api.GET('/limits')) });

/** What is running and would end on another day by it. */
export const movesQuery = (id: string) =>
  queryOptions({
    queryKey: ['time', 'limits', id, 'moves'],
    queryFn: () => answerOf(api.GET('/limits/{id}/moves', { params: { path: { id } } })),
  });

export const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: ['time', 'calendar', year],
    queryFn: () => answerOf(api.GET('/calendar', { params: { query: { year } } })),
  });

const firstPage: { cursor?: string } = {};

/** What somebody within one's part of the graphs is late with. */
export const lateQuery = infiniteQueryOptions({
  queryKey: ['time', 'late'],
  queryFn: ({ pageParam }) => answerOf(api.GET('/submissions', { params: { query: { late: true, limit: 50, ...pageParam } } })),
  initialPageParam: firstPage,
  getNextPageParam: ({ next }) => (next === null ? undefined : { cursor: next }),
});
