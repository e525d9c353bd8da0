import type { Server } from 'node:http';
import { served } from './served';
import type { Place } from './served';

/** `/health/live`: the process answers. `/health/ready`: it takes tasks. Nothing else is served. */
export function serveHealth(at: Place, isReady: () => boolean): Promise<Server> {
  const answers: Record<string, () => boolean> = { '/health/live': () => true, '/health/ready': isReady };
  return served(at, (request, response) => {
    const healthy = request.method === 'GET' ? answers[request.url ?? '']?.() : undefined;
    response.writeHead(healthy === undefined ? 404 : healthy ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: healthy === undefined ? 'not found' : healthy ? 'ok' : 'starting' }));
  });
}
