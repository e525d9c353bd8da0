import { createRoute } from '@tanstack/react-router';
import { accountRoutes } from './account/account.routes';
import { page } from './page';
import { publicRoutes } from './public/public.routes';
import { rootRoute } from './shell/layouts';

/** What needs nobody signed in: known from the first moment. */
export const startRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/',
    component: page(() => import('./shell/welcome.page.tsx'), 'WelcomePage'),
  }),
  ...publicRoutes,
  ...accountRoutes,
] as const;
