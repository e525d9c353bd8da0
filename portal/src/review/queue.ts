import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import type { QueueSearch } from './queue-search';

export type QueueLine = Schemas['QueueLine'];

const firstPage: { after?: string } = {};
/** The first lines come soon, also on a slow line; more at once when somebody goes through them. */
const pageSize = { first: 50, later: 200 };
const queueKey = ['queue'] as const;

/** What waits at one's desk, by the day it is due, page by page. */
export const queueQuery = (search: QueueSearch) =>
  infiniteQueryOptions({
    queryKey: [...queueKey, 'lines', search],
    queryFn: ({ pageParam }) => {
      const limit = pageParam.after === undefined ? pageSize.first : pageSize.later;
      return answerOf(api.GET('/submissions/queue', { params: { query: { ...search, ...pageParam, limit } } }));
    },
    initialPageParam: firstPage,
    getNextPageParam: ({ next }) => (next === null ? undefined : { after: next }),
    // Ten thousand rows are not compared with each other whenever two hundred more come.
    structuralSharing: false,
  });

export const queueCountsQuery = ({ view: _, ...filter }: QueueSearch) =>
  queryOptions({
    queryKey: [...queueKey, 'counts', filter],
    queryFn: () => answerOf(api.GET('/submissions/queue/counts', { params: { query: filter } })),
  });

/** What comes first of what waits, but for one that one has just decided. */
export const nextQuery = (serial: string) =>
  queryOptions({
    queryKey: [...queueKey, 'next', serial],
    queryFn: async () => {
      const { items } = await answerOf(api.GET('/submissions/queue', { params: { query: { limit: 2 } } }));
      return items.find((line) => line.serial !== serial) ?? null;
    },
    staleTime: 0,
  });

/** Everything of the queue: asked anew after an act. */
export const allOfQueue = { queryKey: queueKey };

/** Who works at an organisation. */
export const colleaguesQuery = (organisationId: string) =>
  queryOptions({
    queryKey: ['organisations', organisationId, 'people'],
    queryFn: () => answerOf(api.GET('/organisations/{id}/people', { params: { path: { id: organisationId } } })),
    staleTime: 60_000,
  });
