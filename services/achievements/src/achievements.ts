import { taskQueues } from '@dengke/contract';
import { fileChecks, takeUploads } from '@dengke/service-kit';
import type { ServiceDefinition } from '@dengke/service-kit';
import { AchievementsModule } from './achievements.module';
import type { AchievementsConfig } from './config';
import { entities, migrations } from './schema';

/** All that makes achievements: drafts to registrations below /api/v1, its activities on its own queue, evidence as multipart bodies. */
export const achievements = (config: AchievementsConfig): ServiceDefinition<AchievementsConfig> => ({
  title: 'achievements',
  module: AchievementsModule,
  config,
  prefix: 'api/v1',
  database: { entities, migrations },
  taskQueue: taskQueues.achievements,
  prepare: takeUploads,
  checks: fileChecks(config),
});
