import { taskQueues } from '@dengke/contract';
import { fileChecks, takeUploads } from '@dengke/service-kit';
import type { ServiceDefinition } from '@dengke/service-kit';
import { takeUnsubscribing } from './channels/take-unsubscribing';
import type { NotificationsConfig } from './config';
import { NotificationsModule } from './notifications.module';
import { entities, migrations } from './schema';

/** All that makes notifications: its inbox below /api/v1, its activities on its own queue, the feeds of accounts and achievements. */
export function notifications(config: NotificationsConfig): ServiceDefinition<NotificationsConfig> {
  return {
    title: 'notifications',
    module: NotificationsModule,
    config,
    prefix: 'api/v1',
    database: { entities, migrations },
    personalKeysFile: config.personalKeysFile,
    taskQueue: taskQueues.notifications,
    prepare: async (app) => {
      await takeUnsubscribing(app);
      await takeUploads(app);
    },
    checks: fileChecks(config),
  };
}
