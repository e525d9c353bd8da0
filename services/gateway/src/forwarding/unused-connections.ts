import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Browsers connect ahead of any request. Node counts such a connection as neither idle nor done, and it would hold up our end. */
export function endUnusedConnections(app: NestFastifyApplication): void {
  const unused = new Set<Socket>();
  const fastify = app.getHttpAdapter().getInstance();
  fastify.server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  fastify.server.on('request', ({ socket }: IncomingMessage) => unused.delete(socket));
  fastify.addHook('preClose', (done) => {
    unused.forEach((socket) => socket.destroy());
    done();
  });
}
