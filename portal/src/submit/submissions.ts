import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';

const firstPage: { cursor?: string } = {};

/** What one's own unit has submitted, the newest first, page by page. */
export const submissionsQuery = infiniteQueryOptions({
  queryKey: ['submissions', 'all'],
  queryFn: ({ pageParam }) => answerOf(api.GET('/submissions', { params: { query: pageParam } })),
  initialPageParam: firstPage,
  getNextPageParam: ({ next }) => (next === null ? undefined : { cursor: next }),
});

export const draftsQuery = infiniteQueryOptions({
  queryKey: ['drafts'],
  queryFn: ({ pageParam }) => answerOf(api.GET('/drafts', { params: { query: pageParam } })),
  initialPageParam: firstPage,
  getNextPageParam: ({ next }) => (next === null ? undefined : { cursor: next }),
});

export const submissionQuery = (serial: string) =>
  queryOptions({
    queryKey: ['submissions', serial],
    queryFn: () => answerOf(api.GET('/submissions/{serial}', { params: { path: { serial } } })),
  });

export const timelineQuery = (serial: string) =>
  queryOptions({
    queryKey: ['submissions', serial, 'timeline'],
    queryFn: () => answerOf(api.GET('/submissions/{serial}/timeline', { params: { path: { serial } } })),
  });

/** Its corrections, the oldest first. */
export const correctionsOf = (serial: string) =>
  queryOptions({
    queryKey: ['submissions', serial, 'corrections'],
    queryFn: () => answerOf(api.GET('/submissions/{serial}/corrections', { params: { path: { serial } } })),
  });

/** What corrections have made of the content that is registered, the latest of each field. */
export const correctedOf = (serial: string) =>
  queryOptions({
    queryKey: [...correctionsOf(serial).queryKey, 'approved'],
    queryFn: async () => {
      const asked = await answerOf(api.GET('/submissions/{serial}/corrections', { params: { path: { serial } } }));
      const approved = asked.filter(({ state }) => state === 'approved');
      const pages = await Promise.all(approved.map(({ id }) => answerOf(api.GET('/corrections/{id}', { params: { path: { id } } }))));
      return Object.fromEntries(pages.flatMap(({ changes }) => changes.map(({ field, to }) => [field, to])));
    },
  });

/** Objections to it that were accepted, the oldest first. */
export const objectionsOf = (serial: string) =>
  queryOptions({
    queryKey: ['submissions', serial, 'objections'],
    queryFn: () => answerOf(api.GET('/submissions/{serial}/objections', { params: { path: { serial } } })),
  });

export const deadlinesQuery = (serial: string) =>
  queryOptions({
    queryKey: ['submissions', serial, 'deadlines'],
    queryFn: () => answerOf(api.GET('/submissions/{serial}/deadlines', { params: { path: { serial } } })),
  });
