import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { DynamicModule, FactoryProvider, Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AuthGuard } from '../auth/auth.guard';
import { Authority } from '../auth/authority';
import { ChosenAuthority } from '../auth/chosen-authority';
import { VerifiedTokens } from '../auth/verified-tokens';
import { BusinessClock, hostTime } from '../clock/business-clock';
import { SecurityClock } from '../clock/security-clock';
import { HouseConfig, ServiceConfig } from '../config/service-config';
import { databaseOptions } from '../database/database-options';
import { FeedController } from '../feed/feed.controller';
import { FeedFollowers } from '../feed/feed-followers';
import { FeedService } from '../feed/feed.service';
import { ProblemFilter } from '../http/problem.filter';
import { ScopeInterceptor } from '../http/scope.interceptor';
import { Services } from '../http/services';
import { checkpointFileName } from '../ledger/checkpoint-file';
import { Checkpoints } from '../ledger/checkpoints';
import { Ledger } from '../ledger/ledger';
import { Relay } from '../ledger/relay';
import { RelayBell } from '../ledger/relay-bell';
import { FlowMetrics } from '../metrics/flow-metrics';
import { Metrics } from '../metrics/metrics';
import { MetricsController } from '../metrics/metrics.controller';
import { ReconcilingController } from '../reconcile/reconciling.controller';
import { PauseMetrics } from '../reconcile/pause-metrics';
import { Reconciler } from '../reconcile/reconciler';
import { Subjects } from '../reconcile/subjects';
import { UnfedEntries } from '../reconcile/unfed';
import { WorkflowOrders } from '../reconcile/workflow-orders';
import { WorkflowSights } from '../reconcile/workflow-sights';
import { PersonalData } from '../personal-data/personal-data';
import { ActivityWorker } from '../temporal/activity-worker';
import { RefusalMetrics } from '../temporal/refusal-metrics';
import { TemporalClient } from '../temporal/temporal-client';
import { TemporalTime } from '../temporal/temporal-time';
import { TracesEnd } from '../tracing/traces-end';
import { Background, IN_BACKGROUND } from './background';
import { HEALTH_CHECKS, HealthController } from './health.controller';
import { healthChecks } from './health-checks';
import type { HealthChecks } from './health-checks';
import { Log } from './log';
import type { ServiceDefinition } from './service-definition';

/** MariaDB may come up a minute after us; the supervisor starts us again when it takes longer. */
const DATABASE_RETRY = { retryAttempts: 90, retryDelay: 1_000, verboseRetryLog: false };

/** All that every service has: built once from its definition, visible everywhere in it. */
@Module({})
export class KitModule {
  static of(definition: ServiceDefinition, log: Log): DynamicModule {
    const { config } = definition;
    const withDatabase =
      config instanceof ServiceConfig ? databaseParts(definition, config, log) : { imports: [], controllers: [], providers: [] };
    const providers = [...houseProviders(definition, log), ...withDatabase.providers];
    return {
      module: KitModule,
      global: true,
      imports: [DiscoveryModule, ...withDatabase.imports],
      controllers: [HealthController, ...withDatabase.controllers],
      providers,
      exports: providers.filter((provider) => typeof provider === 'function' || !isForNest(provider)),
    };
  }
}

/** Guards, filters and interceptors of the whole app are Nest's to find, not to export. */
const isForNest = (provider: Exclude<Provider, new (...args: never[]) => unknown>): boolean =>
  [APP_GUARD, APP_FILTER, APP_INTERCEPTOR].includes(String('provide' in provider ? provider.provide : ''));

function houseProviders({ config, authority, checks = {} }: ServiceDefinition, log: Log): Provider[] {
  return [
    { provide: HouseConfig, useValue: config },
    { provide: config.constructor, useValue: config },
    { provide: Log, useValue: log },
    SecurityClock,
    Metrics,
    TracesEnd,
    Services,
    authority ? { provide: Authority, useValue: authority } : { provide: Authority, useClass: ChosenAuthority },
    VerifiedTokens,
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: ScopeInterceptor },
    ...(config instanceof ServiceConfig ? [] : [{ provide: BusinessClock, useValue: new BusinessClock(hostTime) }]),
    healthProvider(config instanceof ServiceConfig, checks),
  ];
}

function databaseParts(definition: ServiceDefinition, config: ServiceConfig, log: Log) {
  const { title, database, personalKeysFile, taskQueue, background = true } = definition;
  const { entities, migrations, poolSize } = database ?? { entities: [], migrations: [] };
  return {
    imports: [TypeOrmModule.forRoot({ ...databaseOptions(config.databaseUrl, entities, migrations, poolSize), ...DATABASE_RETRY })],
    controllers: [FeedController, ReconcilingController, MetricsController],
    providers: [
      { provide: ServiceConfig, useValue: config },
      TemporalClient,
      {
        provide: BusinessClock,
        inject: [TemporalClient],
        useFactory: (temporal: TemporalClient) => new BusinessClock(config.clock === 'temporal' ? new TemporalTime(temporal) : hostTime),
      },
      { provide: IN_BACKGROUND, useValue: background },
      ...[RelayBell, Ledger, Relay, FeedFollowers, FeedService, FlowMetrics],
      ...[Subjects, WorkflowSights, WorkflowOrders, Reconciler, UnfedEntries, PauseMetrics, RefusalMetrics],
      ...(personalKeysFile === undefined ? [] : [{ provide: PersonalData, useValue: PersonalData.from(personalKeysFile) }]),
      ...(background ? [Background, checkpointsProvider(join(config.auditDir, checkpointFileName(title)))] : []),
      ...(background && taskQueue !== undefined ? [workerProvider(config, taskQueue, log)] : []),
    ] satisfies Provider[],
  };
}

function checkpointsProvider(path: string): FactoryProvider {
  const useFactory = (database: DataSource, clock: SecurityClock, log: Log) => new Checkpoints(path, database, clock, log);
  return { provide: Checkpoints, inject: [DataSource, SecurityClock, Log], useFactory };
}

function workerProvider(config: ServiceConfig, taskQueue: string, log: Log): FactoryProvider {
  const useFactory = (discovery: DiscoveryService, refusals: RefusalMetrics) =>
    new ActivityWorker(config, taskQueue, discovery, log, refusals);
  return { provide: ActivityWorker, inject: [DiscoveryService, RefusalMetrics], useFactory };
}

function healthProvider(hasDatabase: boolean, checks: HealthChecks): FactoryProvider {
  const useFactory = (database?: DataSource, temporal?: TemporalClient) => ({ ...healthChecks(database, temporal), ...checks });
  return { provide: HEALTH_CHECKS, inject: hasDatabase ? [DataSource, TemporalClient] : [], useFactory };
}
