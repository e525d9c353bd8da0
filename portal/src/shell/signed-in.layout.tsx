import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useMe } from '../account/session';
import { FirstVisit } from './first-visit';
import '../shared/office.css';

/** What is remembered belongs to one position. The client asks again by itself where that helps, so queries do not. */
const newQueries = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 10_000, networkMode: 'always' } } });

/** Around the pages of somebody signed in: what to do first, and what was read at this position. */
export function SignedInLayout(): React.JSX.Element {
  const { position } = useMe();
  const client = useMemo(() => newQueries(), [position.id]);
  return (
    <QueryClientProvider client={client}>
      <FirstVisit key={`first ${position.id}`} />
      <Outlet key={position.id} />
    </QueryClientProvider>
  );
}
