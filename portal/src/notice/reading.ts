import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { Box } from './notice.routes';

const firstPage: { cursor?: string } = {};
const nextOf = ({ next }: { next: string | null }) => (next === null ? undefined : { cursor: next });

export const inboxQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: ['inbox', unread],
    queryFn: ({ pageParam }) => answerOf(api.GET('/inbox', { params: { query: { unread, ...pageParam } } })),
    initialPageParam: firstPage,
    getNextPageParam: nextOf,
  });

export const noticesQuery = (box: Box) =>
  infiniteQueryOptions({
    queryKey: ['notices', 'list', box],
    queryFn: ({ pageParam }) => answerOf(api.GET('/notices', { params: { query: { box, ...pageParam } } })),
    initialPageParam: firstPage,
    getNextPageParam: nextOf,
  });

const path = (id: string) => ({ params: { path: { id } } });

export const noticeQuery = (id: string) =>
  queryOptions({ queryKey: ['notices', id], queryFn: () => answerOf(api.GET('/notices/{id}', path(id))) });

export const gapsQuery = (id: string) =>
  queryOptions({ queryKey: ['notices', id, 'gaps'], queryFn: () => answerOf(api.GET('/notices/{id}/gaps', path(id))) });

/** How far it has come with each it was sent to; the first five hundred. */
export const addresseesQuery = (id: string) =>
  queryOptions({
    queryKey: ['notices', id, 'addressees'],
    queryFn: () => answerOf(api.GET('/notices/{id}/addressees', { params: { path: { id }, query: { limit: 500 } } })),
  });

export const ownAnswerQuery = (id: string) =>
  queryOptions({ queryKey: ['notices', id, 'answer'], queryFn: () => answerOf(api.GET('/notices/{id}/answer', path(id))) });
