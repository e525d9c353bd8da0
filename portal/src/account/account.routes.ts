import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { rootRoute } from '../shell/layouts';
import { session } from './session';

/** Only ways within the portal: a link from elsewhere sends nobody away. */
const within = (to: unknown): string => (typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/');

export const accountRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    validateSearch: (search: Record<string, unknown>) => ({ to: within(search['to']) }),
    loader: () => (session.mayBe() ? session.ensure() : null),
    component: page(() => import('./sign-in.page.tsx'), 'SignInPage', 'account'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/first-password',
    component: page(() => import('./first-password.page.tsx'), 'FirstPasswordPage', 'account'),
  }),
] as const;
