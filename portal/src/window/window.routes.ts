import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { signedInRoute } from '../shell/signed-in.route';

export const windowRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/desk/windows',
    component: page(() => import('./windows-desk.page.tsx'), 'WindowsDeskPage', 'window'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/desk/windows/new',
    component: page(() => import('./announce.page.tsx'), 'AnnouncePage', 'window'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/desk/windows/$id',
    component: page(() => import('./window-desk.page.tsx'), 'WindowDeskPage', 'window', 'office', 'journey', 'problems'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/desk/windows/$id/what-if',
    component: page(() => import('./what-if.page.tsx'), 'WhatIfPage', 'window', 'deadlines', 'problems'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/paper',
    component: page(() => import('./paper.page.tsx'), 'PaperPage', 'window', 'office', 'problems'),
  }),
] as const;
