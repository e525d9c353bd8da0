import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyServerOptions } from 'fastify';
import type { MixedList } from 'typeorm';
import type { Authority } from '../auth/authority';
import type { HouseConfig } from '../config/service-config';
import type { HealthChecks } from './health-checks';

type Classes = MixedList<(new (...args: never[]) => unknown) | string>;

/** All that makes one service of the house. */
export interface ServiceDefinition<C extends HouseConfig = HouseConfig> {
  /** `accounts`; names logs and the OpenAPI document. */
  title: string;
  module: Type;
  config: C;
  /** Of all routes but health, internal and openapi.json. */
  prefix?: string;
  /** A schema with a ledger; absent for the gateway. Needs a ServiceConfig. */
  database?: { entities: Classes; migrations: Classes; poolSize?: number };
  /** The keys of the personal data it keeps; then it has `PersonalData`. */
  personalKeysFile?: string;
  /** Where `@Activities()` are asked for. */
  taskQueue?: string;
  /** Parts that this service alone has, for `/health/ready`. */
  checks?: HealthChecks;
  /** Plugins and hooks of Fastify that this service alone needs. */
  prepare?: (app: NestFastifyApplication) => Promise<void>;
  /** Largest JSON body; 1 MiB without. */
  bodyLimit?: number;
  helmet?: FastifyHelmetOptions;
  trustProxy?: Exclude<FastifyServerOptions['trustProxy'], undefined>;
  /** Specs: who says who is calling, instead of accounts. */
  authority?: Pick<Authority, 'keys' | 'confirm'>;
  /** False for specs: no relay, no followers, no activity worker; they call `sweep()` and the like themselves. */
  background?: boolean;
}
