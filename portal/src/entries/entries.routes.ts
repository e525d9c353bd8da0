import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { signedInRoute } from '../shell/signed-in.route';

export const entriesRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/entries',
    component: page(() => import('./entries.page.tsx'), 'EntriesPage', 'entries', 'forms'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/entries/$serial',
    component: page(() => import('./entry.page.tsx'), 'EntryPage', 'entries', 'forms', 'review'),
  }),
] as const;
