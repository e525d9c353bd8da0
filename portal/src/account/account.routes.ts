import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { withinPortal } from '../shared/within-portal';
import { rootRoute, signedInRoute } from '../shell/layouts';
import { session } from './session';
import { accountOf } from './settings';

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

/** Pages of one's own account: plain like sign-in, their data by the route. */
export const settingsRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/account',
    loader: accountOf,
    component: page(() => import('./account.page.tsx'), 'AccountPage', 'account', 'settings'),
  }),
] as const;
