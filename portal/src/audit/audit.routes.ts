import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { signedInRoute } from '../shell/signed-in.route';

export const auditRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/audit',
    validateSearch: ({ subject }: Record<string, unknown>): { subject?: string } => (typeof subject === 'string' ? { subject } : {}),
    component: page(() => import('./audit.page.tsx'), 'AuditPage', 'audit', 'forms'),
  }),
] as const;
