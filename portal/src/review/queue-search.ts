import { categories, intakeModes } from '@dengke/contract';
import type { Category, IntakeMode } from '@dengke/contract';

export const queueViews = ['late', 'soon', 'mine', 'free', 'again'] as const;
export type QueueView = (typeof queueViews)[number];

/** What of the queue is shown; it stands in the page's address, so a view can be kept, shared and gone back to. */
export interface QueueSearch {
  view?: QueueView;
  search?: string;
  category?: Category;
  mode?: IntakeMode;
}

const oneOf = <T extends string>(values: readonly T[], value: unknown): T | undefined => values.find((one) => one === value);
const categoryNames = Object.keys(categories) as Category[];

/** Takes from an address what a queue can be asked for. */
export function queueSearchOf({ view, search, category, mode }: Record<string, unknown>): QueueSearch {
  return without({
    view: oneOf(queueViews, view),
    search: typeof search === 'string' && search.trim() !== '' ? search.slice(0, 100) : undefined,
    category: oneOf(categoryNames, category),
    mode: oneOf(intakeModes, mode),
  });
}

type Loose<T> = { [key in keyof T]?: T[key] | undefined };

/** Without what is not asked for. */
export const without = (search: Loose<QueueSearch>): QueueSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
