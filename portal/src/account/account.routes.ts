import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { withinPortal } from '../shared/within-portal';
import { rootRoute } from '../shell/layouts';
import { session } from './session';

export const accountRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    validateSearch: (search: Record<string, unknown>) => ({ to: withinPortal(search['to']) }),
    loader: () => (session.mayBe() ? session.ensure() : null),
    component: page(() => import('./sign-in.page.tsx'), 'SignInPage', 'account'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/first-password',
    component: page(() => import('./first-password.page.tsx'), 'FirstPasswordPage', 'account'),
  }),
] as const;
