import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { signedInRoute } from '../shell/signed-in.route';
import type { Asked } from './reading';

export const statisticsRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/statistics',
    // Judged by the page: what it takes to judge it is not loaded with every other.
    validateSearch: (said: Record<string, unknown>): Asked => said as Asked,
    component: page(() => import('./statistics.page.tsx'), 'StatisticsPage', 'statistics', 'journey'),
  }),
] as const;
