import { readConfig, writeOpenApi } from '@dengke/service-kit';
import { achievements } from './achievements';
import { AchievementsConfig } from './config';

void writeOpenApi(achievements(readConfig(AchievementsConfig)), process.argv[2] ?? 'achievements.json');
