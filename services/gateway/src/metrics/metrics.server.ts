import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { certificateOf, Metrics } from '@dengke/service-kit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { GatewayConfig } from '../config';

/** Tells a Prometheus of the house what the gateway does, at an address of its own: what people reach has no way there. */
export async function tellMetrics(app: NestFastifyApplication, config: GatewayConfig): Promise<void> {
  if (config.metricsAddress === undefined) {
    return;
  }
  const metrics = app.get(Metrics);
  const answer: RequestListener = (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text),
      () => response.writeHead(500).end(),
    );
  };
  const certificate = certificateOf(config);
  const server = certificate === undefined ? createServer(answer) : createTlsServer(certificate, answer);
  const [, host = '', port] = /^(.*):(\d+)$/.exec(config.metricsAddress) ?? [];
  await new Promise<void>((settle, fail) => {
    server.once('error', fail);
    server.listen(Number(port), host.replace(/^\[|\]$/g, ''), settle);
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onClose', () => void server.close());
}
