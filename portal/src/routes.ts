import { createRoute, createRouter, notFound, redirect } from '@tanstack/react-router';
import type { AnyRoute, Router } from '@tanstack/react-router';
import { rootRoute } from './shell/layouts';
import { Waiting } from './shared/waiting';
import { Trouble } from './shared/trouble';
import type { wholeTree } from './signed-in.routes';
import { startRoutes } from './start.routes';

/**
 * Whatever is not known from the first moment: the pages of somebody signed in come in one piece when the first of them is asked for, so that
 * public pages do not grow with them. Then the way is looked for once more.
 */
let isWhole = false;
const restRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '$',
  beforeLoad: async ({ location }) => {
    if (isWhole) {
      notFound({ throw: true });
    }
    await knowAll();
    fetchPage(location.pathname);
    redirect({ href: location.href, replace: true, throw: true });
  },
});

async function knowAll(): Promise<void> {
  const { wholeTree: complete } = await import('./signed-in.routes.ts');
  complete();
  // It stays: on a slow line it is what the page shows until the way is found anew.
  rootRoute.addChildren([...Object.values((rootRoute.children ?? {}) as Record<string, AnyRoute>), restRoute]);
  isWhole = true;
  router.setRoutes(router.buildRouteTree());
}

export const router = createRouter({
  routeTree: rootRoute.addChildren([...startRoutes, restRoute]),
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Trouble,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

/** Before anything is shown: the way to the first page need not be looked for twice. */
export async function beginAt(pathname: string): Promise<void> {
  if (router.getMatchedRoutes(pathname)[0].some(({ id }) => id === restRoute.id)) {
    await knowAll();
  }
  fetchPage(pathname);
}

/** The script of a page, while whether it may be opened is still asked; a fault shows where the page is opened. */
function fetchPage(pathname: string): void {
  const [routes] = router.getMatchedRoutes(pathname);
  routes.forEach((route) => void router.loadRouteChunk(route)?.catch(() => undefined));
}

declare module '@tanstack/react-router' {
  interface Register {
    router: Router<ReturnType<typeof wholeTree>>;
  }
}
