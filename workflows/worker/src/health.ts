import { createServer } from 'node:http';
import type { Server } from 'node:http';

/** `/health/live`: the process answers. `/health/ready`: it takes tasks. Nothing else is served. */
export function serveHealth(at: { host: string; port: number }, isReady: () => boolean): Promise<Server> {
  const answers: Record<string, () => boolean> = { '/health/live': () => true, '/health/ready': isReady };
  const server = createServer((request, response) => {
    const healthy = request.method === 'GET' ? answers[request.url ?? '']?.() : undefined;
    response.writeHead(healthy === undefined ? 404 : healthy ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: healthy === undefined ? 'not found' : healthy ? 'ok' : 'starting' }));
  });
  return new Promise((settle, fail) => {
    server.once('error', fail);
    server.listen(at.port, at.host, () => settle(server));
  });
}
