import { taskQueues } from '@dengke/contract';
import { fileChecks, takeUploads } from '@dengke/service-kit';
import type { ServiceDefinition } from '@dengke/service-kit';
import { AccountsModule } from './accounts.module';
import type { AccountsConfig } from './config';
import { database } from './database';

/** Accounts as it boots and as its specs run it. */
export const accounts = (config: AccountsConfig): ServiceDefinition<AccountsConfig> => ({
  title: 'accounts',
  module: AccountsModule,
  config,
  prefix: 'api/v1',
  database,
  personalKeysFile: config.personalKeysFile,
  taskQueue: taskQueues.accounts,
  prepare: takeUploads,
  checks: fileChecks(config),
});
