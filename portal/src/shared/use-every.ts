import { useQueryClient } from '@tanstack/react-query';
import type { FetchInfiniteQueryOptions, QueryKey } from '@tanstack/react-query';

/** A list that comes page by page, as `infiniteQueryOptions` makes it. */
interface Paged<Page> {
  queryKey: QueryKey;
  queryFn?: ((context: never) => Page | Promise<Page>) | undefined;
  initialPageParam: unknown;
  getNextPageParam: (...of: never[]) => unknown;
}

/** Reads all pages of a list, one after the other; what the page has loaded of it stays as it is. */
export function useEvery(): <Page>(list: Paged<Page>) => Promise<Page[]> {
  const queries = useQueryClient();
  return async <Page>({ queryKey, queryFn, initialPageParam, getNextPageParam }: Paged<Page>) => {
    const paged = { queryFn, initialPageParam, getNextPageParam } as unknown as FetchInfiniteQueryOptions<Page> & { pages: number };
    const key = [...queryKey, 'every'];
    const { pages } = await queries.fetchInfiniteQuery({ ...paged, queryKey: key, pages: Infinity, gcTime: 0, staleTime: 0 });
    return pages;
  };
}
