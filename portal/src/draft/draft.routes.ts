import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { signedInRoute } from '../shell/signed-in.route';

export const draftRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/drafts/new',
    component: page(() => import('./new-draft.page.tsx'), 'NewDraftPage', 'draft', 'forms'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/drafts/$id',
    validateSearch: ({ serial }: Record<string, unknown>): { serial?: string } => (typeof serial === 'string' ? { serial } : {}),
    component: page(() => import('./draft.page.tsx'), 'DraftPage', 'draft', 'submit'),
  }),
] as const;
