import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { signedInRoute } from '../shell/signed-in.route';

export const applicationsRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/applications',
    component: page(() => import('./applications.page.tsx'), 'ApplicationsPage', 'applications', 'forms'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/credential-applications/$id',
    component: page(() => import('./credential-application.page.tsx'), 'CredentialApplicationPage', 'applications', 'people', 'forms'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/organiser-applications/$id',
    component: page(() => import('./organiser-application.page.tsx'), 'OrganiserApplicationPage', 'applications', 'people', 'forms'),
  }),
] as const;
