import { graphChangeKinds } from '@dengke/contract';
import type { GraphChangeKind } from '@dengke/contract';
import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { signedInRoute } from '../shell/signed-in.route';

export interface ChangeSearch {
  kind: GraphChangeKind;
  organisation?: string;
}

export const organisationsRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/organisations',
    component: page(() => import('./organisations.page.tsx'), 'OrganisationsPage', 'organisations', 'forms'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/organisations/change',
    validateSearch: ({ kind, organisation }: Record<string, unknown>): ChangeSearch => ({
      kind: graphChangeKinds.find((one) => one === kind) ?? 'create',
      ...(typeof organisation === 'string' ? { organisation } : {}),
    }),
    component: page(() => import('./change.page.tsx'), 'ChangePage', 'organisations', 'forms', 'applications'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/organisations/import',
    component: page(() => import('./import.page.tsx'), 'ImportPage', 'organisations', 'people', 'forms'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/organisations/$id',
    component: page(() => import('./organisation.page.tsx'), 'OrganisationPage', 'organisations', 'forms', 'applications'),
  }),
] as const;
