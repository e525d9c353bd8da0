import { writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ServiceModule, settlePrefix } from './create-service';
import { Log } from './log';
import { openApiOf } from './open-api';
import type { ServiceDefinition } from './service-definition';

/** Writes the OpenAPI document of a service without starting any of it: nothing is instantiated, no database is asked. */
export async function writeOpenApi(definition: ServiceDefinition, file: string): Promise<void> {
  const log = Log.of(definition.title, 'silent');
  const app = await NestFactory.create<NestFastifyApplication>(ServiceModule.of(definition, log), new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  settlePrefix(app, definition);
  await writeFile(file, `${JSON.stringify(openApiOf(app, definition.title), null, 2)}\n`);
}
