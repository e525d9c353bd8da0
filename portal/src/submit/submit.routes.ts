import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { signedInRoute } from '../shell/signed-in.route';

export const submitRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/achievements',
    component: page(() => import('./achievements.page.tsx'), 'AchievementsPage', 'submit'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/submissions/$serial',
    component: page(() => import('./submission.page.tsx'), 'SubmissionPage', 'submit', 'review', 'registrar', 'kept'),
  }),
] as const;
