import { Env, ServiceConfig } from '@dengke/service-kit';
import { IsString } from 'class-validator';

export class AchievementsConfig extends ServiceConfig {
  /** Where evidence lies, content-addressed. */
  @Env('DENGKE_FILES_DIR') @IsString() readonly filesDir!: string;
}
