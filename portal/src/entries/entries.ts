import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';

export const entriesQuery = queryOptions({ queryKey: ['entries'], queryFn: () => answerOf(api.GET('/entries')) });

export const entryQuery = (serial: string) =>
  queryOptions({
    queryKey: ['entries', serial],
    queryFn: () => answerOf(api.GET('/entries/{serial}', { params: { path: { serial } } })),
  });
