import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { Metrics } from '../metrics/metrics';
import { createService } from './create-service';
import { Log } from './log';
import type { ServiceDefinition } from './service-definition';

/**
 * Runs a service: all of main.ts. SIGTERM and SIGINT end it in order: what is being done is finished, then worker, HTTP, connections and
 * database close.
 */
export async function bootService(definition: ServiceDefinition): Promise<NestFastifyApplication> {
  const { port, host } = definition.config;
  const app = await createService(definition);
  app.get(Metrics).ofTheProcess();
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  await app.listen(port, host);
  const address = app.getHttpServer().address() as AddressInfo;
  app.get(Log).info('listening', { host: address.address, port: address.port });
  return app;
}
