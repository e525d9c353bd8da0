import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { signedInRoute } from '../shell/signed-in.route';
import { accountOf } from './settings';

/** Pages of one's own account: plain like sign-in, their data by the route. */
export const settingsRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/account',
    loader: accountOf,
    component: page(() => import('./account.page.tsx'), 'AccountPage', 'account', 'settings'),
  }),
] as const;
