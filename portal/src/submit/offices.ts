import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';

/** Those of these organisations that one may see, each with its name and its office's telephone. */
export function useOffices(of: readonly (string | null)[]): ReadonlyMap<string | null, Schemas['OrganisationDto']> {
  const ids = [...new Set(of.filter((id) => id !== null))].sort();
  const organisations = useQuery({
    queryKey: ['organisations', 'offices', ids],
    queryFn: () => answerOf(api.GET('/organisations', { params: { query: { ids } } })),
    enabled: ids.length > 0,
    staleTime: 60_000,
  });
  return new Map((organisations.data ?? []).map((one) => [one.id, one]));
}
