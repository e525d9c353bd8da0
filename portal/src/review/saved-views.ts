import { useState } from 'react';
import { named, readable } from '../shared/readable';
import type { QueueSearch } from './queue-search';
import { queueSearchOf } from './queue-search';

export interface SavedView {
  name: string;
  search: QueueSearch;
}

/** Views of the queue that one has given a name, kept in this browser for this position. */
export function useSavedViews(positionId: string) {
  const place = `dengke-queue-views-${positionId}`;
  const [views, setViews] = useState<SavedView[]>(() => viewsIn(localStorage.getItem(place)));
  const keep = (now: SavedView[]): void => {
    localStorage.setItem(place, JSON.stringify(now));
    setViews(now);
  };
  return {
    views,
    save: (name: string, search: QueueSearch) => keep([...views.filter((view) => view.name !== name), { name, search }]),
    forget: (name: string) => keep(views.filter((view) => view.name !== name)),
  };
}

const viewsIn = (kept: string | null): SavedView[] =>
  Object.values(readable(kept))
    .map(named)
    .flatMap(({ name, search }) => (typeof name === 'string' ? [{ name, search: queueSearchOf(named(search)) }] : []));
