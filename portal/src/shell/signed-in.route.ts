import { createRoute, redirect } from '@tanstack/react-router';
import { session } from '../account/session';
import { page } from '../page';
import { rootRoute } from './layouts';

/** Around the pages of somebody signed in: here Ant Design begins, and nobody comes in who is not signed in all the way. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    const me = await session.ensure();
    if (me === null || me.must !== null) {
      redirect({ to: '/sign-in', search: { to: location.href }, throw: true });
    }
  },
  component: page(() => import('./signed-in.layout.tsx'), 'SignedInLayout', 'journey', 'problems', 'beginning'),
});
