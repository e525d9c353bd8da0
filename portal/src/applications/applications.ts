import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed } from '../api/use-act';
import type { Issued } from '../people/people';
import { asBlob, issued } from '../people/people';

const pageSize = 100;
const firstPage: { after?: string } = {};
const nextOf = (last: readonly { id: string }[]): { after?: string } | undefined =>
  last.length < pageSize ? undefined : { after: last.at(-1)?.id ?? '' };

export const credentialApplicationsQuery = infiniteQueryOptions({
  queryKey: ['applications', 'logins'],
  queryFn: ({ pageParam }) => answerOf(api.GET('/credential-applications', { params: { query: pageParam } })),
  initialPageParam: firstPage,
  getNextPageParam: (last: Schemas['CredentialApplicationDto'][]) => nextOf(last),
});

export const organiserApplicationsQuery = infiniteQueryOptions({
  queryKey: ['applications', 'organisers'],
  queryFn: ({ pageParam }) => answerOf(api.GET('/organiser-applications', { params: { query: pageParam } })),
  initialPageParam: firstPage,
  getNextPageParam: (last: Schemas['OrganiserApplicationDto'][]) => nextOf(last),
});

const path = (id: string) => ({ params: { path: { id } } });

export const credentialApplicationQuery = (id: string) =>
  queryOptions({
    queryKey: ['applications', 'logins', id],
    queryFn: () => answerOf(api.GET('/credential-applications/{id}', path(id))),
  });

export const organiserApplicationQuery = (id: string) =>
  queryOptions({
    queryKey: ['applications', 'organisers', id],
    queryFn: () => answerOf(api.GET('/organiser-applications/{id}', path(id))),
  });

export const issueOnApplication = (id: string, body: Schemas['IssueOnApplicationDto'], key: string): Promise<Issued> =>
  issued(api.POST('/credential-applications/{id}/issue', { ...keyed(key), ...asBlob, ...path(id), body }));

export const approveOrganiser = (id: string, body: Schemas['ApproveDto'], key: string): Promise<Issued> =>
  issued(api.POST('/organiser-applications/{id}/approve', { ...keyed(key), ...asBlob, ...path(id), body }));

/** Acts that take a reason and nothing else. */
export const withReason = (id: string, reason: string, key: string) => ({ ...keyed(key), ...path(id), body: { reason } });
