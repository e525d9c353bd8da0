import { bootService, readConfig } from '@dengke/service-kit';
import { achievements } from './achievements';
import { AchievementsConfig } from './config';

void bootService(achievements(readConfig(AchievementsConfig)));
