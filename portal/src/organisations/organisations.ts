import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';

export type OrganisationLine = Schemas['OrganisationDto'];
type Asked = { search?: string; parent?: string; kind?: OrganisationLine['kind'] };

const pageSize = 50;
const firstPage: { after?: string } = {};

/** Of one’s part of the graphs, page after page; by a part of the name or a code, or those directly below one. */
export const organisationsQuery = (asked: Asked) =>
  infiniteQueryOptions({
    queryKey: ['organisations', asked],
    queryFn: ({ pageParam }) => answerOf(api.GET('/organisations', { params: { query: { ...asked, ...pageParam, limit: pageSize } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last: OrganisationLine[]) => (last.length < pageSize ? undefined : { after: last.at(-1)?.id ?? '' }),
  });

export const peopleQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisations', id, 'people'],
    queryFn: () => answerOf(api.GET('/organisations/{id}/people', { params: { path: { id } } })),
  });

export const organisationQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisations', id],
    queryFn: () => answerOf(api.GET('/organisations/{id}', { params: { path: { id } } })),
  });

export const lintQuery = queryOptions({
  queryKey: ['organisations', 'lint'],
  queryFn: () => answerOf(api.GET('/graphs/lint')),
});

export const routeQuery = (unit: string, door: NonNullable<Schemas['UnitDto']['doors'][number]>) =>
  queryOptions({
    queryKey: ['organisations', unit, 'route', door],
    queryFn: () => answerOf(api.GET('/routes', { params: { query: { unit, door } } })),
  });
