import { useState } from 'react';
import { useAct } from '../api/use-act';
import type { PageOf } from './reading';

export interface Listed<T> {
  items: T[];
  /** Null where there is no more. */
  more: (() => void) | null;
  isPending: boolean;
  error: unknown;
}

/** The first page is the route's; the others come below it as they are asked for. */
export function useMore<T>(first: PageOf<T>, read: (next: string) => Promise<PageOf<T>>): Listed<T> {
  const [added, setAdded] = useState<{ below: PageOf<T>; pages: PageOf<T>[] }>({ below: first, pages: [] });
  const pages = added.below === first ? [first, ...added.pages] : [first];
  const next = pages.at(-1)?.next ?? null;
  const reading = useAct(read, (one) => setAdded({ below: first, pages: [...pages.slice(1), one] }));
  const { isPending, error } = reading;
  return { items: pages.flatMap(({ items }) => items), more: next === null ? null : () => reading.send(next), isPending, error };
}
