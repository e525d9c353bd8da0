import type { FastifyRequest } from 'fastify';

/** What a route that stands for many may say in its `config` of the one that was asked for; without ids. */
export interface NamesRoutes {
  nameOf?: (url: string) => string;
}

/** A request's route as it may be logged: its pattern, never its address. */
export function routeName(request: Pick<FastifyRequest, 'routeOptions' | 'url'>): string {
  const { nameOf } = (request.routeOptions?.config ?? {}) as NamesRoutes;
  return nameOf?.(request.url) ?? request.routeOptions?.url ?? 'none';
}
