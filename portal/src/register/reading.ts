import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';

/** Everything of what is or shall be registered: asked anew after an act. */
export const allOfRegistrations = { queryKey: ['registrations'] };
const key = (...of: readonly unknown[]) => [...allOfRegistrations.queryKey, ...of];

export type ObjectionState = Schemas['ObjectionLineDto']['state'];
const fromStart: { after?: string } = {};
const onward = ({ next }: { next: string | null }) => (next === null ? undefined : { after: next });

export const objectionsQuery = (state: ObjectionState | undefined) =>
  infiniteQueryOptions({
    queryKey: key('objections', state),
    queryFn: ({ pageParam }) =>
      answerOf(api.GET('/objections', { params: { query: { ...(state !== undefined && { state }), ...pageParam } } })),
    initialPageParam: fromStart,
    getNextPageParam: onward,
  });

export const objectionQuery = (receipt: string) =>
  queryOptions({
    queryKey: key('objection', receipt),
    queryFn: () => answerOf(api.GET('/objections/{receipt}', { params: { path: { receipt } } })),
  });

export const correctionsQuery = queryOptions({
  queryKey: key('corrections'),
  queryFn: () => answerOf(api.GET('/corrections')),
});

export const correctionQuery = (id: string) =>
  queryOptions({
    queryKey: key('correction', id),
    queryFn: () => answerOf(api.GET('/corrections/{id}', { params: { path: { id } } })),
  });

const at = (serial: string) => ({ params: { path: { serial } } });

export const submissionOfQuery = (serial: string) =>
  queryOptions({ queryKey: key('submission', serial), queryFn: () => answerOf(api.GET('/submissions/{serial}', at(serial))) });

export const certificatesOfQuery = (serial: string) =>
  queryOptions({
    queryKey: key('certificates', serial),
    queryFn: () => answerOf(api.GET('/submissions/{serial}/certificates', at(serial))),
  });

export const correctionsOfQuery = (serial: string) =>
  queryOptions({
    queryKey: key('corrections-of', serial),
    queryFn: () => answerOf(api.GET('/submissions/{serial}/corrections', at(serial))),
  });

export const cancellationQuery = (serial: string) =>
  queryOptions({
    queryKey: key('cancellation', serial),
    queryFn: () => answerOf(api.GET('/submissions/{serial}/cancellation', at(serial))),
  });

/** What was registered before, as the register shows it. */
export const importedQuery = (number: string) =>
  queryOptions({
    queryKey: key('imported', number),
    queryFn: () => answerOf(api.GET('/register/{number}', { params: { path: { number } } })),
  });

export const importedCorrectionsQuery = (number: string) =>
  queryOptions({
    queryKey: key('imported-corrections', number),
    queryFn: () => answerOf(api.GET('/register/imported/{number}/corrections', { params: { path: { number } } })),
  });

export type Standing = 'registered' | 'reported' | 'cancelled';
export const standings = ['registered', 'reported', 'cancelled'] as const satisfies readonly Standing[];
const firstPage: { cursor?: string } = {};
const nextPage = ({ next }: { next: string | null }) => (next === null ? undefined : { cursor: next });

/** By number, or all that stand so. */
export const registeredQuery = (state: Standing, number: string) =>
  infiniteQueryOptions({
    queryKey: key('registered', state, number),
    queryFn: ({ pageParam }) =>
      answerOf(api.GET('/submissions', { params: { query: { limit: 50, ...(number === '' ? { state } : { number }), ...pageParam } } })),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });

export const bundlesQuery = infiniteQueryOptions({
  queryKey: key('bundles'),
  queryFn: ({ pageParam }) => answerOf(api.GET('/report-ups', { params: { query: { limit: 50, ...pageParam } } })),
  initialPageParam: firstPage,
  getNextPageParam: nextPage,
});

export const bundleQuery = (id: string) =>
  queryOptions({ queryKey: key('bundle', id), queryFn: () => answerOf(api.GET('/report-ups/{id}', { params: { path: { id } } })) });
