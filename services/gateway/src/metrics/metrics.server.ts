import { createServer } from 'node:http';
import { Metrics } from '@dengke/service-kit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Tells a Prometheus of the house what the gateway does, at an address of its own: what people reach has no way there. */
export async function tellMetrics(app: NestFastifyApplication, address: string | undefined): Promise<void> {
  if (address === undefined) {
    return;
  }
  const metrics = app.get(Metrics);
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  const [, host = '', port] = /^(.*):(\d+)$/.exec(address) ?? [];
  await new Promise<void>((settle, fail) => {
    server.once('error', fail);
    server.listen(Number(port), host.replace(/^\[|\]$/g, ''), settle);
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onClose', () => void server.close());
}
