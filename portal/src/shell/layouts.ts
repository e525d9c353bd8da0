import { createRootRoute } from '@tanstack/react-router';
import { NotFound } from './not-found';
import { Shell } from './shell';

/** Around every page. */
export const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound });
