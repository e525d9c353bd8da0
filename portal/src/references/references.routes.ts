import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { signedInRoute } from '../shell/signed-in.route';

export const referencesRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/rights',
    component: page(() => import('./rights.page.tsx'), 'RightsPage', 'references', 'rights', 'forms'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/forms',
    component: page(() => import('./forms.page.tsx'), 'FormsPage', 'references', 'forms'),
  }),
] as const;
