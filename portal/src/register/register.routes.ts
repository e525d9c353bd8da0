import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { signedInRoute } from '../shell/signed-in.route';

export const registerRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/objections',
    component: page(() => import('./objections.page.tsx'), 'ObjectionsPage', 'registrar'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/objections/$receipt',
    component: page(() => import('./objection.page.tsx'), 'ObjectionPage', 'registrar', 'journey'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/corrections',
    component: page(() => import('./corrections.page.tsx'), 'CorrectionsPage', 'registrar'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/corrections/$id',
    component: page(() => import('./correction.page.tsx'), 'CorrectionPage', 'registrar', 'submit'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/registered',
    component: page(() => import('./registered-list.page.tsx'), 'RegisteredListPage', 'registrar', 'journey'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/registered/import',
    component: page(() => import('./import.page.tsx'), 'RegisterImportPage', 'registrar', 'forms'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/registered/imported/$number',
    component: page(() => import('./imported.page.tsx'), 'ImportedPage', 'registrar', 'journey', 'kept'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/registered/$serial',
    component: page(() => import('./entry.page.tsx'), 'EntryPage', 'registrar', 'journey'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/report-ups',
    component: page(() => import('./report-ups.page.tsx'), 'ReportUpsPage', 'reports'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/report-ups/$id',
    component: page(() => import('./report-up.page.tsx'), 'ReportUpPage', 'reports'),
  }),
] as const;
