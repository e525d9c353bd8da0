import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { signedInRoute } from '../shell/signed-in.route';
import type { DecidedSearch } from './decided';
import type { QueueSearch } from './queue-search';

export const reviewRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/review',
    // Judged by the page: what it takes to judge it is not loaded with every other.
    validateSearch: (said: Record<string, unknown>): QueueSearch => said as QueueSearch,
    component: page(() => import('./queue.page.tsx'), 'QueuePage', 'review', 'journey', 'problems'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/review/decided',
    // As above.
    validateSearch: (said: Record<string, unknown>): DecidedSearch => said as DecidedSearch,
    component: page(() => import('./decided.page.tsx'), 'DecidedPage', 'review', 'journey', 'problems'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/review/$serial',
    component: page(() => import('./desk.page.tsx'), 'DeskPage', 'review', 'journey', 'problems', 'submit', 'draft'),
  }),
] as const;
