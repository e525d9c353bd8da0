import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { signedInRoute } from '../shell/signed-in.route';

export const deadlinesRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/deadlines',
    component: page(() => import('./deadlines.page.tsx'), 'DeadlinesPage', 'deadlines', 'journey'),
  }),
] as const;
