import { createRoute, createRouter } from '@tanstack/react-router';
import { accountRoutes, settingsRoutes } from './account/account.routes';
import { applicationsRoutes } from './applications/applications.routes';
import { draftRoutes } from './draft/draft.routes';
import { reviewRoutes } from './review/review.routes';
import { submitRoutes } from './submit/submit.routes';
import { noticeRoutes } from './notice/notice.routes';
import { page } from './page';
import { peopleRoutes } from './people/people.routes';
import { publicRoutes } from './public/public.routes';
import { rootRoute, signedInRoute } from './shell/layouts';
import { Waiting } from './shared/waiting';
import { Trouble } from './shared/trouble';

const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: page(() => import('./shell/welcome.page.tsx'), 'WelcomePage'),
});

/** Every page of the portal, by the journey's folders: public ones first, then those of somebody signed in. */
const routeTree = rootRoute.addChildren([
  welcomeRoute,
  ...publicRoutes,
  ...accountRoutes,
  signedInRoute.addChildren([
    ...submitRoutes,
    ...draftRoutes,
    ...reviewRoutes,
    ...noticeRoutes,
    ...peopleRoutes,
    ...applicationsRoutes,
    ...settingsRoutes,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Trouble,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
