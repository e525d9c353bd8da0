import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { signedInRoute } from '../shell/signed-in.route';

export type Box = 'received' | 'sent';

export const noticeRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/inbox',
    component: page(() => import('./inbox.page.tsx'), 'InboxPage', 'notice'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/notices',
    validateSearch: ({ box }: Record<string, unknown>): { box?: Box } => (box === 'sent' ? { box } : {}),
    component: page(() => import('./notices.page.tsx'), 'NoticesPage', 'notice'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/notices/new',
    component: page(() => import('./issue.page.tsx'), 'IssuePage', 'notice', 'kept'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/notices/$id',
    component: page(() => import('./notice.page.tsx'), 'NoticePage', 'notice', 'kept'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/notices/$id/forward',
    component: page(() => import('./forward.page.tsx'), 'ForwardPage', 'notice', 'kept'),
  }),
] as const;
