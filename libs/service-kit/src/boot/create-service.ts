import 'reflect-metadata';
import type { IncomingMessage } from 'node:http';
import helmet from '@fastify/helmet';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { markAsTraining } from '../files/training-mark';
import { validation } from '../http/validation';
import { traceOf } from '../http/trace';
import { Metrics } from '../metrics/metrics';
import { traces } from '../tracing/traces';
import { checkAccess } from './access-check';
import { certificateOf } from './certificate';
import { KitModule } from './kit.module';
import { Log } from './log';
import { NestLog } from './nest-log';
import { openApiOf } from './open-api';
import { logRequests } from './request-log';
import type { ServiceDefinition } from './service-definition';

/** Nest brings a Fastify of its own, so a plugin's types name another one than `register` does. */
type Plugin = Parameters<NestFastifyApplication['register']>[0];

const MIB = 1024 * 1024;
const WITHOUT_PREFIX = ['health/live', 'health/ready', 'internal/{*rest}'];
/** An API answers data; nothing of it is ever shown as a page. */
const NO_PAGES = {
  contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], frameAncestors: ["'none'"] }, useDefaults: false },
};

@Module({})
export class ServiceModule {
  static of(definition: ServiceDefinition, log: Log): DynamicModule {
    return { module: ServiceModule, imports: [KitModule.of(definition, log), definition.module] };
  }
}

/** The service, initialised but not listening: for `bootService`, and for HTTP specs through `app.inject`. */
export async function createService(definition: ServiceDefinition): Promise<NestFastifyApplication> {
  markAsTraining(definition.config.training);
  const log = Log.of(definition.title, definition.config.logLevel);
  traces.begin(definition.title, definition.config.otlpUrl, () => log.warn('spans could not be handed over and are lost'));
  const app = await NestFactory.create<NestFastifyApplication>(ServiceModule.of(definition, log), adapter(definition), {
    logger: new NestLog(log),
    abortOnError: false,
    bodyParser: false,
  });
  takeJsonOnly(app);
  try {
    await configure(app, definition, log);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

export function settlePrefix(app: NestFastifyApplication, { prefix }: ServiceDefinition): void {
  if (prefix !== undefined) {
    app.setGlobalPrefix(prefix, { exclude: WITHOUT_PREFIX });
  }
}

/** Fastify reads JSON and plain text by itself, and Nest would add forms: a body that is neither JSON nor an upload is refused unread. */
function takeJsonOnly(app: NestFastifyApplication): void {
  app.getHttpAdapter().getInstance().removeContentTypeParser('text/plain');
}

async function configure(app: NestFastifyApplication, definition: ServiceDefinition, log: Log): Promise<void> {
  checkAccess(app);
  settlePrefix(app, definition);
  await app.register(helmet as unknown as Plugin, definition.helmet ?? NO_PAGES);
  await definition.prepare?.(app);
  app.useGlobalPipes(validation());
  logRequests(app, log, app.get(Metrics));
  let document: unknown;
  app.getHttpAdapter().get('/openapi.json', (_request: unknown, reply: { send(body: unknown): void }) => {
    document ??= openApiOf(app, definition.title);
    reply.send(document);
  });
}

function adapter({ config, bodyLimit = MIB, trustProxy = false }: ServiceDefinition): FastifyAdapter {
  const https = certificateOf(config);
  return new FastifyAdapter({
    ...(https === undefined ? {} : { https }),
    bodyLimit,
    trustProxy,
    requestTimeout: 120_000,
    genReqId: (request: IncomingMessage) => traceOf(request).traceId,
    requestIdHeader: false,
    logger: false,
  });
}
