import { taskQueues } from '@dengke/contract';
import { bootService, readConfig } from '@dengke/service-kit';
import multipart from '@fastify/multipart';
import { AchievementsModule } from './achievements.module';
import { AchievementsConfig } from './config';
import { entities, migrations } from './schema';

void bootService({
  title: 'achievements',
  module: AchievementsModule,
  config: readConfig(AchievementsConfig),
  prefix: 'api/v1',
  database: { entities, migrations },
  taskQueue: taskQueues.achievements,
  prepare: async (app) => {
    await app.register(multipart as never);
  },
});
