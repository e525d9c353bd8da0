import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { rootRoute } from '../shell/layouts';
import { certificateAsked, registerSearch } from './asked';
import { noticeOf, noticesOf, publicityOf, publishedOf, registerOf, registeredOf, verificationOf, windowsOf } from './reading';

/**
 * What everybody may read, without an account: plain pages, their data by the route. Who passes an address on adds to it (`from=`, `utm_…`), and
 * the router hands that to a page as well: only what the page knows is asked of the system.
 */
export const publicRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/guide',
    component: page(() => import('./guide.page.tsx'), 'GuidePage', 'visitors', 'guide'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/apply',
    component: page(() => import('./apply.page.tsx'), 'ApplyPage', 'applying', 'kept'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/apply/organiser',
    component: page(() => import('./apply-organiser.page.tsx'), 'ApplyOrganiserPage', 'applying', 'kept'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/apply/standing',
    component: page(() => import('./apply-standing.page.tsx'), 'ApplyStandingPage', 'applying'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/windows',
    loader: windowsOf,
    component: page(() => import('./windows.page.tsx'), 'WindowsPage', 'visitors'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/publicity',
    loader: () => publicityOf(),
    component: page(() => import('./publicity.page.tsx'), 'PublicityPage', 'visitors', 'journey'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/publicity/$serial',
    loader: ({ params }) => publishedOf(params.serial),
    component: page(() => import('./published.page.tsx'), 'PublishedPage', 'visitors', 'journey', 'kept'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/objection-standing',
    component: page(() => import('./objection-standing.page.tsx'), 'ObjectionStandingPage', 'visitors'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/notices/public',
    loader: () => noticesOf(),
    component: page(() => import('./notices.page.tsx'), 'PublicNoticesPage', 'visitors'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/notices/public/$id',
    loader: ({ params }) => noticeOf(params.id),
    component: page(() => import('./notice.page.tsx'), 'PublicNoticePage', 'visitors'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/register',
    validateSearch: registerSearch,
    loaderDeps: ({ search }) => registerSearch({ ...search }),
    loader: ({ deps }) => registerOf(deps),
    component: page(() => import('./register.page.tsx'), 'RegisterPage', 'visitors', 'journey'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/register/$number',
    loader: ({ params }) => registeredOf(params.number),
    component: page(() => import('./registered.page.tsx'), 'RegisteredPage', 'visitors', 'journey'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/certificates',
    component: page(() => import('./verify.page.tsx'), 'VerifyPage', 'visitors'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/certificates/$number',
    validateSearch: certificateAsked,
    loaderDeps: ({ search }) => certificateAsked({ ...search }),
    loader: ({ params, deps }) => verificationOf(params.number, deps),
    component: page(() => import('./verified.page.tsx'), 'VerifiedPage', 'visitors'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/channels',
    component: page(() => import('./unsubscribe.page.tsx'), 'UnsubscribePage', 'visitors'),
  }),
] as const;
