import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import type { Router } from '@tanstack/react-router';
import { rootRoute } from './shell/layouts';
import { Waiting } from './shared/waiting';
import { Trouble } from './shared/trouble';
import type { wholeTree } from './signed-in.routes';
import { startRoutes } from './start.routes';

/**
 * Whatever is not known from the first moment: the pages of somebody signed in come in one piece when the first of them is asked for, so that
 * public pages do not grow with them. Then the way is looked for once more.
 */
const restRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '$',
  beforeLoad: async ({ location }) => {
    const { wholeTree: complete } = await import('./signed-in.routes.ts');
    complete();
    router.setRoutes(router.buildRouteTree());
    fetchPage(location.pathname);
    redirect({ href: location.href, replace: true, throw: true });
  },
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([...startRoutes, restRoute]),
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Trouble,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

/** The script of a page, while whether it may be opened is still asked; a fault shows where the page is opened. */
export function fetchPage(pathname: string): void {
  const [routes] = router.getMatchedRoutes(pathname);
  routes.forEach((route) => void router.loadRouteChunk(route)?.catch(() => undefined));
}

declare module '@tanstack/react-router' {
  interface Register {
    router: Router<ReturnType<typeof wholeTree>>;
  }
}
