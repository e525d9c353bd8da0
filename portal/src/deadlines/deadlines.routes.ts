import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { signedInRoute } from '../shell/signed-in.route';

export const deadlinesRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/deadlines',
    component: page(() => import('./deadlines.page.tsx'), 'DeadlinesPage', 'deadlines', 'journey'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/limits/$id/moves',
    component: page(() => import('./limit-moves.page.tsx'), 'LimitMovesPage', 'deadlines', 'office', 'problems'),
  }),
] as const;
