import { createRoute } from '@tanstack/react-router';
import { page } from '../page';
import { signedInRoute } from '../shell/signed-in.route';

export interface PeopleSearch {
  /** Whose people; one’s own organisation’s without. */
  organisation?: string;
}

const peopleSearch = ({ organisation }: Record<string, unknown>): PeopleSearch =>
  typeof organisation === 'string' && organisation !== '' ? { organisation } : {};

export const peopleRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/people',
    validateSearch: peopleSearch,
    component: page(() => import('./people.page.tsx'), 'PeoplePage', 'people', 'forms'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/people/new',
    validateSearch: (search: Record<string, unknown>): PeopleSearch & { person?: string } => ({
      ...peopleSearch(search),
      ...(typeof search['person'] === 'string' ? { person: search['person'] } : {}),
    }),
    component: page(() => import('./new-login.page.tsx'), 'NewLoginPage', 'people', 'forms'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/people/$personId',
    component: page(() => import('./person.page.tsx'), 'PersonPage', 'people', 'forms', 'rights'),
  }),
] as const;
